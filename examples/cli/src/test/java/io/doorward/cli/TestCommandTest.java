package io.doorward.cli;

import static io.doorward.cli.Samples.plantTests;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyPolicy() throws IOException {
        Files.copy(Path.of(Samples.plant()), folder.resolve("plant.json"));
    }

    @Test
    void theTestsOfThePlantPass() {
        assertThat(Run.of("test", plantTests())).isEqualTo(new Run(0, List.of("9 passed, 0 failed"), List.of()));
    }

    @Test
    void aFailureIsOneLineWithTheExplanationIndentedBelow() throws IOException {
        String file = tests(
                "fails",
                "{'name': 'may he', 'principal': 'bob', 'action': 'organization.delete', 'organization': 'acme', 'expect': 'allow'}");
        Run run = Run.of("test", file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).first().isEqualTo("FAIL " + file + ": may he: expected ALLOW, got DENY OWNER_ONLY");
        assertThat(run.out().subList(1, run.out().size() - 1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
        assertThat(run.out()).last().isEqualTo("0 passed, 1 failed");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void allFilesRunAndABrokenOneBeatsAFailure() throws IOException {
        String failing =
                tests("fails", "{'name': 'n', 'principal': 'bob', 'workspace': 'plant-north', 'permissions': []}");
        String broken = tests(
                "broken", "{'name': 'n', 'principal': 'bob', 'workspace': 'plant-north', 'permissions': ['x', 'y']}");
        String missing = folder.resolve("missing.json").toString();
        Run run = Run.of("test", missing, broken, failing, plantTests());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).first().asString().startsWith("FAIL " + failing + ": n: expected [], got [members, ");
        assertThat(run.out()).last().isEqualTo("9 passed, 1 failed");
        assertThat(run.err())
                .hasSize(3)
                .contains(missing + ": there is no such file.")
                .anyMatch(line -> line.startsWith(broken + ": line 4, column "));
    }

    @Test
    void noTestAtAllIsRefused() throws IOException {
        Run run = Run.of("test", tests("empty", ""));
        assertThat(run).isEqualTo(new Run(2, List.of("0 passed, 0 failed"), List.of("There is no test in this file.")));
        assertThat(Run.of("test", tests("empty", ""), plantTests()).status()).isZero();
    }

    @Test
    void theInstantGivenReplacesTheFilesButNotATestsOwn() throws IOException {
        String question = "'principal': 'bob', 'action': 'device.edit_product', 'device': '" + Samples.HALL + "'";
        String file = tests(
                "time",
                "{'name': 'own', 'at': '2026-07-01T00:00:00Z', %1$s, 'expect': 'allow'}, {'name': 'common', %1$s, 'expect': 'allow'}"
                        .formatted(question));
        assertThat(Run.of("test", file).out()).containsExactly("2 passed, 0 failed");
        assertThat(Run.of("test", "--at", "2026-05-01T00:00:00Z", file).out())
                .first()
                .asString()
                .contains(": common: expected ALLOW, got DENY MISSING_PERMISSIONS");
    }

    @Test
    void wrongUsageIsOneSentence() {
        assertThat(Run.of("test").refusal()).startsWith("Name FILE");
        assertThat(Run.of("test", "--at", "noon", plantTests()).refusal()).startsWith("--at: ");
        assertThat(Run.of("test", "--coverage", plantTests()).refusal()).startsWith("There is no option --coverage");
    }

    private String tests(String name, String tests) throws IOException {
        return Files.writeString(
                        folder.resolve(name + ".tests.json"),
                        "{\"format\": \"doorward/policy-test/1\", \"policy\": \"plant.json\",\n"
                                + "\"at\": \"2026-07-01T12:00:00Z\",\n\"tests\": [\n" + tests.replace('\'', '"') + "]}")
                .toString();
    }
}
