package io.doorward.change;

import io.doorward.model.DeviceId;
import io.doorward.model.ProductId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import java.util.List;

/** Changes of what members and teams hold on devices. A grant takes the place of the one that was there. */
public sealed interface GrantChange extends Change {

    /**
     * Grants device permissions on one device.
     *
     * @param workspace in which
     * @param holder a member or a team
     * @param device present in the workspace
     * @param permissions device permissions
     * @param window when it is valid
     */
    record GrantDevice(
            WorkspaceId workspace, Holder holder, DeviceId device, List<Permission> permissions, Window window)
            implements GrantChange {

        /** Copies the list. */
        public GrantDevice {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Takes back the grant on one device.
     *
     * @param workspace in which
     * @param holder a member or a team
     * @param device on which there is a grant
     */
    record RevokeDevice(WorkspaceId workspace, Holder holder, DeviceId device) implements GrantChange {}

    /**
     * Grants device permissions on every device of a product that the workspace owns.
     *
     * @param workspace in which
     * @param holder a member or a team
     * @param product of the workspace
     * @param permissions device permissions
     * @param window when it is valid
     */
    record GrantProduct(
            WorkspaceId workspace, Holder holder, ProductId product, List<Permission> permissions, Window window)
            implements GrantChange {

        /** Copies the list. */
        public GrantProduct {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Takes back the grant on a product.
     *
     * @param workspace in which
     * @param holder a member or a team
     * @param product on which there is a grant
     */
    record RevokeProduct(WorkspaceId workspace, Holder holder, ProductId product) implements GrantChange {}

    /**
     * Grants device permissions on every device in the workspace.
     *
     * @param workspace in which
     * @param holder a member or a team
     * @param permissions device permissions
     * @param window when it is valid
     */
    record GrantAllDevices(WorkspaceId workspace, Holder holder, List<Permission> permissions, Window window)
            implements GrantChange {

        /** Copies the list. */
        public GrantAllDevices {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Takes back the grant on all devices.
     *
     * @param workspace in which
     * @param holder a member or a team
     */
    record RevokeAllDevices(WorkspaceId workspace, Holder holder) implements GrantChange {}
}
