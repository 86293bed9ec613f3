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
        next = after == null ? 0 : IdOrder.placeAfter(numbers, after, number -> principals.row(number).text);
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
