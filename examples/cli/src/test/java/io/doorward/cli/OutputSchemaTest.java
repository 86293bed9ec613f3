package io.doorward.cli;

import static io.doorward.cli.Samples.AT;
import static io.doorward.cli.Samples.HALL;
import static io.doorward.cli.Samples.plant;
import static io.doorward.cli.Samples.plantTests;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.doorward.decision.Reason;
import io.doorward.model.Cascade;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is printed with {@code --json} is what the schema says, and the text says the same. */
class OutputSchemaTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            check --token test --action device.view --device $HALL | 0 | {"allowed":true,"reason":"ALLOWED","missing":[],"revision":0,"holdsUntil":"2027-01-01T00:00:00Z"}
            check --principal bob --action device.edit --device x | 1 | {"allowed":false,"reason":"UNKNOWN_DEVICE","missing":[],"revision":0}
            check --principal gateway-1 --action device.edit --device $HALL | 1 | {"allowed":false,"reason":"MISSING_PERMISSIONS","missing":[{"scope":"device","permission":"edit_basics"}],"revision":0,"holdsUntil":"2027-01-01T00:00:00Z"}
            check --principal gateway-1 --action workspace.edit --workspace plant-north | 1 | {"allowed":false,"reason":"MISSING_PERMISSIONS","missing":[{"scope":"workspace","permission":"basics"}],"revision":0,"holdsUntil":"2027-01-01T00:00:00Z"}
            devices --principal gateway-1 --action device.record_measurements | 0 | {"devices":["$HALL"],"revision":0}
            devices --token none --action device.view | 0 | {"devices":[],"emptyBecause":"UNKNOWN_TOKEN","revision":0}
            principals --action device.edit --device $HALL | 0 | {"principals":["alice","bob"],"revision":0}
            principals --action device.edit --device x | 0 | {"principals":[],"emptyBecause":"UNKNOWN_DEVICE","revision":0}
            """)
    void answersAreOneLine(String arguments, int status, String json) {
        Run run = ask(arguments.replace("$HALL", HALL));
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).containsExactly(json.replace("$HALL", HALL));
        assertValid("check devices principals", run);
    }

    @Test
    void explanationsAreLines() {
        Run check = ask("check --explain --principal bob --action device.edit --device " + HALL);
        assertValid("check", check);
        assertThat(check.out().get(0)).contains("\"explanation\":[\"");
        Run principals = ask("principals --explain --action device.edit --device " + HALL);
        assertValid("principals", principals);
        assertThat(principals.out().get(0)).contains("\"through\":{\"alice\":[\"");
    }

    @Test
    void testsTellOfEveryFile() throws IOException {
        Path failing = folder.resolve("failing.tests.json");
        Files.writeString(
                failing,
                ("{'format': 'doorward/policy-test/1', 'policy': 'plant.json', 'tests': [{'name': 'n',"
                                + " 'principal': 'bob', 'workspace': 'plant-north', 'permissions': []}]}")
                        .replace('\'', '"'));
        Files.copy(Path.of(plant()), folder.resolve("plant.json"));
        Run run = Run.of("test", "--json", plantTests(), "missing.json", failing.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).containsExactly("missing.json: there is no such file.");
        assertValid("test", run);
        assertThat(run.out().get(0))
                .contains("{\"name\":\"gateway writes\",\"passed\":true}")
                .contains(
                        "{\"file\":\"missing.json\",\"problems\":[{\"place\":\"\",\"message\":\"there is no such file.\"}]}")
                .contains("{\"name\":\"n\",\"passed\":false,\"expected\":\"[]\",\"got\":\"[members, ")
                .endsWith("\"passed\":9,\"failed\":1}");
    }

    @Test
    void problemsHaveAPlaceAndAMessage() throws IOException {
        assertThat(Run.of("validate", "--json", plant()).out())
                .containsExactly("{\"valid\":true,\"problems\":[],\"revision\":0}");
        Run run = Run.of(
                "validate",
                "--json",
                Files.writeString(folder.resolve("bad.json"), "{}").toString());
        assertThat(run.status()).isEqualTo(1);
        assertValid("validate", run);
        assertThat(run.out().get(0)).startsWith("{\"valid\":false,\"problems\":[{\"place\":\"line 1, column 1\",");
    }

    @Test
    void answersNameTheStateOfThePolicy() throws IOException {
        Files.writeString(
                folder.resolve("plant.json"),
                Files.readString(Path.of(plant()))
                        .replaceFirst("\"format\"", "\"lineage\": \"blue\", \"revision\": 7, \"format\""));
        Files.copy(Path.of(plantTests()), folder.resolve("plant.tests.json"));
        String policy = folder.resolve("plant.json").toString();
        for (String question : List.of(
                "check --principal bob --action device.view --device x --policy " + policy,
                "devices --principal bob --action device.view --policy " + policy,
                "principals --action device.view --device x --policy " + policy,
                "validate " + policy,
                "test " + folder.resolve("plant.tests.json"))) {
            Run run = Run.of((question + " --json").split(" "));
            assertValid(question.substring(0, question.indexOf(' ')), run);
            assertThat(run.out().get(0)).contains("\"revision\":7,\"lineage\":\"blue\"");
        }
    }

    @Test
    void changesAreAcceptedOrRefused() throws IOException {
        Path policy = Files.copy(Path.of(plant()), folder.resolve("plant.json"));
        Path changes = folder.resolve("changes.json");
        Files.writeString(
                changes,
                "{\"format\": \"doorward/changes/1\", \"changes\": [{\"change\": \"deleteUser\", \"user\": \"bob\"}]}");
        String[] arguments = {"apply", "--json", "--policy", policy.toString(), "--changes", changes.toString()};
        Run applied = Run.of(arguments);
        assertThat(applied.status()).isZero();
        assertValid("applied", applied);
        assertThat(applied.out().get(0))
                .startsWith("{\"accepted\":true,\"written\":true,\"revision\":1,\"lineage\":\"")
                .contains("{\"kind\":\"MEMBERSHIP\",\"workspace\":\"plant-north\",\"row\":\"bob\"}");
        Run refused = Run.of(arguments);
        assertThat(refused.status()).isEqualTo(1);
        assertValid("refused", refused);
        assertThat(refused.out().get(0))
                .startsWith("{\"accepted\":false,\"written\":false,\"revision\":1,\"lineage\":\"")
                .endsWith("\"refusal\":\"INVALID\",\"problems\":[{\"place\":\"/changes/0\","
                        + "\"message\":\"There is no user \\\"bob\\\".\"}]}");
    }

    @Test
    void theSchemaKnowsEveryKindOfCascade() {
        for (Cascade.Kind kind : Cascade.Kind.values()) {
            String json = "{\"accepted\": true, \"written\": true, \"revision\": 1, \"cascades\": [{\"kind\": \"" + kind
                    + "\", \"row\": \"r\"}]}";
            assertThat(schema("applied").validate(json, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void tokensComeWithTheirHash() {
        assertValid("token", Run.of("token", "--json"));
    }

    @Test
    void theSchemaKnowsEveryReason() {
        Schema schema = schema("check");
        for (Reason reason : Reason.values()) {
            String json = "{\"allowed\": false, \"reason\": \"" + reason + "\", \"missing\": [], \"revision\": 0}";
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        }
    }

    private static void assertValid(String definitions, Run run) {
        assertThat(run.out()).hasSize(1);
        List<List<Error>> faults = Stream.of(definitions.split(" "))
                .map(definition -> schema(definition).validate(run.out().get(0), InputFormat.JSON))
                .toList();
        assertThat(faults)
                .as("faults of %s by the definitions %s", run.out(), definitions)
                .anyMatch(List::isEmpty);
    }

    private static Schema schema(String definition) {
        try (InputStream in = Main.class.getResourceAsStream("output-1.schema.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text.replaceFirst(
                            "(?s)\"anyOf\": \\[.*?]", "\"\\$ref\": \"#/\\$defs/" + definition + "\""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Run ask(String arguments) {
        return Run.of((arguments + " --json --at " + AT + " --policy " + plant()).split(" "));
    }
}
