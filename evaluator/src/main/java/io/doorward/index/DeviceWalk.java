package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.model.DeviceId;
import io.doorward.model.Revision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through the devices of an index on which somebody may do something, in the order of their ids. For one thread. */
public final class DeviceWalk {

    private final Index index;
    private final @Nullable Merge<DeviceRun> devices;
    private final @Nullable Reason emptyBecause;

    /** The number of the device at which it is, or {@link Numbers#NOTHING}. */
    private int number = Numbers.NOTHING;

    private DeviceWalk(Index index, @Nullable Merge<DeviceRun> devices, @Nullable Reason emptyBecause) {
        this.index = index;
        this.devices = devices;
        this.emptyBecause = emptyBecause;
    }

    static DeviceWalk through(Index index, Merge<DeviceRun> devices) {
        return new DeviceWalk(index, devices, null);
    }

    static DeviceWalk nowhere(Index index, Reason reason) {
        return new DeviceWalk(index, null, reason);
    }

    /** Goes on to the next device; false if there is none. */
    public boolean next() {
        Merge<DeviceRun> all = devices;
        number = all == null ? Numbers.NOTHING : all.next();
        return number != Numbers.NOTHING;
    }

    /**
     * The id of the device, written out anew.
     *
     * @throws IllegalStateException if it is at none
     */
    public DeviceId id() {
        return new DeviceId(index.rows().devices.id(there()));
    }

    /**
     * The device, as if it were found by its id.
     *
     * @throws IllegalStateException if it is at none
     */
    public KnownDevice device() {
        return KnownDevice.at(index, there());
    }

    private int there() {
        if (number == Numbers.NOTHING) {
            throw new IllegalStateException("There is no device here; ask only after next() was true.");
        }
        return number;
    }

    /** Why there could not but be none; empty where the question was a good one. */
    public Optional<Reason> emptyBecause() {
        return Optional.ofNullable(emptyBecause);
    }

    /** That of the index. */
    public Revision revision() {
        return index.revision();
    }
}
