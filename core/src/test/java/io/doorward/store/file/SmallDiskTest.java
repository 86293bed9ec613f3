package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.doorward.model.Policy;
import io.doorward.store.Applied;
import io.doorward.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, and disks that cannot be written. Skipped where the system lets nobody mount one. */
class SmallDiskTest {

    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private boolean mounted;

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", folder.toString())).isZero();
        }
    }

    @Test
    void whatDoesNotFitIsNotDoneAndAllGoesOnOnceThereIsRoom() throws Exception {
        mount("size=256k");
        Path filler = folder.resolve("filler");
        int refused = 0;
        try (Scene scene = new Scene(Files.createDirectory(folder.resolve("place")), 100);
                JsonFilePolicyStore store = Stores.open(scene.file())) {
            Deed deed = new Deed("writer", 0);
            for (int free = 0; free < 8; free++) {
                Policy before = store.read();
                fill(filler, free);
                try {
                    acknowledge(scene, deed, store.apply(deed.changes(), deed.options()));
                    deed = deed.next();
                } catch (StoreException e) {
                    refused++;
                    assertThat(e).hasMessageContaining("No space left").hasMessageContaining("nothing was changed");
                    assertThat(store.read()).isEqualTo(before);
                }
                Files.delete(filler);
                acknowledge(scene, deed, store.apply(deed.changes(), deed.options()));
                deed = deed.next();
                scene.settle(List.of(), List.of());
            }
        }
        assertThat(refused).isBetween(2, 7);
    }

    @Test
    void whatCannotBeWrittenIsReadAndFollowed() throws Exception {
        mount("size=256k");
        Path place = Files.createDirectory(folder.resolve("place"));
        try (Scene scene = new Scene(place, 0)) {
            Policy policy;
            try (JsonFilePolicyStore store = Stores.open(scene.file())) {
                policy = store.read();
            }
            assertThat(run("mount", "-o", "remount,ro", folder.toString())).isZero();
            Deed deed = new Deed("writer", 0);
            try (JsonFilePolicyStore store = Stores.open(scene.file())) {
                assertThat(store.read()).isEqualTo(policy);
                Chain chain = Chain.follow(store);
                assertThatThrownBy(() -> store.apply(deed.changes()))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("policy.json.lock")
                        .hasMessageContaining("can still be read");
                assertThat(store.read()).isEqualTo(policy);
                assertThat(run("mount", "-o", "remount,rw", folder.toString())).isZero();
                acknowledge(scene, deed, store.apply(deed.changes(), deed.options()));
                assertThat(chain.faults()).isEmpty();
            }
            scene.settle(List.of(), List.of());
        }
    }

    private static void acknowledge(Scene scene, Deed deed, Applied applied) {
        scene.add(new Acknowledged(deed, applied.revision(), applied.instant()));
    }

    private void mount(String size) throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString()) == 0;
        assumeThat(mounted).as("a disk can be mounted here").isTrue();
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Fills the disk but for some pages. */
    private static void fill(Path filler, int free) throws IOException {
        long usable = Files.getFileStore(filler.getParent()).getUsableSpace();
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (long left = usable - (long) free * PAGE; left >= PAGE; left -= PAGE) {
                out.write(new byte[PAGE]);
            }
        }
    }
}
