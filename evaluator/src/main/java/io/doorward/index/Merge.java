package io.doorward.index;

import java.util.Arrays;
import java.util.List;

/** Several runs of one kind as one, in the order of ids, each thing once. For one thread. */
final class Merge<R extends Run> {

    /** Those that are not at their end, by their heads. */
    private final Run[] runs;

    private int count;

    private int last = Numbers.NOTHING;

    private boolean isFirstSpent;

    Merge(List<R> all) {
        runs = all.stream().filter(Run::advance).toArray(Run[]::new);
        count = runs.length;
        Arrays.sort(runs, Run::compareHeads);
    }

    /** The number of the next thing; {@link Numbers#NOTHING} if there is none. */
    int next() {
        do {
            if (isFirstSpent) {
                advanceFirst();
            }
            if (count == 0) {
                return Numbers.NOTHING;
            }
            isFirstSpent = true;
        } while (runs[0].head == last);
        last = runs[0].head;
        return last;
    }

    /** The run of which the thing is that {@link #next} gave. */
    @SuppressWarnings("unchecked") // there are no others
    R current() {
        return (R) runs[0];
    }

    private void advanceFirst() {
        Run first = runs[0];
        if (!first.advance()) {
            count--;
            System.arraycopy(runs, 1, runs, 0, count);
            isFirstSpent = false;
        } else if (count > 1 && first.compareHeads(runs[1]) > 0) {
            int place = placeOf(first);
            System.arraycopy(runs, 1, runs, 0, place);
            runs[place] = first;
        }
    }

    /** How many of the other runs have heads before that of the first. */
    private int placeOf(Run first) {
        int low = 1;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (first.compareHeads(runs[middle]) > 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
