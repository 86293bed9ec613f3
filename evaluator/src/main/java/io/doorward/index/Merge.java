package io.doorward.index;

import java.util.Arrays;
import java.util.List;

/** Several runs of one kind as one, in the order of ids, each thing once. For one thread. */
final class Merge {

    /** So many are worth taking at once, where that many may be wanted. */
    static final int AT_ONCE = 64;

    /** Those that are not at their end, by their heads; or the only one, without a head. */
    private final Run[] runs;

    private int count;

    private int last = Numbers.NOTHING;

    private boolean isFirstSpent;

    Merge(List<? extends Run> all) {
        runs = all.toArray(new Run[0]);
        if (runs.length > 1) {
            for (Run run : runs) {
                if (run.advance()) {
                    runs[count++] = run;
                }
            }
            Arrays.sort(runs, 0, count, Run::compareHeads);
        }
    }

    /** Takes the next things, see {@link Run#take}. */
    int take(int[] numbers, int from, int to) {
        if (runs.length == 1) {
            return runs[0].take(numbers, from, to);
        }
        int place = from;
        while (place < to && next() != Numbers.NOTHING) {
            numbers[place++] = last;
        }
        return place;
    }

    /** The number of the next thing of several runs; {@link Numbers#NOTHING} if there is none. */
    private int next() {
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
