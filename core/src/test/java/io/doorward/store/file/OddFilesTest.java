package io.doorward.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import io.doorward.change.ChangeSet;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.store.Retention;
import io.doorward.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents, logs and leftovers of a kind that a store does not write itself. */
class OddFilesTest {

    @TempDir
    private Path folder;

    private Path document;

    @BeforeEach
    void begin() throws IOException {
        document = folder.resolve("policy.json");
        Files.writeString(document, PolicyJson.toJson(Deed.start(0)));
    }

    @Test
    void windowsLineEndsAreOnlyLayout() throws IOException {
        try (JsonFilePolicyStore store = Stores.open(document)) {
            Revision revision = store.apply(ChangeSet.of()).revision();
            Files.writeString(document, Files.readString(document).replace("\n", "\r\n"));
            assertThat(store.read().revision()).isEqualTo(revision);
            Revision next = store.apply(ChangeSet.of(Deed.user("dora"))).revision();
            assertThat(next.number()).isEqualTo(revision.number() + 1);
        }
    }

    /** Editors of Windows write one, and JSON knows none: RFC 8259 lets readers ignore or refuse it. */
    @Test
    void aByteOrderMarkIsReadOrRefusedButNeverTakenForAnotherPolicy() throws IOException {
        try (JsonFilePolicyStore store = Stores.open(document)) {
            Policy before = store.read();
            byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
            byte[] text = Files.readAllBytes(document);
            Files.write(document, Bytes.concat(mark, text));
            try {
                store.apply(ChangeSet.of());
                assertThat(store.read().users()).isEqualTo(before.users());
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("byte order mark");
                Files.write(document, text);
                store.apply(ChangeSet.of());
            }
        }
    }

    @Test
    void anEmptyDocumentIsRefusedAndWhatWasInForceStays() throws IOException {
        try (JsonFilePolicyStore store = Stores.open(document)) {
            store.apply(ChangeSet.of());
            Policy before = store.read();
            String text = Files.readString(document);
            Files.writeString(document, "");
            assertThatThrownBy(() -> store.apply(ChangeSet.of(Deed.user("dora"))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(document.toString());
            assertThat(store.read()).isEqualTo(before);
            assertThat(document).as("which is its author's").isEmptyFile();
            Files.writeString(document, text);
            assertThat(store.apply(ChangeSet.of()).revision().number())
                    .isEqualTo(before.revision().number() + 1);
        }
    }

    @Test
    void anEmptyDocumentIsNotOpened() throws IOException {
        Files.writeString(document, "");
        assertThatThrownBy(() -> Stores.open(document))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(document.toString());
    }

    @Test
    void whatAKilledWriterLeftBesideIsWrittenOver() throws IOException {
        Files.writeString(folder.resolve("policy.json.tmp"), "half of a docu");
        Files.writeString(folder.resolve("policy.json.log.tmp"), "half of a log");
        try (JsonFilePolicyStore store = Stores.open(document)) {
            store.apply(ChangeSet.of(Deed.user("dora")));
            assertThat(folder.resolve("policy.json.tmp")).doesNotExist();
        }
    }

    @Test
    void whatCannotBeWrittenOverIsNamed() throws IOException {
        Path inTheWay =
                Files.createDirectories(folder.resolve("policy.json.tmp").resolve("somebody's"));
        try (JsonFilePolicyStore store = Stores.open(document)) {
            Policy before = store.read();
            assertThatThrownBy(() -> store.apply(ChangeSet.of(Deed.user("dora"))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("nothing was changed");
            assertThat(store.read()).isEqualTo(before);
            Files.delete(inTheWay);
            store.apply(ChangeSet.of(Deed.user("dora")));
        }
    }

    @Test
    void aHugeLogIsReadAndShortenedToWhatIsKept() throws IOException {
        int revisions = 50_000;
        Revision revision = LongLog.write(document, revisions);
        Retention kept = new Retention(100, Duration.ofDays(1));
        try (JsonFilePolicyStore store =
                Stores.builder(document).retention(kept).open()) {
            assertThat(store.head()).isEqualTo(revision);
            assertThat(store.history(revision)).isPresent();
            assertThat(store.apply(ChangeSet.of(Deed.user("dora"))).revision())
                    .isEqualTo(new Revision(revision.lineage(), revisions + 1));
            assertThat(store.read().users()).containsKey(new PrincipalId("dora"));
        }
        assertThat(Files.readAllLines(folder.resolve("policy.json.log"), UTF_8).size())
                .isBetween(1, 101);
        try (JsonFilePolicyStore store = Stores.open(document)) {
            assertThat(store.head().number()).isEqualTo(revisions + 1);
            assertThat(store.history(revision)).isPresent();
        }
    }
}
