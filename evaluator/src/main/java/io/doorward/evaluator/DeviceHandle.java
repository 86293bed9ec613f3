package io.doorward.evaluator;

import io.doorward.index.KnownDevice;
import io.doorward.model.DeviceId;

/**
 * A device, once found: a caller that asks about it often keeps it and skips the look-up of its id from then on.
 *
 * <p>Immutable and thread-safe. A handle says nothing about rights: each question looks at the policy of its moment. It dies
 * with its device, so it never comes to stand for a later one of the same id, and one that was unknown stays unknown; find
 * it anew to learn of a device that has come since. It keeps no older state of the policy alive.
 */
public final class DeviceHandle {

    private final DeviceId id;
    private final KnownDevice device;

    DeviceHandle(DeviceId id, KnownDevice device) {
        this.id = id;
        this.device = device;
    }

    /** The id by which it was found, or looked for in vain. */
    public DeviceId id() {
        return id;
    }

    KnownDevice device() {
        return device;
    }

    /** The id. */
    @Override
    public String toString() {
        return "DeviceHandle[" + id + "]";
    }
}
