package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import io.doorward.change.Access;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.DeviceChange.RenameDevice;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.Holder;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.PolicyChange.Purge;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.model.DeviceId;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesJsonTest {

    private static final String EVERYTHING = Resources.text("everything.changes.json");
    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final PrincipalId BOB = new PrincipalId("bob");

    @Test
    void readsWhatItWrites() {
        ChangesDocument changes = ChangesJson.read(EVERYTHING);
        String written = ChangesJson.toJson(changes);
        assertThat(ChangesJson.read(written)).isEqualTo(changes);
        assertThat(ChangesJson.toJson(ChangesJson.read(written))).isEqualTo(written);
        assertThat(changes.madeAgainst()).isEqualTo(new Revision("blue", 41));
        assertThat(Resources.schema("changes-1.schema.json").validate(EVERYTHING, InputFormat.JSON))
                .isEmpty();
        assertThat(Resources.schema("changes-1.schema.json").validate(written, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void writesForPeopleToRead() {
        assertThat(ChangesJson.toJson(ChangesJson.read(EVERYTHING)))
                .isEqualTo(Resources.text("everything.changes.written.json"));
    }

    @Test
    void theOrderOfKeysIsFree() {
        String document = """
                {"changes": [{"permissions": ["view"], "expiresAt": "2027-01-01T00:00:00Z", "workspace": "plant",
                              "member": "bob", "change": "grantAllDevices"},
                             {"permissions": ["members"], "principal": "bob", "workspace": "plant", "change": "setMemberPermissions"}],
                 "format": "doorward/changes/1"}
                """;
        assertThat(ChangesJson.read(document))
                .isEqualTo(ChangesDocument.of(ChangeSet.of(
                        new GrantAllDevices(
                                PLANT,
                                Holder.member("bob"),
                                List.of(Permission.device("view")),
                                Window.until(Instant.parse("2027-01-01T00:00:00Z"))),
                        new SetMemberPermissions(PLANT, BOB, List.of(Permission.workspace("members"))))));
    }

    @Test
    void leavesOutWhatSaysNothing() {
        ChangesDocument changes = ChangesDocument.of(ChangeSet.of(
                new AddMember(PLANT, BOB, Access.NONE, Window.ALWAYS), new RenameDevice(new DeviceId("hall-1"), null)));
        assertThat(ChangesJson.toJson(changes)).isEqualTo("""
                {
                  "format": "doorward/changes/1",
                  "changes": [
                    {"change": "addMember", "workspace": "plant", "principal": "bob"},
                    {"change": "renameDevice", "device": "hall-1"}
                  ]
                }
                """);
        assertThat(ChangesJson.read(ChangesJson.toJson(changes))).isEqualTo(changes);
    }

    @Test
    void anEmptySetIsOne() {
        ChangesDocument none = new ChangesDocument(ChangeSet.of(), new Revision("", 7));
        assertThat(ChangesJson.toJson(none)).isEqualTo("""
                {
                  "format": "doorward/changes/1",
                  "madeAgainst": {"revision": 7},
                  "changes": []
                }
                """);
        assertThat(ChangesJson.read(ChangesJson.toJson(none))).isEqualTo(none);
    }

    @Test
    void neverWritesASecret() {
        assertThat(ChangesJson.toJson(ChangesJson.read(EVERYTHING)))
                .doesNotContain("s3cret")
                .contains("sha256");
        assertThat(ChangesJson.read(EVERYTHING).changes().changes().toString()).doesNotContain("s3cret");
    }

    @Test
    void readsFilesStreamsAndStringsAlike(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("changes.json"), EVERYTHING);
        ChangesDocument changes = ChangesJson.read(file);
        assertThat(ChangesJson.read(EVERYTHING)).isEqualTo(changes);
        try (InputStream stream = Files.newInputStream(file)) {
            assertThat(ChangesJson.read(stream)).isEqualTo(changes);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChangesJson.write(changes, bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(ChangesJson.toJson(changes));
        assertThatThrownBy(() -> ChangesJson.read(folder.resolve("missing.json")))
                .isInstanceOf(NoSuchFileException.class);
    }

    static Stream<Change> unwritable() {
        return Stream.of(
                new CreateUser(BOB, null, "a\uD800"),
                new CreateUser(BOB, "", null),
                new CreateUser(BOB, null, "x".repeat(257)),
                new Purge(Instant.MAX),
                new SetMemberPermissions(PLANT, BOB, List.of(Permission.device("view"))),
                new SetMemberPermissions(
                        PLANT, BOB, List.of(Permission.workspace("devices"), Permission.workspace("devices"))),
                new AddMember(PLANT, BOB, Access.of(Permission.organization("billing")), Window.ALWAYS),
                new AddMember(PLANT, BOB, Access.NONE.device("d", Permission.workspace("devices")), Window.ALWAYS));
    }

    @ParameterizedTest
    @MethodSource
    void unwritable(Change change) {
        assertThatThrownBy(() -> ChangesJson.toJson(ChangesDocument.of(ChangeSet.of(change))))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }
}
