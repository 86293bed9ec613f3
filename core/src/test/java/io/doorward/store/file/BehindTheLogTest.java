package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.change.ChangeSet;
import io.doorward.json.PolicyJson;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose knowledge is older than the log, and which finds a document that somebody has edited since. */
class BehindTheLogTest {

    @TempDir
    private Path folder;

    private Path document;

    @BeforeEach
    void begin() throws IOException {
        document = folder.resolve("policy.json");
        Files.writeString(document, PolicyJson.toJson(Deed.start(0)));
        try (JsonFilePolicyStore store = Stores.open(document)) {
            store.apply(ChangeSet.of());
        }
    }

    @Test
    void goesOnFromWhatOthersWroteAndNotFromWhatItKnew() throws IOException {
        try (JsonFilePolicyStore behind = Stores.open(document);
                JsonFilePolicyStore other = Stores.open(document)) {
            long start = behind.head().number();
            other.apply(ChangeSet.of(Deed.user("dora")));
            other.apply(ChangeSet.of(Deed.user("emil")));
            edit("edited");
            Revision next = behind.apply(ChangeSet.of(Deed.user("fred"))).revision();
            assertThat(next.number()).isEqualTo(start + 4);
            assertHas(behind, "dora", "emil", "edited", "fred");
            assertHas(other, "dora", "emil", "edited", "fred");
        }
    }

    @Test
    void goesOnFromAnEditThatItNeverSaw() throws IOException {
        try (JsonFilePolicyStore behind = Stores.open(document);
                JsonFilePolicyStore other = Stores.open(document)) {
            long start = behind.head().number();
            edit("first");
            other.apply(ChangeSet.of(Deed.user("dora")));
            edit("second");
            Revision next = behind.apply(ChangeSet.of(Deed.user("fred"))).revision();
            assertThat(next.number()).isEqualTo(start + 4);
            assertThat(next.lineage()).isEqualTo(other.head().lineage());
            assertHas(behind, "first", "dora", "second", "fred");
            assertHas(other, "first", "dora", "second", "fred");
        }
    }

    @Test
    void takesAnEditOverWhoseTakingOverWasCutOffAlsoIfItIsEditedOnceMore() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        try (JsonFilePolicyStore cutOff = Stores.open(document, disk)) {
            long start = cutOff.head().number();
            edit("first");
            disk.failFrom("replace");
            assertThatThrownBy(() -> cutOff.apply(ChangeSet.of())).isInstanceOf(StoreException.class);
            edit("second");
            try (JsonFilePolicyStore store = Stores.open(document)) {
                assertThat(store.head().number()).isEqualTo(start + 1);
                assertHas(store, "first", "second");
            }
        }
    }

    private void edit(String user) throws IOException {
        Editor.RENAMES_OVER.edit(document, ChangeSet.of(Deed.user(user)), Duration.ZERO);
    }

    private static void assertHas(JsonFilePolicyStore store, String... users) {
        for (String user : users) {
            assertThat(store.read().users()).containsKey(new PrincipalId(user));
        }
    }
}
