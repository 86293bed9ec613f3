package io.doorward.index;

import org.jspecify.annotations.Nullable;

/** A set of numbers that lie near each other: a bit for each, and for each between them. For one thread. */
final class NumberBits {

    /** A bit for so many numbers is as much as the set may take for each number that may be in it. */
    private static final int MOST_A_NUMBER = 64;

    private final int first;
    private final long[] bits;

    private NumberBits(int first, long[] bits) {
        this.first = first;
        this.bits = bits;
    }

    /** An empty set in which these numbers have a place; null if they lie too far apart. O(n). */
    static @Nullable NumberBits spanning(int[] numbers) {
        int least = Integer.MAX_VALUE;
        int most = -1;
        for (int number : numbers) {
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        long span = most - (long) least + 1;
        if (span > (long) MOST_A_NUMBER * numbers.length) {
            return null;
        }
        return new NumberBits(least, new long[(int) Math.max(0, (span + Long.SIZE - 1) / Long.SIZE)]);
    }

    /** Adds a number; one that has no place in the set is left out. */
    void add(int number) {
        int bit = number - first;
        if (hasPlace(bit)) {
            bits[bit / Long.SIZE] |= 1L << bit;
        }
    }

    boolean contains(int number) {
        int bit = number - first;
        return hasPlace(bit) && (bits[bit / Long.SIZE] & (1L << bit)) != 0;
    }

    /** Whether there is a place for the bit; numbers below the first give negative ones. */
    private boolean hasPlace(int bit) {
        return bit >= 0 && bit >>> 6 < bits.length;
    }
}
