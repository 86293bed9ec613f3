package io.doorward.change;

import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.change.DeviceChange.RenameDevice;
import io.doorward.change.DeviceChange.SetDeviceProduct;
import io.doorward.change.DeviceChange.SuspendDevice;
import io.doorward.change.DeviceChange.TagDevice;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.WorkspaceEditor;
import java.util.function.UnaryOperator;

/** How devices change. */
final class DeviceVerbs {

    private DeviceVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateDevice.class, DeviceVerbs::create)
                .on(DeleteDevice.class, DeviceVerbs::delete)
                .on(
                        SuspendDevice.class,
                        (change, edit) -> edit(
                                change.device(),
                                edit,
                                old -> new Device(old.id(), old.product(), old.name(), old.tags(), change.suspended())))
                .on(
                        RenameDevice.class,
                        (change, edit) -> edit(
                                change.device(),
                                edit,
                                old -> new Device(old.id(), old.product(), change.name(), old.tags(), old.suspended())))
                .on(
                        TagDevice.class,
                        (change, edit) -> edit(
                                change.device(),
                                edit,
                                old -> new Device(old.id(), old.product(), old.name(), change.tags(), old.suspended())))
                .on(
                        SetDeviceProduct.class,
                        (change, edit) -> edit(
                                change.device(),
                                edit,
                                old -> new Device(old.id(), change.product(), old.name(), old.tags(), old.suspended())))
                .on(MoveDevice.class, DeviceVerbs::move);
    }

    private static void create(CreateDevice change, Edit edit) {
        DeviceId device = change.device();
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        if (edit.policy().owner(device) != null) {
            edit.problem("The device id " + Edit.quoted(device) + " is taken; choose another id.");
        } else if (edit.goneDevices().contains(device)) {
            edit.problem("Device " + Edit.quoted(device)
                    + " is deleted by the same change set; move it, or create it by a later one.");
        } else if (workspace != null) {
            workspace.put(new Device(device, change.product(), change.name(), change.tags(), false));
            OwnGrant.give(workspace, device, edit.policy().catalogue().defaultCeiling(), edit);
        }
    }

    private static void delete(DeleteDevice change, Edit edit) {
        WorkspaceEditor owner = edit.owner(change.device());
        if (owner != null) {
            edit.goneDevices().add(change.device());
            owner.removeDevice(change.device());
        }
    }

    private static void move(MoveDevice change, Edit edit) {
        WorkspaceEditor owner = edit.owner(change.device());
        WorkspaceEditor other = edit.workspace(change.workspace());
        Device device = owner == null ? null : owner.devices().get(change.device());
        if (owner == null || other == null || device == null) {
            return;
        }
        if (owner.id().equals(other.id())) {
            edit.problem("Device " + Edit.quoted(change.device()) + " is in workspace " + Edit.quoted(other.id())
                    + " already; name another workspace.");
            return;
        }
        owner.removeDevice(device.id());
        other.put(new Device(device.id(), change.product(), device.name(), device.tags(), device.suspended()));
    }

    private static void edit(DeviceId id, Edit edit, UnaryOperator<Device> change) {
        WorkspaceEditor owner = edit.owner(id);
        Device device = owner == null ? null : owner.devices().get(id);
        if (owner != null && device != null) {
            owner.put(change.apply(device));
        }
    }
}
