package io.doorward.index;

import io.doorward.model.Identifiers;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Principals in the order of their ids, without those who are suspended. For one thread. */
final class PrincipalRun extends Run {

    private final IdTable<PrincipalRow> principals;
    private final int[] numbers;
    private final IntPredicate which;
    private int next;

    /**
     * Starts before the first that may be taken.
     *
     * @param numbers in the order of ids
     * @param after the id after which to begin, or null for the first
     * @param which whether a principal may do what is asked, unless it is suspended
     */
    PrincipalRun(IdTable<PrincipalRow> principals, int[] numbers, @Nullable String after, IntPredicate which) {
        this.principals = principals;
        this.numbers = numbers;
        this.which = which;
        next = after == null ? 0 : placeAfter(after);
    }

    /** The place of the first whose id comes after this one. O(log n). */
    private int placeAfter(String id) {
        int low = 0;
        int high = numbers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Identifiers.compare(principals.row(numbers[middle]).text, id) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    int take(int[] taken, int from, int to) {
        int place = from;
        while (place < to && next < numbers.length) {
            int number = numbers[next++];
            if (which.test(number) && !principals.row(number).suspended) {
                taken[place++] = number;
            }
        }
        return place;
    }

    @Override
    int compareHeads(Run other) {
        return Identifiers.compare(principals.row(head).text, principals.row(other.head).text);
    }
}
