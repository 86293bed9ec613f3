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

    /** The same with other workspace permissions. */
    public Rights withPermissions(PermissionSet others) {
        return new Rights(others, allDevices, products, devices);
    }

    /** The same with another grant on all devices, or with none. */
    public Rights withAllDevices(@Nullable Grant other) {
        return new Rights(permissions, other, products, devices);
    }

    /** The same with other grants on products. */
    public Rights withProducts(SortedMap<ProductId, Grant> others) {
        return new Rights(permissions, allDevices, others, devices);
    }

    /** The same with other grants on devices. */
    public Rights withDevices(SortedMap<DeviceId, Grant> others) {
        return new Rights(permissions, allDevices, products, others);
    }

    Rights without(DeviceId device) {
        return new Rights(
                permissions,
                allDevices,
                products,
                PersistentSortedMap.copyOf(devices).minus(device));
    }
}
