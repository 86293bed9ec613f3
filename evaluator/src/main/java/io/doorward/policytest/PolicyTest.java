package io.doorward.policytest;

import io.doorward.evaluator.Evaluator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One test of a file.
 *
 * @param at the instant that the test names for itself, or null
 */
record PolicyTest(String name, @Nullable Instant at, TestedQuestion question) {

    /** Runs it, at its own instant or else at the one given. */
    PolicyTestResult run(Evaluator evaluator, Instant otherwise) {
        return new PolicyTestResult(name, question.ask(evaluator.at(at == null ? otherwise : at)));
    }
}
