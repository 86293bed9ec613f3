package io.doorward.policytest;

import io.doorward.decision.Decision;
import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.evaluator.Evaluator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * May one principal do one thing?
 *
 * @param reason null where any will do
 */
record DecisionTest(
        Question question, boolean allow, @Nullable Reason reason) implements TestedQuestion {

    @Override
    public Outcome ask(Evaluator evaluator) {
        Decision decision = evaluator.check(question);
        boolean passed = decision.allowed() == allow && (reason == null || reason == decision.reason());
        return new Outcome(
                passed,
                words(allow, reason),
                words(decision.allowed(), decision.reason()),
                passed ? List.of() : Explanations.of(evaluator, question));
    }

    private static String words(boolean allow, @Nullable Reason reason) {
        if (allow) {
            return "ALLOW";
        }
        return reason == null ? "DENY" : "DENY " + reason;
    }
}
