package io.doorward.policytest;

import io.doorward.document.DocumentProblems;
import io.doorward.document.DocumentReader;
import io.doorward.document.Limits;
import io.doorward.evaluator.Evaluator;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.policytest.TestDraft.Text;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of questions to a policy, each with the answer that is expected, in the format {@code doorward/policy-test/1};
 * {@code docs/policy-tests.md} describes it.
 *
 * <pre>{@code
 * @Test
 * void thePlantIsSafe() throws IOException {
 *     PolicyTestFile.read(Path.of("plant.tests.json")).run().assertAllPassed();
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe. No argument may be null. A file exists only if it and its policy are free of errors. It
 * may hold tokens in clear, since those stand in the file, but shows them to nobody.
 */
public final class PolicyTestFile {

    /** How a place in a policy begins, so that nobody looks for it in the test file. */
    private static final String IN_POLICY = "policy ";

    private final Policy policy;
    private final @Nullable Instant at;
    private final List<PolicyTest> tests;

    private PolicyTestFile(Policy policy, @Nullable Instant at, List<PolicyTest> tests) {
        this.policy = policy;
        this.at = at;
        this.tests = tests;
    }

    /**
     * Reads a test file and the policy that it names, relative to its own folder.
     *
     * @throws InvalidPolicyException with all problems of both: those of the test file by line and column, those of the
     *     policy by its name, line and column
     * @throws IOException if the test file cannot be read; a policy that cannot is a problem of the file
     */
    public static PolicyTestFile read(Path file) throws IOException {
        DocumentProblems problems = new DocumentProblems(Limits.DEFAULT);
        PolicyTestReader reader = new PolicyTestReader();
        try (InputStream in = Files.newInputStream(file)) {
            DocumentReader.read(in, Limits.DEFAULT, problems, reader::readDocument);
        }
        Text name = reader.policy();
        Policy policy = name == null ? null : readPolicy(file, name, problems);
        List<PolicyTest> tests = new PolicyTestCompiler(policy == null ? null : policy.catalogue(), problems::add)
                .compile(reader.tests());
        if (policy == null || !problems.isEmpty()) {
            throw new InvalidPolicyException(problems.list());
        }
        return new PolicyTestFile(policy, reader.at(), tests);
    }

    private static @Nullable Policy readPolicy(Path file, Text name, DocumentProblems problems) throws IOException {
        if (name.text().startsWith("jdbc:")) {
            problems.add(
                    name.position(), "Policies in a database (jdbc:) are not in this version; name a policy file.");
            return null;
        }
        Path path;
        try {
            path = file.resolveSibling(name.text());
        } catch (InvalidPathException e) {
            problems.add(
                    name.position(),
                    "The policy " + Problem.quoted(name.text()) + " is no file name on this system; rename the file.");
            return null;
        }
        try {
            return PolicyJson.read(path);
        } catch (InvalidPolicyException e) {
            problems.addAll(e.problems().stream()
                    .map(problem -> new Problem(IN_POLICY + name.text() + placeIn(problem), problem.message()))
                    .toList());
        } catch (IOException e) {
            problems.add(name.position(), unreadable(name.text(), path));
        }
        return null;
    }

    private static String placeIn(Problem problem) {
        return problem.place().isEmpty() ? "" : ", " + problem.place();
    }

    private static String unreadable(String name, Path path) {
        String policy = "The policy " + Problem.quoted(name);
        if (Files.isDirectory(path)) {
            return policy + " is a folder; name a policy file.";
        }
        return Files.exists(path)
                ? policy + " cannot be read; check who may read it."
                : policy + " does not exist; it is looked for beside this file.";
    }

    /** The policy that the tests are about. */
    public Policy policy() {
        return policy;
    }

    /** How many tests there are. */
    public int size() {
        return tests.size();
    }

    /**
     * Runs all tests, each at its own instant if it has one, else at the file's, else now. Nothing is printed or logged.
     */
    public PolicyTestReport run() {
        return runAt(at == null ? Instant.now() : at);
    }

    /** Runs all tests as {@link #run()} does, but at this instant instead of the file's. */
    public PolicyTestReport runAt(Instant instant) {
        Evaluator evaluator = Evaluator.of(policy);
        return new PolicyTestReport(
                tests.stream().map(test -> test.run(evaluator, instant)).toList());
    }
}
