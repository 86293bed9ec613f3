package io.doorward.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device, in the workspace that owns it.
 *
 * @param id unique over all workspaces
 * @param product its product in the owning workspace, or null
 * @param name what people call it, or null
 * @param tags labels, in the order given
 * @param suspended whether everything on it is denied
 */
public record Device(
        DeviceId id, @Nullable ProductId product, @Nullable String name, List<String> tags, boolean suspended) {

    /** Copies the list. */
    public Device {
        tags = List.copyOf(tags);
    }
}
