package io.doorward.cli;

import io.doorward.problem.InvalidPolicyException;
import java.util.List;

/** Wrong usage or unreadable input: what goes to standard error before the command ends with status 2. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    /** A refusal with one plain sentence. */
    Refusal(String sentence) {
        this(List.of(sentence));
    }

    /** A refusal with several things that are wrong, a line each. */
    Refusal(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /** A refusal of a document with all of its problems. */
    static Refusal of(String name, InvalidPolicyException e) {
        return new Refusal(
                e.problems().stream().map(problem -> name + ": " + problem).toList());
    }

    List<String> lines() {
        return lines;
    }
}
