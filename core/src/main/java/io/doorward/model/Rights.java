package io.doorward.model;

import io.doorward.permission.PermissionSet;
import io.doorward.persistent.PersistentSortedMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a member, a team or an invite holds in its workspace.
 *
 * @param permissions workspace permissions
 * @param allDevices the grant on every device present in the workspace, those to come included; null for none, which
 *     differs from an empty one
 * @param products grants on every device of a product that the workspace owns, in id order
 * @param devices grants on single devices, in id order
 */
public record Rights(
        PermissionSet permissions,
        @Nullable Grant allDevices,
        SortedMap<ProductId, Grant> products,
        SortedMap<DeviceId, Grant> devices) {

    /** Copies maps that are not persistent. */
    public Rights {
        products = PersistentSortedMap.copyOf(products);
        devices = PersistentSortedMap.copyOf(devices);
    }
}
