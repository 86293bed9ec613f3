package io.doorward.index;

import io.doorward.model.Identifiers;
import java.util.function.IntPredicate;

/** Principals in the order of their ids, without those who are suspended. For one thread. */
final class PrincipalRun extends Run {

    private final IdTable<PrincipalRow> principals;
    private final IntPredicate which;
    private PrincipalRow row;

    /**
     * Starts before the first.
     *
     * @param numbers in the order of ids, at least one
     * @param which whether a principal may do what is asked, unless it is suspended
     */
    PrincipalRun(IdTable<PrincipalRow> principals, int[] numbers, IntPredicate which) {
        super(numbers);
        this.principals = principals;
        this.which = which;
        row = principals.row(numbers[0]);
    }

    @Override
    boolean qualifies(int number) {
        if (!which.test(number)) {
            return false;
        }
        row = principals.row(number);
        return !row.suspended;
    }

    @Override
    int compareId(int number, String id) {
        return Identifiers.compare(principals.row(number).text, id);
    }

    @Override
    int compareHeads(Run other) {
        return Identifiers.compare(row.text, ((PrincipalRun) other).row.text);
    }

    /** The row of the head. */
    PrincipalRow row() {
        return row;
    }
}
