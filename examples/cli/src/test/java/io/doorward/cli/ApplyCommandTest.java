package io.doorward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {

    private static final String DELETE_BOB = "{'change': 'deleteUser', 'user': 'bob'}";

    @TempDir
    private Path folder;

    private Path plant;

    @BeforeEach
    void copyPlant() throws IOException {
        plant = Files.copy(Path.of(Samples.plant()), folder.resolve("plant.json"));
    }

    @Test
    void theChangesAreMadeAndTheRevisionGoesUp() throws IOException {
        Run run = apply("{'change': 'renameDevice', 'device': '" + Samples.HALL + "', 'name': 'Hall 9'}");
        assertThat(run).isEqualTo(new Run(0, List.of("revision 1"), List.of()));
        Policy after = PolicyJson.read(plant);
        assertThat(PolicyJson.toJson(after)).isEqualTo(Files.readString(plant)).contains("Hall 9");
        assertThat(after.revision().number()).isEqualTo(1);
        assertThat(after.revision().lineage()).isNotEmpty();

        assertThat(apply(DELETE_BOB).out()).first().isEqualTo("revision 2");
        assertThat(PolicyJson.read(plant).revision().lineage())
                .isEqualTo(after.revision().lineage());
    }

    @Test
    void cascadesFollowALineEach() {
        Run run = apply(DELETE_BOB);
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("revision 1")
                .contains(
                        "membership of \"bob\" in workspace \"plant-north\"", "admin \"bob\" of organization \"acme\"");
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() throws IOException {
        String before = Files.readString(plant);
        Run dry = apply(DELETE_BOB, "--dry-run");
        assertThat(Files.readString(plant)).isEqualTo(before);
        assertThat(apply(DELETE_BOB)).isEqualTo(dry);
        assertThat(Files.readString(plant)).isNotEqualTo(before);
    }

    @Test
    void aRefusalNamesEverythingAndWritesNothing() throws IOException {
        String before = Files.readString(plant);
        Run run = apply("{'change': 'deleteUser', 'user': 'alice'}, {'change': 'deleteUser', 'user': 'nobody'},"
                + " {'change': 'setAdmin', 'organization': 'acme', 'user': 'bob', 'permissions': ['rules']}");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("/changes/1: There is no user \"nobody\""))
                .anyMatch(line -> line.startsWith("/changes/2: The catalogue has no organization permission"));
        assertThat(Files.readString(plant)).isEqualTo(before);
    }

    @Test
    void asAPrincipalOnlyWhatHeMay() throws IOException {
        String add = "{'change': 'createTeam', 'workspace': 'plant-north', 'team': 'guests'}";
        Run gateway = apply(add, "--as", "gateway-1");
        assertThat(gateway.status()).isEqualTo(1);
        assertThat(gateway.out()).singleElement().asString().startsWith("/changes/0: ");
        assertThat(apply(add, "--as", "nobody").status()).isEqualTo(1);
        assertThat(PolicyJson.read(plant).revision().number()).isZero();
        assertThat(apply(add, "--as", "bob").out()).containsExactly("revision 1");
        assertThat(apply(add, "--as", "").refusal()).startsWith("--as: this text can be no id");
    }

    @Test
    void theInstantIsThatOfTheChange() throws IOException {
        apply("{'change': 'revokeToken', 'token': 'test'}", "--at", "2026-07-01T12:00:00Z");
        assertThat(Files.readString(plant)).contains("\"revokedAt\": \"2026-07-01T12:00:00Z\"");
    }

    @Test
    void changesMadeAgainstAnotherRevisionComeTooLateOnlyWhereTheirRowsHaveChanged() throws IOException {
        assertThat(run(changes("'madeAgainst': {'revision': 0}", DELETE_BOB), "--dry-run")
                        .status())
                .isZero();
        apply("{'change': 'createUser', 'user': 'carol'}");
        String lineage = PolicyJson.read(plant).revision().lineage();
        apply("{'change': 'editUser', 'user': 'bob', 'email': 'bob@example.com', 'name': 'Robert'}");
        String against = "'madeAgainst': {'lineage': '" + lineage + "', 'revision': 1}";
        for (String[] options : new String[][] {{"--dry-run"}, {}}) {
            Run late = run(changes(against, DELETE_BOB), options);
            assertThat(late.status()).isEqualTo(1);
            assertThat(late.out()).singleElement().asString().startsWith("User \"bob\" was changed by revision 2,");
            assertThat(run(changes("'madeAgainst': {'revision': 0}", DELETE_BOB), options)
                            .out())
                    .singleElement()
                    .asString()
                    .startsWith("The change set was made against revision 0, of a store that was copied or restored");
        }
        String other = "{'change': 'createUser', 'user': 'dora'}";
        assertThat(run(changes(against, other), "--dry-run").out()).containsExactly("revision 3");
        assertThat(run(changes(against, other)).out()).containsExactly("revision 3");
    }

    @Test
    void changesComeFromStandardInput() {
        String document = document("'madeAgainst': {'revision': 0}", DELETE_BOB);
        assertThat(Run.withInput(document, "apply", "--policy", plant.toString(), "--changes", "-")
                        .out())
                .first()
                .isEqualTo("revision 1");
        assertThat(Run.withInput("{", "apply", "--policy", plant.toString(), "--changes", "-")
                        .err())
                .allMatch(line -> line.startsWith("standard input: line 1, column "));
    }

    @Test
    void whatIsUnreadableIsRefused() throws IOException {
        Path none = folder.resolve("none.json");
        assertThat(run(none).refusal()).isEqualTo(none + ": there is no such file.");
        Path bad = Files.writeString(folder.resolve("bad.json"), "{}");
        assertThat(run(bad)).satisfies(run -> {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).hasSize(2).allMatch(line -> line.startsWith(bad + ": line 1, column 1: "));
        });
        assertThat(Run.of("apply", "--changes", "x").refusal()).isEqualTo("Add --policy FILE.");
        assertThat(Run.of("apply", "--policy", plant.toString()).refusal()).isEqualTo("Add --changes FILE.");
        assertThat(apply(DELETE_BOB, "--at", "now").refusal()).startsWith("--at: ");
        assertThat(Run.of("apply", "--policy", "jdbc:x", "--changes", bad.toString())
                        .refusal())
                .contains("not in this version");
    }

    @Test
    void aSymbolicLinkAndThePermissionsStay() throws IOException {
        assumeThat(plant.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(plant, PosixFilePermissions.fromString("rw-r----x"));
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("links")).resolve("p.json"), plant);
        Run run = Run.of(
                "apply",
                "--policy",
                link.toString(),
                "--changes",
                changes("'madeAgainst': {'revision': 0}", DELETE_BOB).toString());
        assertThat(run.status()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.getPosixFilePermissions(plant)).isEqualTo(PosixFilePermissions.fromString("rw-r----x"));
        assertThat(PolicyJson.read(plant).revision().number()).isEqualTo(1);
    }

    @Test
    void theLogAndTheLockAreBeside() throws IOException {
        apply(DELETE_BOB);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("plant.json", "plant.json.log", "plant.json.lock", "changes.json");
        }
    }

    @Test
    void theLastRevisionHasNoNext() throws IOException {
        Files.writeString(
                plant,
                "{\"format\": \"doorward/policy/1\", \"revision\": " + Long.MAX_VALUE
                        + ", \"users\": [{\"id\": \"bob\"}]}");
        assertThat(apply(DELETE_BOB).refusal()).contains("is the last that can be counted");
    }

    private Run apply(String changes, String... options) {
        try {
            return run(changes("", changes), options);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run run(Path changes, String... options) {
        return Run.of(Stream.concat(
                        Stream.of("apply", "--policy", plant.toString(), "--changes", changes.toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private Path changes(String head, String changes) throws IOException {
        return Files.writeString(folder.resolve("changes.json"), document(head, changes));
    }

    private static String document(String head, String changes) {
        return ("{'format': 'doorward/changes/1', " + head + (head.isEmpty() ? "" : ", ") + "'changes': [" + changes
                        + "]}")
                .replace('\'', '"');
    }
}
