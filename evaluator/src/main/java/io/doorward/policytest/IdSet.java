package io.doorward.policytest;

import io.doorward.decision.Reason;
import io.doorward.model.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Ids as text, each once and in code point order; those that a test expects may be any text. Immutable. */
record IdSet(SortedSet<String> ids) {

    /** What is printed of a long list, and how many of its differences are explained. */
    private static final int SHOWN = 20;

    private static final int EXPLAINED = 5;

    static IdSet of(Collection<String> ids) {
        TreeSet<String> sorted = new TreeSet<>(Identifiers::compare);
        sorted.addAll(ids);
        return new IdSet(Collections.unmodifiableSortedSet(sorted));
    }

    static <T> IdSet ofIds(Collection<T> ids, Function<T, String> text) {
        return of(ids.stream().map(text).toList());
    }

    /**
     * Compares what a test expects, this, with what came.
     *
     * @param emptyBecause why nothing could come
     * @param explanation why one id is in the answer or is not
     */
    Outcome compare(IdSet got, Optional<Reason> emptyBecause, Function<String, List<String>> explanation) {
        boolean passed = ids.equals(got.ids);
        List<String> lines = new ArrayList<>();
        if (!passed) {
            emptyBecause.ifPresent(reason -> lines.add("empty because of " + reason));
            explain("missing", without(got), explanation, lines);
            explain("unexpected", got.without(this), explanation, lines);
        }
        return new Outcome(passed, toString(), got.toString(), lines);
    }

    private List<String> without(IdSet other) {
        return ids.stream().filter(id -> !other.ids.contains(id)).toList();
    }

    private static void explain(
            String what, List<String> differing, Function<String, List<String>> explanation, List<String> lines) {
        int count = 0;
        for (String id : differing) {
            if (count++ == EXPLAINED) {
                lines.add("and " + (differing.size() - EXPLAINED) + " more " + what);
                return;
            }
            lines.add(what + ": " + OneLine.of(id));
            explanation.apply(id).forEach(line -> lines.add("    " + line));
        }
    }

    /** Such as {@code [a, b]}. */
    @Override
    public String toString() {
        List<String> shown = ids.stream().limit(SHOWN).map(OneLine::of).toList();
        return "[" + String.join(", ", shown) + (ids.size() > SHOWN ? ", and " + (ids.size() - SHOWN) + " more" : "")
                + "]";
    }
}
