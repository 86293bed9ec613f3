package io.doorward.policytest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.doorward.decision.Reason;
import io.doorward.json.PolicyJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the semantics as a question and its answer, in policy tests that can be read as documentation. */
class PolicyTestCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/policytests");

    @TestFactory
    Stream<DynamicContainer> everyRule() throws IOException {
        return testFiles().stream()
                .map(file -> dynamicContainer(
                        file.getFileName().toString(),
                        run(file).results().stream()
                                .map(result -> dynamicTest(result.name(), () -> assertThat(result.passed())
                                        .withFailMessage(result::toString)
                                        .isTrue()))));
    }

    @Test
    void everyReasonIsExpectedSomewhere() throws IOException {
        Set<Reason> expected = EnumSet.of(Reason.ALLOWED);
        for (Path file : testFiles()) {
            for (PolicyTestResult result : run(file).results()) {
                Stream.of(Reason.values())
                        .filter(reason -> result.expected().equals("DENY " + reason))
                        .forEach(expected::add);
            }
        }
        assertThat(EnumSet.complementOf(EnumSet.copyOf(expected)))
                .as("reasons that no test expects; a policy file is never stale")
                .containsExactly(Reason.STALE);
    }

    @Test
    void theFilesFollowTheSchemas() throws IOException {
        for (Path tests : testFiles()) {
            Path policy = tests.resolveSibling(tests.getFileName().toString().replace(".tests.json", ".json"));
            assertThat(schema("policy-test-1").validate(Files.readString(tests), InputFormat.JSON))
                    .as(tests.toString())
                    .isEmpty();
            assertThat(schema("policy-1").validate(Files.readString(policy), InputFormat.JSON))
                    .as(policy.toString())
                    .isEmpty();
        }
    }

    private static Schema schema(String name) throws IOException {
        try (InputStream in = PolicyJson.class.getResourceAsStream(name + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(requireNonNull(in, name).readAllBytes(), UTF_8));
        }
    }

    private static List<Path> testFiles() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            List<Path> tests = files.filter(file -> file.toString().endsWith(".tests.json"))
                    .sorted()
                    .toList();
            assertThat(tests).as("policy tests in " + CORPUS.toAbsolutePath()).isNotEmpty();
            return tests;
        }
    }

    private static PolicyTestReport run(Path file) {
        try {
            return PolicyTestFile.read(file).run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
