package io.doorward.change;

import io.doorward.model.DeviceId;
import io.doorward.model.ProductId;
import io.doorward.model.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of devices. */
public sealed interface DeviceChange extends Change {

    /**
     * Adds a device. A principal that does so and has no grant on all devices gets one on this device, of the default ceiling.
     *
     * @param workspace in which
     * @param device an id that no device has
     * @param product of the workspace, or null
     * @param name what people call it, or null
     * @param tags labels
     */
    record CreateDevice(
            WorkspaceId workspace,
            DeviceId device,
            @Nullable ProductId product,
            @Nullable String name,
            List<String> tags)
            implements DeviceChange {

        /** Copies the list. */
        public CreateDevice {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Deletes a device with all grants, claims, offers and links on it.
     *
     * @param device which
     */
    record DeleteDevice(DeviceId device) implements DeviceChange {}

    /**
     * Suspends a device, or lifts that.
     *
     * @param device which
     * @param suspended whether everything on it is denied from now on
     */
    record SuspendDevice(DeviceId device, boolean suspended) implements DeviceChange {}

    /**
     * Gives a device another name.
     *
     * @param device which
     * @param name what people call it, or null
     */
    record RenameDevice(DeviceId device, @Nullable String name) implements DeviceChange {}

    /**
     * Gives a device other tags.
     *
     * @param device which
     * @param tags labels, in this order
     */
    record TagDevice(DeviceId device, List<String> tags) implements DeviceChange {

        /** Copies the list. */
        public TagDevice {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Puts a device under another product, or under none.
     *
     * @param device which
     * @param product of the owning workspace, or null
     */
    record SetDeviceProduct(DeviceId device, @Nullable ProductId product) implements DeviceChange {}

    /**
     * Moves a device to another workspace. Every grant, claim, offer and link on it goes.
     *
     * @param device which
     * @param workspace which owns it from now on
     * @param product of that workspace, or null
     */
    record MoveDevice(
            DeviceId device,
            WorkspaceId workspace,
            @Nullable ProductId product) implements DeviceChange {}
}
