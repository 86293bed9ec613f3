package io.doorward.index;

import java.util.Arrays;

/**
 * A set of numbers in the making, for as long as one question takes. Numbers of a span, in which most of them are expected,
 * are bits; others lie in open addressing with linear probing, at most half full. The numbers are the index's own, so that
 * nobody can choose them to crowd. For one thread.
 */
final class NumberSet {

    /** The golden ratio, which spreads numbers that follow on each other. */
    private static final int SPREAD = 0x9E3779B9;

    /** Half of what a slot and the one beside it, which is free, take. */
    private static final int MOST_BITS_A_NUMBER = Integer.SIZE;

    private static final int FEWEST_SLOTS = 16;
    private static final int[] NO_SLOTS = new int[1];

    /** The first number of the span, where a word of bits by number would begin. */
    private final int first;

    private final long[] bits;

    /** Other numbers, one more than they are; 0 is a free slot. */
    private int[] slots = NO_SLOTS;

    private int shift = Integer.SIZE - 1;
    private int others;

    /**
     * An empty set.
     *
     * @param first the first number of the span, which may begin some before
     * @param length how many numbers the span has, or some more; it takes a bit for each
     */
    NumberSet(int first, int length) {
        this.first = startOfWord(first);
        bits = new long[Math.max(1, wholeWords(first - this.first + length) / Long.SIZE)];
    }

    /** The greatest multiple of a word's bits up to a number. */
    static int startOfWord(int number) {
        return number & -Long.SIZE;
    }

    /** The bits of the words that it takes to have so many. */
    static int wholeWords(int length) {
        return startOfWord(length + Long.SIZE - 1);
    }

    /** An empty set for some of these numbers. */
    static NumberSet toHold(int[] numbers) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int number : numbers) {
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        return new NumberSet(least, (int) Math.min(most + 1L - least, MOST_BITS_A_NUMBER * (long) numbers.length));
    }

    void add(int number) {
        addIf(1, number);
    }

    /**
     * Adds a number or does not, and which of these it is costs no branch.
     *
     * @param one 1 to add it, 0 to add nothing
     */
    void addIf(int one, int number) {
        int bit = (number - first) & -one; // the first one of the span, of which there is a word at least
        int word = bit >>> 6;
        if (word < bits.length) {
            bits[word] |= (long) one << bit;
        } else {
            addOther(number);
        }
    }

    /**
     * Adds numbers that are bits.
     *
     * @param firstWord the first bit stands for so many times as many numbers as a word has bits
     */
    void addAll(int firstWord, long[] more) {
        int place = firstWord - (first >> 6);
        int begin = Math.min(Math.max(0, -place), more.length);
        int end = Math.max(begin, Math.min(more.length, bits.length - place));
        for (int word = begin; word < end; word++) {
            bits[place + word] |= more[word];
        }
        addEach(firstWord, more, 0, begin);
        addEach(firstWord, more, end, more.length);
    }

    private void addEach(int firstWord, long[] more, int from, int to) {
        for (int word = from; word < to; word++) {
            for (long left = more[word]; left != 0; left &= left - 1) {
                add(((firstWord + word) << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }

    private void addOther(int number) {
        if (2 * (others + 1) > slots.length) {
            int[] all = slots;
            slots = new int[Math.max(FEWEST_SLOTS, 2 * all.length)];
            shift = Integer.numberOfLeadingZeros(slots.length) + 1;
            Arrays.stream(all).filter(slot -> slot != 0).forEach(slot -> slots[slot(slot - 1)] = slot);
        }
        int slot = slot(number);
        others += slots[slot] == 0 ? 1 : 0;
        slots[slot] = number + 1;
    }

    boolean contains(int number) {
        int bit = number - first;
        int word = bit >>> 6;
        return word < bits.length ? (bits[word] >>> bit & 1) != 0 : others != 0 && slots[slot(number)] != 0;
    }

    /**
     * Writes down the numbers of the span that are in this set and in another one of the same span.
     *
     * @param least the least number that counts
     * @param bound the number before which to end
     * @param from the first place to write to
     * @param to the place after the last
     * @return the place after the last that was written
     */
    int copyCommon(NumberSet other, int least, int bound, int[] numbers, int from, int to) {
        int place = from;
        int word = Math.max(0, least - first) >>> 6;
        long mask = least <= first ? -1L : -1L << (least - first);
        while (place < to && word < bits.length) {
            int start = first + (word << 6);
            if (start >= bound) {
                return place;
            }
            long common = bits[word] & other.bits[word] & mask;
            if (bound - start < Long.SIZE) {
                common &= (1L << (bound - start)) - 1;
            }
            int end = Math.min(to, place + Long.bitCount(common));
            while (place < end) {
                numbers[place++] = start + Long.numberOfTrailingZeros(common);
                common &= common - 1;
            }
            mask = -1L;
            word++;
        }
        return place;
    }

    /** Where one of the other numbers stands, or the free slot where it would. */
    private int slot(int number) {
        int slot = (number * SPREAD) >>> shift;
        while (slots[slot] != 0 && slots[slot] != number + 1) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
