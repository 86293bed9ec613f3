package io.doorward.evaluator;

import io.doorward.decision.Reason;
import io.doorward.index.DeviceWalk;
import io.doorward.model.DeviceId;
import io.doorward.model.Revision;
import java.util.Optional;

/**
 * Goes through the devices on which a subject may do something, in code point order of their ids, each once.
 *
 * <pre>{@code
 * DeviceCursor devices = evaluator.deviceCursor(subject, Actions.DEVICE_VIEW);
 * while (devices.next()) {
 *     show(devices.id());
 * }
 * }</pre>
 *
 * <p>What it finds is of one revision and instant, those at which it was made, whatever comes after. It keeps that state of
 * the policy alive as long as it is kept itself; it need not be closed.
 *
 * <p><b>Cost.</b> A step makes no objects and takes some nanoseconds. Where grants on single devices decide, {@link
 * Evaluator#deviceCursor} looks at each of these grants once, at the start, but for those of large teams, which it takes some
 * sixty at a time. An id, and a handle, is made each time that it is asked for.
 *
 * <p>For one thread at a time.
 */
public final class DeviceCursor {

    private final DeviceWalk walk;

    DeviceCursor(DeviceWalk walk) {
        this.walk = walk;
    }

    /** Goes on to the next device, at first to the first one; false if there is none. */
    public boolean next() {
        return walk.next();
    }

    /**
     * The id of the device at which the cursor is.
     *
     * @throws IllegalStateException before the first device and after the last
     */
    public DeviceId id() {
        return walk.id();
    }

    /**
     * The handle of the device at which the cursor is.
     *
     * @throws IllegalStateException before the first device and after the last
     */
    public DeviceHandle handle() {
        return new DeviceHandle(walk.id(), walk.device());
    }

    /** Why there could not but be no device, see {@link io.doorward.decision.Listing#emptyBecause}. */
    public Optional<Reason> emptyBecause() {
        return walk.emptyBecause();
    }

    /** The state of the policy that was asked. */
    public Revision revision() {
        return walk.revision();
    }
}
