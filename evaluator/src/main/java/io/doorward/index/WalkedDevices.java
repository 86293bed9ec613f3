package io.doorward.index;

import org.jspecify.annotations.Nullable;

/** Devices in the order of their ids, of which each is asked whether it qualifies. For one thread. */
final class WalkedDevices extends DeviceRun {

    private final DeviceReach reach;
    private final int[] entries;
    private int next;

    /** See {@link DeviceReach#exactly}. */
    private final @Nullable NumberSet exactly;

    /** Whether nothing else decides about a device that is not marked. */
    private final boolean isDecided;

    /**
     * Starts before the first that may be taken.
     *
     * @param entries in the order of ids, see {@link IdOrder}; marked if there is more to know of a device than that the
     *     workspace owns it
     * @param first the place of the first that may be taken
     */
    WalkedDevices(DeviceTable devices, DeviceReach reach, int[] entries, int first) {
        super(devices);
        this.reach = reach;
        this.entries = entries;
        next = first;
        exactly = reach.exactly();
        isDecided = exactly != null || reach.isEverywhere();
    }

    @Override
    int take(int[] numbers, int from, int to) {
        int place = from;
        while (place < to && next < entries.length) {
            int entry = entries[next++];
            int number = IdOrder.number(entry);
            if ((exactly == null || exactly.contains(number))
                    && ((isDecided && !IdOrder.isMarked(entry)) || reach.includes(number))) {
                numbers[place++] = number;
            }
        }
        return place;
    }
}
