package io.doorward.policytest;

import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import io.doorward.explain.Derivation;
import io.doorward.explain.Explanation;
import io.doorward.permission.Action;
import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a question was answered as it was, a line each. Stateless. */
final class Explanations {

    private Explanations() {}

    static List<String> of(Evaluator evaluator, Question question) {
        return evaluator.explain(question).text().lines().toList();
    }

    /** The rows from which the rights of a principal on a thing come, whatever they are asked for. */
    static List<String> rows(Evaluator evaluator, String principal, Thing thing) {
        // Only questions can be explained, so any action will do: the rows are the same for all.
        Optional<Action> any = evaluator.catalogue().actions().stream()
                .filter(action -> action.scope().equals(Optional.of(thing.scope())))
                .findFirst();
        if (any.isEmpty()) {
            return List.of();
        }
        Explanation explanation = evaluator.explain(
                thing.asked(Question.ofPrincipal(principal).action(any.get().name())));
        if (explanation.derivations().isEmpty()) {
            return List.of("no rows: " + explanation.decision().reason());
        }
        List<String> lines = new ArrayList<>();
        explanation.suspended().forEach(suspended -> lines.add("suspended: " + suspended));
        for (Derivation derivation : explanation.derivations()) {
            lines.add(heading(derivation));
            derivation.sources().forEach(source -> lines.add("  " + source));
        }
        return lines;
    }

    private static String heading(Derivation derivation) {
        return "in " + Problem.quoted(derivation.place().value()) + (derivation.claimed() ? " (claimed)" : "")
                + ", " + derivation.relationship().words()
                + derivation.ceiling().map(ceiling -> ", ceiling " + ceiling).orElse("");
    }
}
