package io.doorward.cli;

import io.doorward.decision.Reason;
import io.doorward.explain.Derivation;
import io.doorward.explain.Explanation;
import io.doorward.explain.Source;
import io.doorward.model.InstantText;
import java.util.ArrayList;
import java.util.List;

/** How an answer came about, as lines. Stateless. */
final class Derivations {

    private static final String INDENT = "  ";

    private Derivations() {}

    /** The whole derivation, without the answer itself, which stands above it. */
    static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.question());
        if (!explanation.needs().isEmpty()) {
            lines.add("needs " + explanation.needs());
        }
        if (!explanation.suspended().isEmpty()) {
            lines.add("suspended: " + String.join(", ", explanation.suspended()));
        }
        for (Derivation derivation : explanation.derivations()) {
            lines.add(derivation.toString());
            derivation.sources().forEach(source -> lines.add(INDENT + source));
        }
        explanation
                .decision()
                .holdsUntil()
                .ifPresent(instant -> lines.add("holds until " + InstantText.format(instant)));
        return lines;
    }

    /** Through what something is allowed: the workspaces that allow it, and the rows there that count. */
    static List<String> through(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        for (Derivation derivation : explanation.derivations()) {
            if (derivation.outcome() == Reason.ALLOWED) {
                lines.add(derivation.toString());
                derivation.sources().stream().filter(Source::live).forEach(source -> lines.add(INDENT + source));
            }
        }
        return lines;
    }
}
