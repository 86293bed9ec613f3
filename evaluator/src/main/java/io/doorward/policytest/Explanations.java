package io.doorward.policytest;

import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import java.util.List;

/** Why a question was answered as it was, a line each. Stateless. */
final class Explanations {

    private Explanations() {}

    static List<String> of(Evaluator evaluator, Question question) {
        return evaluator.explain(question).text().lines().toList();
    }
}
