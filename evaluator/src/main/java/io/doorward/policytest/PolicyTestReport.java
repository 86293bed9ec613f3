package io.doorward.policytest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of all tests of a file, in the order of the file. An immutable value, safe to share between threads; holds
 * no secret.
 */
public final class PolicyTestReport {

    private final List<PolicyTestResult> results;

    PolicyTestReport(List<PolicyTestResult> results) {
        this.results = List.copyOf(results);
    }

    /** One result a test; immutable. */
    public List<PolicyTestResult> results() {
        return results;
    }

    /** The results of the tests that failed; immutable, empty if all is well. */
    public List<PolicyTestResult> failures() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /** Whether no test failed; also true of a file without tests. */
    public boolean allPassed() {
        return failures().isEmpty();
    }

    /**
     * For the last line of a unit test.
     *
     * @throws AssertionError if a test failed; the message is {@link #toString()}, so it explains every failure
     */
    public void assertAllPassed() {
        if (!allPassed()) {
            throw new AssertionError(toString());
        }
    }

    /** Every failure with its explanation, then how many tests passed and failed. */
    @Override
    public String toString() {
        List<PolicyTestResult> failures = failures();
        return failures.stream().map(failure -> failure + "\n").collect(Collectors.joining())
                + (results.size() - failures.size()) + " passed, " + failures.size() + " failed";
    }
}
