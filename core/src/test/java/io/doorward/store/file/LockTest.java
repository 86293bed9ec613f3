package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.doorward.change.ChangeSet;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.store.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock beside the document, which others may hold, and which not everybody may take. */
class LockTest {

    @TempDir
    private Path folder;

    private Path document;
    private Path lock;

    @BeforeEach
    void begin() throws IOException {
        document = folder.resolve("policy.json");
        lock = folder.resolve("policy.json.lock");
        Files.writeString(document, PolicyJson.toJson(Deed.start(0)));
    }

    @Test
    void aLockThatAnotherProcessHoldsEndsTheWaitWithAnErrorThatSaysSo() throws Exception {
        try (Child holder = Child.start(LockingChild.class);
                JsonFilePolicyStore store = Stores.builder(document)
                        .lockTimeout(Duration.ofMillis(50))
                        .open()) {
            Policy before = store.read();
            assertThat(holder.hear()).isEqualTo("ready");
            holder.tell(lock.toString());
            assertThat(holder.hear()).isEqualTo("locked");

            StoreException failure =
                    catchThrowableOfType(StoreException.class, () -> store.apply(ChangeSet.of(Deed.user("dora"))));
            assertThat(failure).hasMessageContaining(lock.toString()).hasMessageContaining("nothing was changed");
            assertThat(failure.isRetryable()).isTrue();
            assertThat(store.read()).isEqualTo(before);

            holder.finish();
            store.apply(ChangeSet.of(Deed.user("dora")));
        }
    }

    @Test
    void theLockOfAKilledProcessIsFree() throws Exception {
        try (Child holder = Child.start(LockingChild.class);
                JsonFilePolicyStore store = Stores.open(document)) {
            assertThat(holder.hear()).isEqualTo("ready");
            holder.tell(lock.toString());
            assertThat(holder.hear()).isEqualTo("locked");
            holder.kill();
            store.apply(ChangeSet.of(Deed.user("dora")));
        }
    }

    @Test
    void aDocumentThatAnEditorPutsAwayAndBackIsNeverTakenForOneThatMayNotBeWritten() throws Exception {
        Disk disk = new RealDisk();
        Path away = folder.resolve("policy.json~");
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> editor = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                move(document, away);
                move(away, document);
            }
        });
        try {
            for (int i = 0; i < 2_000; i++) {
                Closeable held = disk.tryLock(lock, document);
                assertThat(held).isNotNull();
                held.close();
                Path written = folder.resolve("written-" + i);
                disk.create(written, new byte[0], document);
                disk.append(written, 0, new byte[1], document);
            }
        } finally {
            over.set(true);
            editor.join();
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoCannotLockReadsAndSaysWhyItCannotChangeAnything() throws IOException {
        Files.createDirectory(lock);
        try (JsonFilePolicyStore store = Stores.open(document)) {
            Policy before = store.read();
            assertThatThrownBy(() -> store.apply(ChangeSet.of(Deed.user("dora"))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(lock.toString())
                    .hasMessageContaining("can still be read");
            assertThat(store.read()).isEqualTo(before);
            Files.delete(lock);
            store.apply(ChangeSet.of(Deed.user("dora")));
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenIsReadAndSaysWhyNothingCanBeChanged() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(folder))
                    .as("permissions bind this user")
                    .isFalse();
            try (JsonFilePolicyStore store = Stores.open(document)) {
                Policy before = store.read();
                assertThatThrownBy(() -> store.apply(ChangeSet.of(Deed.user("dora"))))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining(lock.toString())
                        .hasMessageContaining("access denied");
                assertThat(store.read()).isEqualTo(before);
            }
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
