package io.doorward.change;

import com.google.common.collect.ImmutableSortedMap;
import io.doorward.model.DeviceId;
import io.doorward.model.ProductId;
import io.doorward.model.Window;
import io.doorward.permission.Permission;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a new member, API user or invite is to hold: workspace permissions and grants. An immutable value; each method gives
 * a wider one.
 *
 * @param permissions workspace permissions
 * @param allDevices the grant on every device in the workspace, or null for none, which differs from an empty one
 * @param products grants by product
 * @param devices grants by device
 */
public record Access(
        List<Permission> permissions,
        @Nullable GrantSpec allDevices,
        SortedMap<ProductId, GrantSpec> products,
        SortedMap<DeviceId, GrantSpec> devices) {

    /** Nothing but the bare relationship. */
    public static final Access NONE = new Access(List.of(), null, ImmutableSortedMap.of(), ImmutableSortedMap.of());

    /** Copies the collections. */
    public Access {
        permissions = List.copyOf(permissions);
        products = ImmutableSortedMap.copyOfSorted(products);
        devices = ImmutableSortedMap.copyOfSorted(devices);
    }

    /** Workspace permissions and nothing on devices. */
    public static Access of(Permission... permissions) {
        return new Access(List.of(permissions), null, ImmutableSortedMap.of(), ImmutableSortedMap.of());
    }

    /** This with a grant on every device; none at all still shows every device. */
    public Access allDevices(Permission... granted) {
        return allDevices(new GrantSpec(List.of(granted), Window.ALWAYS));
    }

    /** This with a grant on every device. */
    public Access allDevices(GrantSpec grant) {
        return new Access(permissions, grant, products, devices);
    }

    /** This with a grant on a product. */
    public Access product(String product, Permission... granted) {
        return product(new ProductId(product), new GrantSpec(List.of(granted), Window.ALWAYS));
    }

    /** This with a grant on a product. */
    public Access product(ProductId product, GrantSpec grant) {
        SortedMap<ProductId, GrantSpec> more = new TreeMap<>(products);
        more.put(product, grant);
        return new Access(permissions, allDevices, more, devices);
    }

    /** This with a grant on a device; none at all still shows the device. */
    public Access device(String device, Permission... granted) {
        return device(new DeviceId(device), new GrantSpec(List.of(granted), Window.ALWAYS));
    }

    /** This with a grant on a device. */
    public Access device(DeviceId device, GrantSpec grant) {
        SortedMap<DeviceId, GrantSpec> more = new TreeMap<>(devices);
        more.put(device, grant);
        return new Access(permissions, allDevices, products, more);
    }

    /** Whether it is the bare relationship and no more. */
    public boolean isNone() {
        return permissions.isEmpty() && allDevices == null && products.isEmpty() && devices.isEmpty();
    }
}
