package io.doorward.index;

import java.util.Arrays;

/**
 * Pairs of numbers that are in question: whether the left one refers to the right one has to be looked up, at the end, where
 * the right one's row tells. They may be named in any order and more than once, so that rows may come in any order.
 */
final class Pairs {

    private static final int FEW = 16;
    private static final long[] NONE = {};

    private long[] pairs = NONE;
    private int count;

    void add(int left, int right) {
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(FEW, 2 * count));
        }
        pairs[count++] = ((long) left << Integer.SIZE) | right;
    }

    /** Takes the right numbers of one left number, sorted, each once. */
    interface Group {
        void accept(int left, int[] rights);
    }

    /** Names each left number once, in order. O(n log n). */
    void forEachGroup(Group group) {
        if (count == 0) {
            return;
        }
        long[] sorted = Arrays.stream(pairs, 0, count).sorted().distinct().toArray();
        int from = 0;
        while (from < sorted.length) {
            int left = (int) (sorted[from] >>> Integer.SIZE);
            int to = from;
            while (to < sorted.length && (int) (sorted[to] >>> Integer.SIZE) == left) {
                to++;
            }
            group.accept(
                    left,
                    Arrays.stream(sorted, from, to).mapToInt(pair -> (int) pair).toArray());
            from = to;
        }
    }
}
