package io.doorward.model;

import io.doorward.permission.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a member, a team, an invite or an API user in the making holds in its workspace. */
abstract class RightsBuilder<B extends RightsBuilder<B>> extends WindowedBuilder<B> {

    private final List<Permission> permissions = new ArrayList<>();
    private final List<GrantDraft> allDevices = new ArrayList<>(1);
    private final List<GrantDraft> products = new ArrayList<>(0);
    private final List<GrantDraft> devices = new ArrayList<>(1);

    RightsBuilder(RowBuilder<?> parent, String kind, String key) {
        super(parent, kind, key);
    }

    /** Adds workspace permissions. */
    public B permissions(Permission... permissions) {
        return permissions(Arrays.asList(permissions));
    }

    /** Adds workspace permissions. */
    public B permissions(Collection<Permission> permissions) {
        this.permissions.addAll(permissions);
        return self();
    }

    /** Grants device permissions on every device in the workspace; none at all still shows every device. */
    public B allDevices(Permission... permissions) {
        return allDevices(Arrays.asList(permissions), window -> {});
    }

    /** Grants device permissions on every device in the workspace, inside a window. */
    public B allDevices(Collection<Permission> permissions, Consumer<WindowBuilder> window) {
        return add(allDevices, "all-devices grant", "", permissions, window);
    }

    /** Grants device permissions on every device of a product that the workspace owns. */
    public B product(String product, Permission... permissions) {
        return product(product, Arrays.asList(permissions), window -> {});
    }

    /** Grants device permissions on every device of a product that the workspace owns, inside a window. */
    public B product(String product, Collection<Permission> permissions, Consumer<WindowBuilder> window) {
        return add(products, "grant on product", product, permissions, window);
    }

    /** Grants device permissions on one device that is present in the workspace. */
    public B device(String device, Permission... permissions) {
        return device(device, Arrays.asList(permissions), window -> {});
    }

    /** Grants device permissions on one device that is present in the workspace, inside a window. */
    public B device(String device, Collection<Permission> permissions, Consumer<WindowBuilder> window) {
        return add(devices, "grant on device", device, permissions, window);
    }

    final boolean hasRights() {
        return !(permissions.isEmpty() && allDevices.isEmpty() && products.isEmpty() && devices.isEmpty());
    }

    final List<Permission> permissions() {
        return permissions;
    }

    final @Nullable GrantDraft allDevices(Problems problems) {
        if (allDevices.size() > 1) {
            problems.add(
                    allDevices.get(1).row, "The " + whatAndWhere() + " has two all-devices grants; keep one of them");
        }
        return allDevices.isEmpty() ? null : allDevices.get(0);
    }

    final List<GrantDraft> products() {
        return products;
    }

    final List<GrantDraft> devices() {
        return devices;
    }

    private B add(
            List<GrantDraft> list,
            String kind,
            String key,
            Collection<Permission> permissions,
            Consumer<WindowBuilder> window) {
        list.add(new GrantDraft(this, kind, key, List.copyOf(permissions), window));
        return self();
    }
}
