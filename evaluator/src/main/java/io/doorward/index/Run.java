package io.doorward.index;

/**
 * Things of one kind in the order of their ids, of which those that qualify are taken: many at once, or one by one where
 * several runs are merged. For one thread.
 */
abstract class Run {

    private static final int MOST_AHEAD = 32;

    /** Things that were taken at once and not yet one by one; at first one of them, for more may not be wanted. */
    private int[] ahead = new int[1];

    private int aheadCount;
    private int aheadNext;

    /** The number of the thing that was taken last; {@link Numbers#NOTHING} before the first and after the last. */
    int head = Numbers.NOTHING;

    /**
     * Takes the next things that qualify.
     *
     * @param numbers where to write their numbers
     * @param from the first place to write to
     * @param to the place after the last
     * @return the place after the last that was written; less than {@code to} if there are no more
     */
    abstract int take(int[] numbers, int from, int to);

    /** Which of two heads has the lesser id; the other one is of a run of the same kind. */
    abstract int compareHeads(Run other);

    /** Goes on to the next that qualifies; false if there is none. */
    final boolean advance() {
        if (aheadNext == aheadCount) {
            if (aheadCount > 0) {
                ahead = new int[Math.min(2 * ahead.length, MOST_AHEAD)];
            }
            aheadCount = take(ahead, 0, ahead.length);
            aheadNext = 0;
        }
        head = aheadNext < aheadCount ? ahead[aheadNext++] : Numbers.NOTHING;
        return head != Numbers.NOTHING;
    }
}
