package io.doorward.policytest;

import io.doorward.evaluator.Evaluator;

/** A question and the answer that a test expects. Immutable. */
interface TestedQuestion {

    /** Asks it of an evaluator at the evaluator's time. */
    Outcome ask(Evaluator evaluator);
}
