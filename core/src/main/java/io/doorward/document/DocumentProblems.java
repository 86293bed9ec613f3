package io.doorward.document;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with one document, of which it may know only so much: a flood of problems must not fill the memory.
 * For one thread at a time.
 */
public final class DocumentProblems {

    /** In the order of the document; what has another place or none comes last. Stable. */
    private static final Comparator<Problem> ORDER =
            comparing(problem -> Position.parse(problem.place()).orElse(null), nullsLast(naturalOrder()));

    private final int limit;
    private final List<Problem> problems = new ArrayList<>();
    private boolean more;

    /** No problems yet. */
    public DocumentProblems(Limits limits) {
        limit = limits.problems();
    }

    /**
     * Adds a problem, unless there are too many already.
     *
     * @return false if there were too many
     */
    public boolean add(Position position, String message) {
        return add(new Problem(position.text(), message));
    }

    /** Adds problems that were found elsewhere, such as in what the rows of the document say together. */
    public void addAll(List<Problem> others) {
        others.forEach(this::add);
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** All problems in the order of the document, with a closing one where there were too many. A new list. */
    public List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(ORDER);
        if (more) {
            sorted.add(new Problem("", "There are more problems than these " + limit + "; mend these first."));
        }
        return sorted;
    }

    private boolean add(Problem problem) {
        if (problems.size() >= limit) {
            more = true;
            return false;
        }
        return problems.add(problem);
    }
}
