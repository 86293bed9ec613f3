package io.doorward.policytest;

import java.util.List;

/**
 * What came of one question.
 *
 * @param explanation why the answer was not the expected one, a line each; empty if it was
 */
record Outcome(boolean passed, String expected, String got, List<String> explanation) {

    Outcome {
        explanation = List.copyOf(explanation);
    }
}
