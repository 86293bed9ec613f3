package io.doorward.model;

import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a policy in the making. */
final class Problems {

    /** A document that is wrong throughout shall not fill the memory with sentences. */
    private static final int MAX_PROBLEMS = 10_000;

    private final List<Problem> list = new ArrayList<>();

    void add(RowBuilder<?> row, String message) {
        add(new Problem(row.where(), message.endsWith(".") ? message : message + "."));
    }

    void addAll(List<Problem> problems) {
        problems.forEach(this::add);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    InvalidPolicyException toException() {
        return new InvalidPolicyException(list);
    }

    private void add(Problem problem) {
        if (list.size() < MAX_PROBLEMS) {
            list.add(problem);
        } else if (list.size() == MAX_PROBLEMS) {
            list.add(new Problem("", "There are more problems; mend these " + MAX_PROBLEMS + " first."));
        }
    }
}
