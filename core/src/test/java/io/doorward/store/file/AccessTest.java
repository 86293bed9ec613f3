package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read and write what stands beside the document. */
class AccessTest {

    @TempDir
    private Path folder;

    private DocumentFiles files;

    @BeforeEach
    void create() {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        files = new DocumentFiles(folder.resolve("policy.json"));
        JsonFilePolicyStore.create(files.document(), Policy.builder().build()).close();
    }

    @Test
    void whoMayChangeTheDocumentMayLockItAndAddToItsLog() throws IOException {
        Files.delete(files.lock());
        Files.delete(files.log());
        permit(files.document(), "rw-rw----");
        apply();
        assertThat(permissions(files.document())).isEqualTo("rw-rw----");
        assertThat(permissions(files.lock())).isEqualTo("rw-rw----");
        assertThat(permissions(files.log())).isEqualTo("rw-rw----");
    }

    @Test
    void whoMayNotReadTheDocumentAnyMoreMayNotReadItsLog() throws IOException {
        permit(files.document(), "rw-r--r--");
        Files.delete(files.log());
        apply();
        assertThat(permissions(files.log())).isEqualTo("rw-r--r--");
        permit(files.document(), "rw-------");
        apply();
        assertThat(permissions(files.document())).isEqualTo("rw-------");
        assertThat(permissions(files.log())).isEqualTo("rw-------");
    }

    @Test
    void aDocumentThatMayNotBeWrittenIsNotReplaced() throws IOException {
        permit(files.document(), "r--r--r--");
        assumeThat(Files.isWritable(files.document()))
                .as("not an administrator")
                .isFalse();
        String before = Files.readString(files.document());
        assertThatThrownBy(this::apply)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("may not write it or lock");
        assertThat(Files.readString(files.document())).isEqualTo(before);
    }

    private void apply() {
        try (JsonFilePolicyStore store = JsonFilePolicyStore.open(files.document())) {
            store.apply(ChangeSet.of());
        }
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
