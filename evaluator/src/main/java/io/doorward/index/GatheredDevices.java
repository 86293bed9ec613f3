package io.doorward.index;

import java.util.Arrays;

/**
 * Devices out of a set of those with rights on them: the {@link PresentDevices rising} ones are read off the bits of the set,
 * and only the few strays are asked one by one, at the start. Other devices of the workspace cost next to nothing. For one
 * thread.
 */
final class GatheredDevices extends DeviceRun {

    private final NumberSet set;
    private final NumberSet rising;

    /** The strays that qualify, and for each the number before which it comes. */
    private final int[] strays;

    private final int[] bounds;
    private final int strayCount;
    private int nextStray;

    /** The least number that may be taken from the set. */
    private int next;

    /**
     * Starts before the first that may be taken.
     *
     * @param set see {@link DeviceReach#exactly}
     * @param first the place of the first that may be taken
     */
    GatheredDevices(DeviceTable devices, DeviceReach reach, PresentDevices present, NumberSet set, int first) {
        super(devices);
        this.set = set;
        rising = present.rising;
        int[] all = present.strays;
        int begin = firstFrom(all, first);
        int[] found = new int[all.length - begin];
        int[] places = new int[all.length - begin];
        int count = 0;
        for (int i = begin; i < all.length; i++) {
            int entry = present.entries[all[i]];
            int number = IdOrder.number(entry);
            if (set.contains(number) && (!IdOrder.isMarked(entry) || reach.includes(number))) {
                found[count] = number;
                places[count++] = present.bounds[i];
            }
        }
        strays = found;
        bounds = places;
        strayCount = count;
        next = present.risingFrom(first, begin);
    }

    private static int firstFrom(int[] places, int first) {
        int found = Arrays.binarySearch(places, first);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    int take(int[] numbers, int from, int to) {
        int place = from;
        while (place < to) {
            int bound = nextStray < strayCount ? bounds[nextStray] : Integer.MAX_VALUE;
            place = set.copyCommon(rising, next, bound, numbers, place, to);
            if (place == to) {
                next = numbers[place - 1] + 1;
            } else {
                next = Math.max(next, bound);
                if (nextStray == strayCount) {
                    break;
                }
                numbers[place++] = strays[nextStray++];
            }
        }
        return place;
    }
}
