package io.doorward.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Sets of numbers as sorted arrays: 4 bytes each, copied whole where one comes or goes. */
final class Numbers {

    static final int[] NONE = {};

    /** A reference to nothing. */
    static final int NOTHING = -1;

    private Numbers() {}

    static boolean contains(int[] set, int number) {
        return Arrays.binarySearch(set, number) >= 0;
    }

    /**
     * The set after some numbers may have come or gone; the very same one if none did.
     *
     * @param doubtful the numbers in question, sorted
     * @param isIn whether a number in question is in the set now
     */
    static int[] revised(int[] set, int[] doubtful, IntPredicate isIn) {
        int[] revised = new int[set.length + doubtful.length];
        int n = 0;
        int i = 0;
        for (int number : doubtful) {
            while (i < set.length && set[i] < number) {
                revised[n++] = set[i++];
            }
            if (i < set.length && set[i] == number) {
                i++;
            }
            if (isIn.test(number)) {
                revised[n++] = number;
            }
        }
        while (i < set.length) {
            revised[n++] = set[i++];
        }
        return Arrays.equals(revised, 0, n, set, 0, set.length) ? set : Arrays.copyOf(revised, n);
    }
}
