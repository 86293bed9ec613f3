package io.doorward.explain;

import io.doorward.decision.Decision;
import io.doorward.permission.Permission;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decision with its whole derivation. For administrators: it names workspaces and teams that a client must not hear of.
 *
 * <p>Immutable. Holds no secret.
 *
 * @param question the question in words; of a token, only whose it is
 * @param needs what the action asks for, in words; empty if the action is unknown
 * @param decision the answer
 * @param suspended what is suspended of that which was asked about, in words; in most cases nothing
 * @param derivations what each workspace had to say, the owning one first, then by id; empty if the question failed before
 */
public record Explanation(
        String question, String needs, Decision decision, List<String> suspended, List<Derivation> derivations) {

    /** Copies the lists. */
    public Explanation {
        suspended = List.copyOf(suspended);
        derivations = List.copyOf(derivations);
    }

    /** The explanation for people, on several lines without a line end at the last one. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(decision.allowed() ? "ALLOW" : "DENY " + decision.reason())
                .append(": ")
                .append(question);
        if (!needs.isEmpty()) {
            text.append("\nneeds ").append(needs);
        }
        if (!suspended.isEmpty()) {
            text.append("\nsuspended: ").append(String.join(", ", suspended));
        }
        for (Derivation derivation : derivations) {
            text.append('\n').append(derivation);
            derivation.sources().forEach(source -> text.append("\n  ").append(source));
        }
        if (!decision.missing().isEmpty()) {
            text.append("\nmissing: ")
                    .append(decision.missing().stream().map(Permission::name).collect(Collectors.joining(", ")));
        }
        decision.holdsUntil().ifPresent(instant -> text.append("\nholds until ").append(instant));
        return text.toString();
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
