package io.doorward.index;

/**
 * A set of numbers in the making, for as long as one question takes. Open addressing with linear probing, at most half full;
 * the numbers are the index's own, so that nobody can choose them to crowd. For one thread.
 */
final class NumberSet {

    /** The golden ratio, which spreads numbers that follow on each other. */
    private static final int SPREAD = 0x9E3779B9;

    /** Numbers, one more than they are; 0 is a free slot. */
    private final int[] slots;

    private final int shift;

    /** An empty set. */
    NumberSet(int most) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(most) + 1;
        slots = new int[1 << bits];
        shift = Integer.SIZE - bits;
    }

    /** Adds a number; not more of them than the set was made for. */
    void add(int number) {
        slots[slot(number)] = number + 1;
    }

    boolean contains(int number) {
        return slots[slot(number)] != 0;
    }

    /** Where the number stands, or the free slot where it would. */
    private int slot(int number) {
        int slot = (number * SPREAD) >>> shift;
        while (slots[slot] != 0 && slots[slot] != number + 1) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
