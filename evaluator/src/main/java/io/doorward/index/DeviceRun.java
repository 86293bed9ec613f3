package io.doorward.index;

import io.doorward.model.DeviceId;
import io.doorward.model.Identifiers;

/** Devices in the order of their ids that one workspace lets somebody have, without those that are suspended. For one thread. */
final class DeviceRun extends Run {

    private final DeviceTable devices;
    private final DeviceReach reach;

    /** The id of the head, see {@link CanonicalUuid}, and its state. */
    private long high;

    private long low;
    private long state;

    /**
     * Starts before the first.
     *
     * @param numbers in the order of ids
     */
    DeviceRun(DeviceTable devices, int[] numbers, DeviceReach reach) {
        super(numbers);
        this.devices = devices;
        this.reach = reach;
    }

    @Override
    boolean qualifies(int number) {
        long[] page = devices.page(number);
        int at = devices.offset(number);
        long word = page[at + DeviceTable.GENERATION];
        if (DeviceTable.isSuspended(word) || !reach.includes(number, page[at + DeviceTable.PLACE])) {
            return false;
        }
        high = page[at + DeviceTable.HIGH];
        low = page[at + DeviceTable.LOW];
        state = word;
        return true;
    }

    @Override
    int compareHeads(Run other) {
        DeviceRun that = (DeviceRun) other;
        if (DeviceTable.isOfOtherText(state | that.state)) {
            return Identifiers.compare(devices.id(head), devices.id(that.head));
        }
        int order = Long.compareUnsigned(high, that.high);
        return order == 0 ? Long.compareUnsigned(low, that.low) : order;
    }

    /** The id of the head, written out anew. */
    DeviceId id() {
        return new DeviceId(devices.id(head));
    }
}
