package io.doorward.cli;

import io.doorward.evaluator.Evaluator;
import io.doorward.model.Policy;
import java.time.Instant;
import java.util.Optional;

/** Evaluators at the instant that a user asks about. Stateless. */
final class Evaluators {

    private Evaluators() {}

    /** An evaluator at that instant, or now; time stands still, so that all of an answer is of one instant. */
    static Evaluator of(Policy policy, Optional<Instant> at) {
        return Evaluator.of(policy).at(at.orElseGet(Instant::now));
    }
}
