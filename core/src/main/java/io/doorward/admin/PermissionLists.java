package io.doorward.admin;

import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import java.util.List;

/** Lists of permissions as changes name them. */
final class PermissionLists {

    private PermissionLists() {}

    /** The set of device permissions that a change names; what the catalogue does not have counts for nothing. */
    static PermissionSet device(List<Permission> list, Catalogue catalogue) {
        Permissions known = catalogue.device();
        return known.of(list.stream()
                .filter(permission -> known.all().contains(permission))
                .toList());
    }
}
