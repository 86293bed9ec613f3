package io.doorward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.token.TokenHash;
import io.doorward.token.TokenSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void aValidPolicyHasNoProblems() {
        assertThat(Run.of("validate", Samples.plant())).isEqualTo(new Run(0, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"format\": \"doorward/policy/1\"} x",
                "\uFEFF{\"format\": \"doorward/policy/1\"}"
            })
    void problemsOfTheContentAreTheAnswer(String content) throws IOException {
        Run run = Run.of("validate", file(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isNotEmpty().allMatch(line -> line.startsWith("line 1, column "));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void badUtf8IsAProblemOfTheContent() throws IOException {
        assertThat(Run.of("validate", file(new byte[] {'{', (byte) 0xc0, (byte) 0x80}))
                        .status())
                .isEqualTo(1);
    }

    @Test
    void everyProblemHasItsLine() throws IOException {
        String users = "[{\"id\": \"a\"},\n {\"id\": \"a\", \"email\": 1},\n {\"identity\": \"b\"}]";
        Run run = Run.of(
                "validate",
                file(("{\"format\": \"doorward/policy/1\",\n \"users\": " + users + "}")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).anyMatch(line -> line.startsWith("line 3, column "));
        assertThat(run.out()).anyMatch(line -> line.startsWith("line 4, column "));
    }

    @Test
    void aFileThatCannotBeReadIsRefused() {
        assertThat(Run.of("validate", folder.resolve("missing").toString()).refusal())
                .endsWith(": there is no such file.");
        assertThat(Run.of("validate", folder.toString()).refusal()).endsWith(": this is a folder, not a file.");
        assertThat(Run.of("validate", "jdbc:x").refusal()).contains("not in this version");
        assertThat(Run.of("validate").refusal()).startsWith("Name FILE");
        assertThat(Run.of("validate", "a", "b").refusal()).startsWith("There is an argument");
    }

    @Test
    void aTokenComesWithItsHash() {
        Run run = Run.of("token");
        assertThat(run.status()).isZero();
        assertThat(run.out()).hasSize(2);
        assertThat(TokenSecret.isWellFormed(run.out().get(0))).isTrue();
        assertThat(run.out().get(1))
                .isEqualTo(TokenHash.ofClearText(run.out().get(0)).hex());
        assertThat(Run.of("token").out()).isNotEqualTo(run.out());
        assertThat(Run.of("token", "x").status()).isEqualTo(2);
        assertThat(Run.of("token", "--at", Samples.AT).status()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandHasHelp(CommandName name) {
        for (String help : List.of("--help", "-h")) {
            Run run = Run.of(name.word(), help);
            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).first().asString().startsWith("Usage: java -jar doorward.jar " + name.word() + " ");
            assertThat(run.out()).contains(name.summary()).anyMatch(line -> line.contains("--json"));
        }
    }

    @Test
    void thereIsHelpForAll() {
        Run run = Run.of("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).first().asString().startsWith("Usage: ");
        for (CommandName name : CommandName.values()) {
            assertThat(run.out()).anyMatch(line -> line.startsWith("  " + name.word() + " "));
        }
    }

    @Test
    void thereIsAVersion() {
        Run run = Run.of("--version");
        assertThat(run.status()).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("doorward ");
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(Run.of().refusal()).startsWith("Name a command: check, test, ");
        assertThat(Run.of("diff").refusal()).startsWith("The first argument must be a command: check, ");
        assertThat(Run.of("--json", "check").refusal()).startsWith("The first argument must be a command");
        assertThat(Run.of("Check").refusal()).startsWith("The first argument must be a command");
    }

    @Test
    void anArgumentThatCouldNotBeDecodedIsRefusedWithAdvice() {
        assertThat(Run.of("check", "--policy", "x", "--principal", "bo\uFFFD").refusal())
                .startsWith("Argument 5 is not text in the encoding of this locale (")
                .contains("LC_ALL=C.UTF-8");
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("policy.json"), content).toString();
    }
}
