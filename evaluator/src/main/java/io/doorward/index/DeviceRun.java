package io.doorward.index;

/** Devices in the order of their ids that one workspace lets somebody have, without those that are suspended. For one thread. */
final class DeviceRun extends Run {

    private final DeviceTable devices;
    private final DeviceReach reach;

    /** The page that was read last, for numbers often follow on each other, and a device that is on it. */
    private long[] page;

    private int onPage;

    /** The id of the head, see {@link CanonicalUuid}, and its state. */
    private long high;

    private long low;
    private long state;

    /**
     * Starts before the first.
     *
     * @param numbers in the order of ids, at least one
     */
    DeviceRun(DeviceTable devices, int[] numbers, DeviceReach reach) {
        super(numbers);
        this.devices = devices;
        this.reach = reach;
        onPage = numbers[0];
        page = devices.page(onPage);
    }

    @Override
    boolean qualifies(int number) {
        if (!DeviceTable.areOnOnePage(number, onPage)) {
            page = devices.page(number);
            onPage = number;
        }
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
    int compareId(int number, String id) {
        return devices.compareId(number, id);
    }

    @Override
    int compareHeads(Run other) {
        DeviceRun that = (DeviceRun) other;
        if (DeviceTable.isOfOtherText(state | that.state)) {
            return devices.compareIds(head, that.head);
        }
        return UuidOrder.compare(high, low, that.high, that.low);
    }
}
