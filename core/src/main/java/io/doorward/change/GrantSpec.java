package io.doorward.change;

import io.doorward.model.Window;
import io.doorward.permission.Permission;
import java.util.List;

/**
 * A grant to be made. An immutable value.
 *
 * @param permissions device permissions; none at all still shows the device
 * @param window when it is valid
 */
public record GrantSpec(List<Permission> permissions, Window window) {

    /** Copies the list. */
    public GrantSpec {
        permissions = List.copyOf(permissions);
    }
}
