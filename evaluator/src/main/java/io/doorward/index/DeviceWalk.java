package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.model.DeviceId;
import io.doorward.model.Revision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes through the devices of an index on which somebody may do something, in the order of their ids. For one thread. */
public final class DeviceWalk {

    private final Index index;
    private final @Nullable Merge devices;
    private final @Nullable Reason emptyBecause;

    /** The numbers of devices that were taken at once; the one at which this is stands before {@code next}. */
    private final int[] taken;

    private int count;
    private int next;

    private DeviceWalk(Index index, @Nullable Merge devices, @Nullable Reason emptyBecause, int atOnce) {
        this.index = index;
        this.devices = devices;
        this.emptyBecause = emptyBecause;
        taken = new int[atOnce];
    }

    /**
     * Before the first of these devices.
     *
     * @param limit how many will be asked for, at most
     */
    static DeviceWalk through(Index index, Merge devices, int limit) {
        return new DeviceWalk(index, devices, null, Math.min(limit, Merge.AT_ONCE));
    }

    static DeviceWalk nowhere(Index index, Reason reason) {
        return new DeviceWalk(index, null, reason, 0);
    }

    /** Goes on to the next device; false if there is none. */
    public boolean next() {
        if (next < count) {
            next++;
            return true;
        }
        return takeMore();
    }

    private boolean takeMore() {
        Merge all = devices;
        count = all == null ? 0 : all.take(taken, 0, taken.length);
        next = Math.min(1, count);
        return count > 0;
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
        if (next == 0) {
            throw new IllegalStateException("There is no device here; ask only after next() was true.");
        }
        return taken[next - 1];
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
