package io.doorward.cli;

import static io.doorward.cli.Samples.AT;
import static io.doorward.cli.Samples.GUEST;
import static io.doorward.cli.Samples.HALL;
import static io.doorward.cli.Samples.plant;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    @TempDir
    private Path folder;

    @Test
    void allowsOnOneLine() {
        Run run = check("--token test --action device.record_measurements --device " + HALL);
        assertThat(run).isEqualTo(new Run(0, List.of("ALLOW"), List.of()));
    }

    @Test
    void deniesWithTheReasonAndWhatIsMissing() {
        Run run = check("--principal gateway-1 --action device.edit --device " + HALL);
        assertThat(run).isEqualTo(new Run(1, List.of("DENY MISSING_PERMISSIONS", "missing: edit_basics"), List.of()));
    }

    @Test
    void deniesOnOneLineWhereNothingIsMissing() {
        Run run = check("--principal zoe --action device.edit --device " + HALL);
        assertThat(run).isEqualTo(new Run(1, List.of("DENY UNKNOWN_PRINCIPAL"), List.of()));
    }

    @Test
    void explainsBelowTheAnswer() {
        Run run = check("--token test --action device.edit --explain --device " + HALL);
        assertThat(run.out()).startsWith("DENY MISSING_PERMISSIONS", "missing: edit_basics");
        assertThat(run.out())
                .anyMatch(line -> line.contains("workspace \"plant-north\": MISSING_PERMISSIONS; member"))
                .anyMatch(line -> line.contains("grant on the device: view, record_measurements"));
        assertThat(run.out().subList(2, run.out().size()))
                .noneMatch(line -> line.startsWith("DENY") || line.startsWith("missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --token secret-alice --action workspace.manage_members --workspace plant-north | ALLOW
            --token secret-alice --action organization.delete --organization acme | ALLOW
            --principal bob --action organization.delete --organization acme | DENY OWNER_ONLY
            --principal bob --action device.melt --device x | DENY UNKNOWN_ACTION
            --principal bob --action device.view --workspace plant-north | DENY UNKNOWN_ACTION
            --principal bob --action workspace.view --device x | DENY UNKNOWN_ACTION
            --principal bob --action device.view --device x | DENY UNKNOWN_DEVICE
            --principal bob --action workspace.view --workspace x | DENY UNKNOWN_WORKSPACE
            --principal bob --action organization.view --organization x | DENY UNKNOWN_ORGANIZATION
            --principal bob --action device.view --device 0f8fad5b-d9cb-469f-a165-70867728950e --workspace plant-south | DENY UNKNOWN_DEVICE
            --principal bob --action device.view --device 7c9e6679-7425-40de-944b-e07fc1f90ae7 --workspace plant-north | ALLOW
            --principal bob --action device.view --device 7c9e6679-7425-40de-944b-e07fc1f90ae7 --workspace plant-south | DENY NOT_A_MEMBER
            --token claim-me --action device.view --device x | DENY UNKNOWN_TOKEN
            """)
    void answersQuestionsOfEveryKind(String arguments, String answer) {
        assertThat(check(arguments).out()).first().isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "a\u0000b",
                "@",
                "@plant.json",
                "*",
                "é",
                "🙂",
                "-",
                "-x",
                "--",
                "\"x\"",
                "${x}",
                "--json",
                "--help",
                "-h",
                "--token=x"
            })
    void whatIsNoIdIsADenialInTheDueOrder(String text) {
        String policy = plant();
        String overlong = "x".repeat(2000);
        for (String id : List.of(text, text + overlong)) {
            assertThat(Run.of("check", "--policy", policy, "--token=" + id + "!", "--action=" + id, "--device=" + id)
                            .out())
                    .containsExactly("DENY UNKNOWN_TOKEN");
            assertThat(Run.of("check", "--policy", policy, "--principal=" + id, "--action=" + id, "--device=" + id)
                            .out())
                    .containsExactly("DENY UNKNOWN_PRINCIPAL");
            assertThat(Run.of("check", "--policy", policy, "--principal=bob", "--action=" + id, "--device=" + id)
                            .out())
                    .containsExactly("DENY UNKNOWN_ACTION");
            assertThat(Run.of("check", "--policy", policy, "--principal=bob", "--action=device.view", "--device=" + id)
                            .out())
                    .containsExactly("DENY UNKNOWN_DEVICE");
            assertThat(Run.of(
                                    "check",
                                    "--policy",
                                    policy,
                                    "--principal=bob",
                                    "--action=device.view",
                                    "--device=" + HALL,
                                    "--workspace=" + id)
                            .out())
                    .containsExactly("DENY UNKNOWN_WORKSPACE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--", "-", "-x", "--x", "-hx", "", "@x", "=", "x=y", "--json", "--help", "-h"})
    void anIdMayBeginAsAnOptionDoes(String id) {
        assertThat(Run.of(
                        "check", "--policy", plant(), "--principal", "bob", "--action", "device.view", "--device", id))
                .isEqualTo(new Run(1, List.of("DENY UNKNOWN_DEVICE"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "test\n", "test\r\n", "test\nsecond line\n", "test\n\u0000"})
    void readsATokenFromTheFirstLineOfStandardInput(String input) {
        assertThat(Run.withInput(input, checkArguments("--token - --action workspace.view --workspace plant-north"))
                        .out())
                .containsExactly("ALLOW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "test \n", " test\n", "test\r", "test\r\r\n", "\ntest\n", "\uFEFFtest\n"})
    void takesNothingElseFromTheLine(String input) {
        assertThat(Run.withInput(input, checkArguments("--token - --action workspace.view --workspace plant-north")))
                .isEqualTo(new Run(1, List.of("DENY UNKNOWN_TOKEN"), List.of()));
    }

    @Test
    void aLineThatIsTooLongIsNoToken() {
        assertThat(Run.withInput(
                        "é".repeat(1 << 20),
                        checkArguments("--token - --action workspace.view --workspace plant-north")))
                .isEqualTo(new Run(1, List.of("DENY UNKNOWN_TOKEN"), List.of()));
    }

    @Test
    void aTokenThatIsNotUtf8IsRefused() {
        Run run = Run.withInput(
                new byte[] {'t', (byte) 0xff, '\n'},
                checkArguments("--token - --action workspace.view --workspace plant-north"));
        assertThat(run.refusal()).isEqualTo("The token on standard input is not UTF-8; check how it was stored.");
    }

    @Test
    void asksAboutTheInstantGiven() {
        String question = "--principal bob --action device.edit_product --device " + HALL + " --at ";
        assertThat(check(question + "2026-05-31T23:59:59.999999999Z").out())
                .containsExactly("DENY MISSING_PERMISSIONS", "missing: edit_product");
        assertThat(check(question + "2026-06-01T00:00:00Z").out()).containsExactly("ALLOW");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --action device.view --device d | Say who asks
            --token t --principal p --action device.view --device d | Only one can ask
            --token t --action device.view | Say what the question is about
            --token t --action device.view --device d --organization o | A question is about one thing
            --token t --action device.view --workspace w --organization o | A question is about one thing
            --token t --device d | Add --action NAME.
            --token t --action device.view --device d --at noon | --at: "noon" is not an instant
            --token t --action device.view --device d --at | The option --at needs a value
            --token t --action device.view --device d --device e | The option --device is given twice
            --token t --action device.view --device d surplus | There is an argument that belongs to no option
            --tokn SECRET --action device.view --device d | There is no option --tokn
            --token=t --tokn=SECRET --action device.view --device d | There is no option --tokn
            --token t --action device.view --device d --json=SECRET | The option --json cannot be understood
            --token t --action device.view --device d --coverage | There is no option --coverage
            """)
    void wrongUsageIsOneSentence(String arguments, String sentence) {
        String refusal = check(arguments).refusal();
        assertThat(refusal).startsWith(sentence).doesNotContain("SECRET");
    }

    @Test
    void aPolicyIsNeeded() {
        assertThat(Run.of("check", "--token", "t", "--action", "a", "--device", "d")
                        .refusal())
                .isEqualTo("Add --policy FILE.");
    }

    @Test
    void aPolicyThatCannotBeReadIsOneSentence() {
        String missing = folder.resolve("missing.json").toString();
        assertThat(Run.of("check", "--policy", missing, "--token", "t", "--action", "a", "--device", "d")
                        .refusal())
                .isEqualTo(missing + ": there is no such file.");
        assertThat(Run.of("check", "--policy", folder.toString(), "--token", "t", "--action", "a", "--device", "d")
                        .refusal())
                .isEqualTo(folder + ": this is a folder, not a file.");
        assertThat(Run.of("check", "--policy", "a\u0000b", "--token", "t", "--action", "a", "--device", "d")
                        .refusal())
                .contains("this is no file name");
        assertThat(Run.of("check", "--policy", "jdbc:sqlite:x", "--token", "t", "--action", "a", "--device", "d")
                        .refusal())
                .contains("jdbc:", "not in this version");
    }

    @Test
    void anInvalidPolicyIsRefusedWithAllItsProblems() throws IOException {
        Path policy = Files.writeString(
                folder.resolve("bad.json"),
                "{\"format\": \"doorward/policy/1\",\n \"users\": [{\"id\": \"\"}, {}],\n \"extra\": null}");
        Run run = Run.of("check", "--policy", policy.toString(), "--token", "t", "--action", "a", "--device", "d");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSizeGreaterThanOrEqualTo(3).allMatch(line -> line.startsWith(policy + ": line "));
    }

    @Test
    void noTokenIsPrinted() {
        assertThat(Stream.of(
                                check("--token secret-alice --action device.view --explain --device " + HALL),
                                check("--token secret-alice --action device.view --explain --json --device " + HALL),
                                check("--token secret-none --action device.view --explain --device " + GUEST),
                                check("--token secret-alice --tokn secret-alice --action device.view"))
                        .map(Run::toString))
                .noneMatch(text -> text.contains("secret-"));
    }

    private static Run check(String arguments) {
        return Run.of(checkArguments(arguments));
    }

    private static String[] checkArguments(String arguments) {
        String at = arguments.contains("--at") ? "" : " --at " + AT;
        return Stream.concat(Stream.of("check", "--policy", plant()), Stream.of((arguments + at).split(" ")))
                .toArray(String[]::new);
    }
}
