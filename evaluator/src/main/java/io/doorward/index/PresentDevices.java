package io.doorward.index;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The devices that are present in one workspace, owned or claimed, in the order of their ids: 4 bytes each. A list walks
 * them, and needs neither to sort nor, of most devices, to read what is said elsewhere: an entry is the number of a device
 * that the workspace owns and that is not suspended, and is <i>marked</i>, see {@link IdOrder}, for any other one.
 *
 * <p>Numbers of a workspace's devices follow on each other in the order of ids where it was loaded whole, but for those that
 * others had claimed before. So a set of devices may be bits by number, and be walked in the order of ids. Devices of which
 * this is true are <i>rising</i>; others, and all that are marked, are <i>strays</i>, which have to be asked one by one. Which
 * they are is found anew if a device comes or goes, in some nanoseconds for each of the workspace. It takes a quarter of a
 * byte a device, and 8 bytes a stray.
 *
 * <p>Immutable.
 *
 * <p>Invariant: rising devices are in the order of their numbers; all but they are strays, unless these are too many.
 */
final class PresentDevices {

    /** The span has so many numbers for each device. */
    private static final int NUMBERS_A_DEVICE = 2;

    /** So many of them are looked at to guess where most are. */
    private static final int SAMPLE = 15;

    /** With more strays than one for so many devices, they are not kept. */
    private static final int DEVICES_A_STRAY = 2;

    final int[] entries;

    /** The places of the strays, ascending; if {@link #hasFewStrays()}. */
    final int[] strays;

    /** For each stray the number of the first device behind it that is none; the largest number where there is none. */
    final int[] bounds;

    final NumberSet rising;

    private final boolean hasFewStrays;
    private final int spanStart;
    private final int spanLength;

    PresentDevices(int[] entries) {
        this.entries = entries;
        int half = (int) Math.min((long) entries.length * NUMBERS_A_DEVICE / 2, Integer.MAX_VALUE / 4);
        spanStart = NumberSet.startOfWord(Math.max(0, middle(entries) - half));
        spanLength = NumberSet.wholeWords(2 * half);
        rising = rising();
        int[] found = IntStream.range(0, entries.length)
                .filter(place -> !isRising(entries[place]))
                .toArray();
        hasFewStrays = (long) DEVICES_A_STRAY * found.length <= entries.length;
        strays = hasFewStrays ? found : Numbers.NONE;
        bounds = bounds();
    }

    private static int middle(int[] entries) {
        if (entries.length == 0) {
            return 0;
        }
        int[] sample = IntStream.range(0, SAMPLE)
                .map(i -> IdOrder.number(entries[(int) (((2L * i + 1) * entries.length) / (2 * SAMPLE))]))
                .sorted()
                .toArray();
        return sample[SAMPLE / 2];
    }

    /** Finds as many as can be that lie in the span and in the order of their numbers (patience sorting). */
    private NumberSet rising() {
        int[] ends = new int[entries.length]; // by how many come before it, the place of the least that can end so many
        int[] before = new int[entries.length];
        int count = 0;
        for (int place = 0; place < entries.length; place++) {
            int entry = entries[place];
            if (!IdOrder.isMarked(entry) && isInSpan(entry)) {
                int many = count > 0 && entries[ends[count - 1]] > entry ? manyBefore(entry, ends, count) : count;
                before[place] = many == 0 ? Numbers.NOTHING : ends[many - 1];
                ends[many] = place;
                count = Math.max(count, many + 1);
            }
        }
        NumberSet found = newSet();
        for (int place = count == 0 ? Numbers.NOTHING : ends[count - 1];
                place != Numbers.NOTHING;
                place = before[place]) {
            found.add(entries[place]);
        }
        return found;
    }

    /** Whether a number is one of those of which most are numbers of these devices: whole words of a set. */
    boolean isInSpan(int number) {
        return number >= spanStart && number - spanStart < spanLength;
    }

    private int manyBefore(int entry, int[] ends, int count) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[ends[middle]] < entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isRising(int entry) {
        return !IdOrder.isMarked(entry) && rising.contains(entry);
    }

    private int[] bounds() {
        int[] found = new int[strays.length];
        for (int i = strays.length - 1; i >= 0; i--) {
            int behind = strays[i] + 1;
            boolean isNextStray = i + 1 < strays.length && strays[i + 1] == behind;
            if (isNextStray) {
                found[i] = found[i + 1];
            } else {
                found[i] = behind < entries.length ? entries[behind] : Integer.MAX_VALUE;
            }
        }
        return found;
    }

    int count() {
        return entries.length;
    }

    /** Whether strays are few, and known. */
    boolean hasFewStrays() {
        return hasFewStrays;
    }

    /**
     * The number of the first device that is no stray, from a place on; the largest number if there is none.
     *
     * @param stray the first of the strays from this place on
     */
    int risingFrom(int place, int stray) {
        if (stray < strays.length && strays[stray] == place) {
            return bounds[stray];
        }
        return place < entries.length ? entries[place] : Integer.MAX_VALUE;
    }

    /**
     * The place of a device, if it is rising and strays are known; else {@link Numbers#NOTHING}. Between two strays the numbers
     * ascend, and most often without a gap, so that a guess is right.
     */
    int placeOfRising(int number) {
        if (!hasFewStrays || !rising.contains(number)) {
            return Numbers.NOTHING;
        }
        int stray = strayBehind(number);
        int from = stray == 0 ? 0 : strays[stray - 1] + 1;
        int to = stray == strays.length ? entries.length : strays[stray];
        int guess = from + number - entries[from];
        return guess < to && entries[guess] == number ? guess : Arrays.binarySearch(entries, from, to, number);
    }

    /** The first of the strays that come behind a rising device. */
    private int strayBehind(int number) {
        int low = 0;
        int high = strays.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[middle] > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** An empty set that is quick where it has numbers of these devices. */
    NumberSet newSet() {
        return new NumberSet(spanStart, spanLength);
    }

    /** Names the numbers of all of them. */
    void forEach(IntConsumer numbers) {
        for (int entry : entries) {
            numbers.accept(IdOrder.number(entry));
        }
    }

    /** The same after a change of their order; the very same one if it is none. */
    PresentDevices with(int[] revised) {
        return Arrays.equals(revised, entries) ? this : new PresentDevices(revised);
    }
}
