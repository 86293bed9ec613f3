package io.doorward.policytest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTestFileTest {

    private static final String POLICY = """
            {"format": "doorward/policy/1",
             "users": [{"id": "alice", "tokens": [{"token": "secret-alice"}]}, {"id": "bob"}],
             "organizations": [{"id": "acme", "owner": "alice"}],
             "workspaces": [{"id": "north", "devices": [{"id": "hall-1"}, {"id": "hall-2"}],
               "members": [{"principal": "bob", "devices": {"hall-1": {"permissions": ["edit_basics"], "expiresAt": "2026-07-01T00:00:00Z"}}}]}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writePolicy() throws IOException {
        Files.writeString(folder.resolve("policy.json"), POLICY);
    }

    @Test
    void aFailureSaysWhatWasExpectedWhatCameAndWhy() throws IOException {
        PolicyTestReport report = PolicyTestFile.read(testFile("""
                        {"name": "passes", "principal": "bob", "action": "device.edit", "device": "hall-1", "expect": "allow"},
                        {"name": "fails", "principal": "bob", "action": "device.view", "device": "hall-2", "expect": "allow"}""")).run();

        assertThat(report.allPassed()).isFalse();
        assertThat(report.results()).extracting(PolicyTestResult::name).containsExactly("passes", "fails");
        PolicyTestResult failure = report.failures().get(0);
        assertThat(failure.describe()).isEqualTo("fails: expected ALLOW, got DENY NO_GRANT");
        assertThat(failure.explanation()).anyMatch(line -> line.startsWith("workspace \"north\": NO_GRANT"));
        assertThat(report.toString())
                .startsWith("FAIL fails: expected ALLOW, got DENY NO_GRANT\n    ")
                .endsWith("\n1 passed, 1 failed");
        assertThatThrownBy(report::assertAllPassed)
                .isInstanceOf(AssertionError.class)
                .hasMessage(report.toString());
    }

    @Test
    void aFileOfPassedTestsAssertsNothing() throws IOException {
        PolicyTestReport report = PolicyTestFile.read(
                        testFile("{'name': 'n', 'principal': 'bob', 'workspace': 'north', 'permissions': []}"))
                .run();
        report.assertAllPassed();
        assertThat(report.toString()).isEqualTo("1 passed, 0 failed");
    }

    @Test
    void anExpectedDenialWithoutAReasonTakesAnyReasonAndOneWithAReasonOnlyThat() throws IOException {
        String question = "'principal': 'bob', 'action': 'device.view', 'device': 'hall-2', 'expect': 'deny'";
        List<PolicyTestResult> results = PolicyTestFile.read(testFile(
                        "{'name': 'any', %1$s}, {'name': 'right', %1$s, 'reason': 'NO_GRANT'},".formatted(question)
                                + "{'name': 'wrong', %s, 'reason': 'EXPIRED'}".formatted(question)))
                .run()
                .results();
        assertThat(results).extracting(PolicyTestResult::passed).containsExactly(true, true, false);
        assertThat(results.get(2).describe()).isEqualTo("wrong: expected DENY EXPIRED, got DENY NO_GRANT");
    }

    @Test
    void theInstantIsTheTestsOwnElseTheOneGivenElseTheFiles() throws IOException {
        PolicyTestFile file = PolicyTestFile.read(testFile("""
                        {'name': 'own', 'at': '2026-08-01T00:00:00Z', 'principal': 'bob', 'action': 'device.edit', 'device': 'hall-1', 'expect': 'deny', 'reason': 'EXPIRED'},
                        {'name': 'common', 'principal': 'bob', 'action': 'device.edit', 'device': 'hall-1', 'expect': 'allow'}"""));
        assertThat(file.run().allPassed()).isTrue();
        assertThat(file.runAt(Instant.parse("2026-07-01T00:00:00Z")).failures())
                .extracting(PolicyTestResult::describe)
                .containsExactly("common: expected ALLOW, got DENY EXPIRED");
    }

    @Test
    void listsAreSetsAndADifferenceIsExplained() throws IOException {
        List<PolicyTestResult> results =
                PolicyTestFile.read(testFile("""
                        {'name': 'twice and in any order', 'principal': 'alice', 'action': 'organization.view', 'organization': 'acme', 'expect': 'allow'},
                        {'name': 'same', 'action': 'workspace.view', 'workspace': 'north', 'principals': ['bob', 'bob']},
                        {'name': 'more', 'principal': 'bob', 'action': 'device.view', 'devices': ['hall-2', 'hall-1', 'no\\nne']},
                        {'name': 'fewer', 'action': 'workspace.view', 'workspace': 'north', 'principals': []},
                        {'name': 'empty', 'token': 'nobody', 'action': 'workspace.view', 'workspaces': ['north']},
                        {'name': 'rights', 'principal': 'bob', 'device': 'hall-1', 'permissions': ['view', 'edit_product']}""")).run().results();
        assertThat(results.subList(0, 2)).allMatch(PolicyTestResult::passed);
        assertThat(results.get(2).describe()).isEqualTo("more: expected [hall-1, hall-2, no\\u000ane], got [hall-1]");
        assertThat(results.get(2).explanation()).contains("missing: hall-2", "missing: no\\u000ane");
        assertThat(results.get(3).describe()).isEqualTo("fewer: expected [], got [bob]");
        assertThat(results.get(3).explanation()).contains("unexpected: bob");
        assertThat(results.get(4).explanation()).contains("empty because of UNKNOWN_TOKEN");
        assertThat(results.get(5).describe())
                .isEqualTo("rights: expected [view, edit_product], got [view, edit_basics]");
        assertThat(results.get(5).explanation())
                .containsExactly(
                        "missing: edit_product",
                        "unexpected: edit_basics",
                        "in \"north\", member",
                        "  grant on the device: view, edit_basics until 2026-07-01T00:00:00Z");
    }

    @Test
    void noTokenIsShown() throws IOException {
        PolicyTestReport report = PolicyTestFile.read(testFile("""
                        {'name': 'a', 'token': 'secret-alice', 'action': 'device.view', 'device': 'hall-1', 'expect': 'allow'},
                        {'name': 'b', 'token': 'secret-nobody', 'action': 'device.view', 'device': 'hall-1', 'expect': 'allow'},
                        {'name': 'c', 'token': 'secret-alice', 'action': 'device.view', 'devices': ['hall-1']}""")).run();
        assertThat(report.failures()).hasSize(3);
        assertThat(report.toString()).doesNotContain("secret-");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {'name': 'n'} | This test expects nothing
            {'principal': 'bob', 'action': 'device.view', 'device': 'd', 'expect': 'allow'} | The key "name" is missing in a test
            {'name': 'n', 'action': 'device.view', 'device': 'd', 'expect': 'allow'} | does not say who asks; add token or principal
            {'name': 'n', 'token': 't', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'expect': 'allow'} | either a token or a principal
            {'name': 'n', 'principal': 'bob', 'device': 'd', 'expect': 'allow'} | The key "action" is missing
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'expect': 'allow'} | does not say what it is about
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'organization': 'acme', 'expect': 'allow'} | names an organization beside a device
            {'name': 'n', 'principal': 'bob', 'action': 'workspace.view', 'workspace': 'w', 'organization': 'acme', 'expect': 'allow'} | names an organization beside a workspace
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'expect': 'allow', 'devices': []} | has both expect and devices
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'expect': 'Allow'} | "expect" is "allow" or "deny", not "Allow"
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'expect': 'deny', 'reason': 'NO'} | "NO" is no reason
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'expect': 'allow', 'reason': 'NO_GRANT'} | What is allowed has the reason ALLOWED
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'expect': 'deny', 'reason': 'ALLOWED'} | cannot have the reason ALLOWED
            {'name': 'n', 'principal': 'bob', 'action': 'device.melt', 'device': 'd', 'expect': 'deny'} | no action "device.melt"
            {'name': 'n', 'principal': 'bob', 'action': 'device.melt', 'device': 'd', 'expect': 'deny', 'reason': 'UNKNOWN_DEVICE'} | no action "device.melt"
            {'name': 'n', 'principal': 'bob', 'action': 'workspace.view', 'device': 'd', 'expect': 'deny'} | is asked on a workspace, and this test is about a device
            {'name': 'n', 'principal': 'bob', 'action': 'workspace.view', 'devices': []} | is asked on a workspace, and this test is about a device
            {'name': 'n', 'principal': 'bob', 'action': 'organization.view', 'workspaces': []} | is asked on an organization, and this test is about a workspace
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'devices': [], 'device': 'd'} | The key "device" does not go with "devices"
            {'name': 'n', 'principal': 'bob', 'action': 'workspace.view', 'workspaces': [], 'workspace': 'w'} | The key "workspace" does not go with "workspaces"
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'devices': [], 'reason': 'NO_GRANT'} | The key "reason" does not go with "devices"
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'principals': []} | The key "principal" does not go with "principals"
            {'name': 'n', 'device': 'd', 'principals': []} | The key "action" is missing
            {'name': 'n', 'action': 'device.view', 'principals': []} | does not say what it is about
            {'name': 'n', 'principal': 'bob', 'token': 't', 'device': 'hall-1', 'permissions': []} | The key "token" does not go with "permissions"
            {'name': 'n', 'principal': 'bob', 'action': 'device.view', 'device': 'd', 'permissions': []} | The key "action" does not go with "permissions"
            {'name': 'n', 'principal': 'bob', 'device': 'd', 'permissions': ['rules']} | no device permission "rules"
            {'name': 'n', 'principal': 'bob', 'workspace': 'w', 'permissions': ['view']} | no workspace permission "view"
            {'name': 'n', 'principal': 'bob', 'organization': 'acme', 'permissions': ['view']} | no organization permission "view"
            {'name': 'n', 'principal': 'bob', 'device': 'd', 'permissions': 'view'} | must be an array
            {'name': 'n', 'principal': 'bob', 'device': 'd', 'permissions': [1]} | must be a string, not a number
            {'name': 'n', 'principal': null, 'device': 'd', 'permissions': []} | is null
            {'name': 'n', 'principal': 'bob', 'principal': 'bob', 'device': 'd', 'permissions': []} | stands twice
            {'name': 'n', 'principal': 'bob', 'device': 'd', 'permissions': [], 'note': ''} | The key "note" is unknown
            {'name': 'n', 'at': '2026-07-01', 'principal': 'bob', 'device': 'd', 'permissions': []} | is not an instant
            [] | must be an object
            """)
    void whatIsWrongWithATestIsSaid(String test, String message) throws IOException {
        List<Problem> problems = problems(testFile(test));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).place()).startsWith("line 5, column ");
        assertThat(problems.get(0).message()).contains(message);
    }

    @Test
    void unknownActionsAreLegalWhereTheyAreExpectedToBeUnknown() throws IOException {
        PolicyTestFile.read(testFile("""
                        {'name': 'none', 'principal': 'bob', 'action': 'device.melt', 'device': 'hall-1', 'expect': 'deny', 'reason': 'UNKNOWN_ACTION'},
                        {'name': 'other scope', 'principal': 'bob', 'action': 'workspace.view', 'device': 'hall-1', 'expect': 'deny', 'reason': 'UNKNOWN_ACTION'}""")).run().assertAllPassed();
    }

    @Test
    void unknownIdsAreLegalQuestions() throws IOException {
        PolicyTestFile.read(testFile("""
                        {'name': 'principal', 'principal': '', 'action': 'device.view', 'device': 'hall-1', 'expect': 'deny', 'reason': 'UNKNOWN_PRINCIPAL'},
                        {'name': 'device', 'principal': 'bob', 'action': 'device.view', 'device': '', 'expect': 'deny', 'reason': 'UNKNOWN_DEVICE'},
                        {'name': 'who', 'action': 'device.view', 'device': '', 'principals': []},
                        {'name': 'where', 'principal': 'bob', 'action': 'device.view', 'workspace': '', 'devices': []},
                        {'name': 'rights', 'principal': '', 'workspace': '', 'permissions': []}""")).run().assertAllPassed();
    }

    @Test
    void allProblemsComeAtOnceInTheOrderOfTheFile() throws IOException {
        Path file = folder.resolve("many.tests.json");
        Files.writeString(file, """
                {"format": "doorward/policy/1", "at": "noon", "extra": 1,
                 "policy": "policy.json",
                 "tests": [
                  {"name": "a", "principal": "bob", "action": "device.melt", "device": "d", "expect": "perhaps"},
                  {"name": "b", "principal": "bob", "device": "d", "permissions": ["x", "view", "y"]}]}
                """);
        assertThat(problems(file))
                .extracting(Problem::place)
                .containsExactly(
                        "line 1, column 12",
                        "line 1, column 39",
                        "line 1, column 47",
                        "line 4, column 47",
                        "line 4, column 87",
                        "line 5, column 68",
                        "line 5, column 81");
    }

    @Test
    void theProblemsOfThePolicyAreNamedWithItsFile() throws IOException {
        Files.writeString(folder.resolve("policy.json"), "{\"format\": \"doorward/policy/1\", \"usrs\": []}");
        assertThat(problems(testFile("{'name': 'n'}")))
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.startsWith("line 5, column 1: This test expects nothing"))
                .anyMatch(problem -> problem.startsWith("policy policy.json, line 1, column 33: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none.json | does not exist
            . | is a folder
            jdbc:sqlite:plant.db | not in this version
            """)
    void aPolicyThatCannotBeReadIsAProblem(String policy, String message) throws IOException {
        Path file = folder.resolve("lost.tests.json");
        Files.writeString(
                file, "{\"format\": \"doorward/policy-test/1\", \"policy\": \"" + policy + "\", \"tests\": []}");
        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("line 1, column 48");
            assertThat(problem.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | The key "format" is missing
            [] | must be an object
            {"format": "doorward/policy-test/1", "policy": "policy.json"} | The key "tests" is missing
            {"format": "doorward/policy-test/1", "policy": "policy.json", "tests": {}} | must be an array
            {"format": "doorward/policy-test/1", "policy": "policy.json", "tests": []} x | More text follows
            {"format": "doorward/policy-test/1", "policy": "policy.json", "tests": [ | ends too early
            """)
    void aFileThatIsNoPolicyTestIsRefused(String document, String message) throws IOException {
        Path file = folder.resolve("bad.tests.json");
        Files.writeString(file, document);
        assertThat(problems(file)).extracting(Problem::message).anyMatch(problem -> problem.contains(message));
    }

    @Test
    void aFileWithoutTestsIsLegal() throws IOException {
        PolicyTestFile file = PolicyTestFile.read(testFile(""));
        assertThat(file.size()).isZero();
        assertThat(file.run().allPassed()).isTrue();
    }

    @Test
    void aFileThatIsNotThereIsAnIoException() {
        assertThatThrownBy(() -> PolicyTestFile.read(folder.resolve("none.tests.json")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Path testFile(String tests) throws IOException {
        Path file = folder.resolve("policy.tests.json");
        return Files.writeString(
                file,
                "{\"format\": \"doorward/policy-test/1\",\n \"policy\": \"policy.json\",\n"
                        + " \"at\": \"2026-06-01T00:00:00Z\",\n \"tests\": [\n" + tests.replace('\'', '"') + "]}");
    }

    private static List<Problem> problems(Path file) {
        return catchThrowableOfType(InvalidPolicyException.class, () -> PolicyTestFile.read(file))
                .problems();
    }
}
