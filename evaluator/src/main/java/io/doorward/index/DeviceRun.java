package io.doorward.index;

/** Devices in the order of their ids that one workspace lets somebody have, without those that are suspended. For one thread. */
abstract class DeviceRun extends Run {

    private final DeviceTable devices;

    /** The device of which the id was read last, and this id, see {@link CanonicalUuid}. */
    private int idOf = Numbers.NOTHING;

    private long high;
    private long low;
    private boolean isOtherText;

    DeviceRun(DeviceTable devices) {
        this.devices = devices;
    }

    @Override
    final int compareHeads(Run other) {
        DeviceRun that = (DeviceRun) other;
        readId();
        that.readId();
        if (isOtherText || that.isOtherText) {
            return devices.compareIds(head, that.head);
        }
        return UuidOrder.compare(high, low, that.high, that.low);
    }

    private void readId() {
        if (idOf != head) {
            long[] page = devices.page(head);
            int at = devices.offset(head);
            high = page[at + DeviceTable.HIGH];
            low = page[at + DeviceTable.LOW];
            isOtherText = DeviceTable.isOfOtherText(page[at + DeviceTable.GENERATION]);
            idOf = head;
        }
    }
}
