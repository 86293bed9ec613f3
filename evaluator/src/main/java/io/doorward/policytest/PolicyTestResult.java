package io.doorward.policytest;

import java.util.List;

/** What came of one test. An immutable value, safe to share between threads; holds no secret. */
public final class PolicyTestResult {

    private static final String INDENT = "    ";

    private final String name;
    private final Outcome outcome;

    PolicyTestResult(String name, Outcome outcome) {
        this.name = name;
        this.outcome = outcome;
    }

    /** The test's name as its file writes it: any text, and not always another one than those of other tests. */
    public String name() {
        return name;
    }

    /** Whether the answer was the expected one. */
    public boolean passed() {
        return outcome.passed();
    }

    /** The answer that the test expects, on one line: {@code ALLOW}, {@code DENY NO_GRANT}, {@code [a, b]}. */
    public String expected() {
        return outcome.expected();
    }

    /** The answer that came, on one line. */
    public String got() {
        return outcome.got();
    }

    /** Why that answer came, a line each; empty where the test passed. Immutable. */
    public List<String> explanation() {
        return outcome.explanation();
    }

    /** {@code PASS} and the name, or a line {@code FAIL name: expected X, got Y} and the explanation indented below. */
    @Override
    public String toString() {
        if (passed()) {
            return "PASS " + OneLine.of(name);
        }
        String verdict = "FAIL " + describe();
        return explanation().isEmpty() ? verdict : verdict + "\n" + String.join("\n", indented());
    }

    /** A failure on one line: {@code name: expected X, got Y}. */
    public String describe() {
        return OneLine.of(name) + ": expected " + expected() + ", got " + got();
    }

    private List<String> indented() {
        return explanation().stream().map(line -> INDENT + line).toList();
    }
}
