package io.doorward.index;

/**
 * Looks for the place in a list of devices, in the order of their ids, at which those after some id begin. Most ids are UUIDs
 * of which the first bits are drawn at random, so that a place can be guessed from them, as one opens a dictionary: four looks
 * at a device do for a thousand as for ten thousand of them. Whatever the ids are, it is never much more than halving. For
 * one thread.
 */
final class PlaceSearch {

    /** So many places are guessed, then halving goes on. */
    private static final int GUESSES = 8;

    private final DeviceTable devices;
    private final String id;
    private final boolean isUuid;
    private final long idHigh;
    private final long idLow;

    /** The first bits of ids, as numbers that are not negative, that come before and after what is looked for. */
    private double before = 0;

    private double behind = Long.MAX_VALUE;

    private int looks;

    PlaceSearch(DeviceTable devices, String id) {
        this.devices = devices;
        this.id = id;
        NarrowText narrow = RequestTexts.ofThread().device;
        isUuid = CanonicalUuid.read(id, narrow);
        idHigh = isUuid ? narrow.first : 0;
        idLow = isUuid ? narrow.second : 0;
    }

    /** The place of the first of these devices whose id comes after the one given. O(log n). */
    int placeIn(int[] entries) {
        int low = 0;
        int high = entries.length;
        for (looks = 0; low < high; looks++) {
            int middle = isUuid && looks < GUESSES ? guess(low, high) : (low + high) >>> 1;
            if (isAfter(IdOrder.number(entries[middle]))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many devices it looked at, for tests. */
    int looks() {
        return looks;
    }

    private int guess(int low, int high) {
        double part = (firstBits(idHigh) - before) / (behind - before);
        int guessed =
                low + (int) (part * (high - low)); // of no number at all where two ids have the same first bits, 0
        return Math.max(low, Math.min(guessed, high - 1));
    }

    private boolean isAfter(int device) {
        long[] page = devices.page(device);
        int at = devices.offset(device);
        if (!isUuid || DeviceTable.isOfOtherText(page[at + DeviceTable.GENERATION])) {
            return devices.compareId(device, id) > 0;
        }
        long high = page[at + DeviceTable.HIGH];
        boolean isAfter = UuidOrder.compare(high, page[at + DeviceTable.LOW], idHigh, idLow) > 0;
        if (isAfter) {
            behind = firstBits(high);
        } else {
            before = firstBits(high);
        }
        return isAfter;
    }

    private static double firstBits(long high) {
        return CanonicalUuid.number(high) >>> 1;
    }
}
