package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.store.Applied;
import io.doorward.store.Retention;
import io.doorward.store.StoreException;
import io.doorward.store.file.FaultyDisk.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each call to the disk that a store makes for something fails in turn, in each way. Whatever was acknowledged remains, what
 * failed is said, and the same store goes on once the disk is mended.
 */
class FaultyDiskTest {

    private static final Deed FAILING = new Deed("failing", 0);
    private static final Deed LATER = new Deed("later", 0);
    private static final int CALLS_OF_A_WATCH = 40;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /** Where a disk that is gone for a while looks like one that may not be written. */
    private static final Set<String> MAY_SEEM_READ_ONLY = Set.of("resolve", "tryLock");

    private static int injected;

    @TempDir
    private Path folder;

    private int places;

    @AfterAll
    static void tell() {
        System.out.println("Faulty disk: " + injected + " faults injected");
    }

    /** What is done while the disk fails. */
    private interface Doing {
        void with(Scene scene, FaultyDisk disk, Attempt attempt) throws IOException;
    }

    /** One fault. */
    private final class Attempt {

        private final Fault fault;
        private final int call;
        private boolean over;

        Attempt(Fault fault, int call) {
            this.fault = fault;
            this.call = call;
        }

        private void of(Doing doing) throws IOException {
            FaultyDisk disk = new FaultyDisk();
            Path place = Files.createDirectory(folder.resolve("place-" + places++));
            try (Scene scene = new Scene(place, 0, file -> Stores.open(file, new UnsyncedDisk()))) {
                doing.with(scene, disk, this);
            } catch (AssertionError | RuntimeException e) {
                fail("After call %d, %s, has failed as %s: %s".formatted(call, disk.where(), fault, e.getMessage()), e);
            }
            over = !disk.hasFailed();
            injected += over ? 0 : 1;
        }
    }

    /** Does something until it goes through without a fault. */
    private void each(Fault fault, Doing doing) throws IOException {
        boolean over = false;
        for (int call = 1; !over; call++) {
            Attempt attempt = new Attempt(fault, call);
            attempt.of(doing);
            over = attempt.over;
            assertThat(call).as("calls without an end").isLessThan(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsMadeOrNot(Fault fault) throws IOException {
        each(fault, (scene, disk, attempt) -> {
            try (JsonFilePolicyStore store = Stores.open(scene.file(), disk)) {
                store.head();
                disk.failAt(attempt.call, fault, Thread.currentThread());
                boolean begun = attempt(scene, disk, store);
                scene.settle(begun ? List.of(FAILING) : List.of(), List.of());
                goOn(scene, store);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aChangeAfterAnEditIsMadeOrNotAndTheEditIsNotLost(Fault fault) throws IOException {
        each(fault, (scene, disk, attempt) -> {
            try (JsonFilePolicyStore store = Stores.open(scene.file(), disk)) {
                store.head();
                ChangeSet edit = ChangeSet.of(Deed.user("edited"));
                Editor.RENAMES_OVER.edit(scene.file(), edit, Duration.ZERO);
                disk.failAt(attempt.call, fault, Thread.currentThread());
                boolean begun = attempt(scene, disk, store);
                scene.settle(begun ? List.of(FAILING) : List.of(), List.of(edit));
                goOn(scene, store);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aChangeAfterOneThatWasCutOffIsMadeOrNot(Fault fault) throws IOException {
        each(fault, (scene, disk, attempt) -> {
            Deed cutOff = new Deed("cut-off", 0);
            cutOff(scene, cutOff);
            try (JsonFilePolicyStore store = Stores.open(scene.file(), disk)) {
                store.head();
                disk.failAt(attempt.call, fault, Thread.currentThread());
                boolean begun = attempt(scene, disk, store);
                scene.settle(begun ? List.of(cutOff, FAILING) : List.of(cutOff), List.of());
                goOn(scene, store);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void openingSucceedsOrLeavesEverythingAsItIs(Fault fault) throws IOException {
        each(fault, (scene, disk, attempt) -> {
            Deed cutOff = new Deed("cut-off", 0);
            cutOff(scene, cutOff);
            ChangeSet edit = ChangeSet.of(Deed.user("edited"));
            Editor.RENAMES_OVER.edit(scene.file(), edit, Duration.ZERO);
            disk.failAt(attempt.call, fault, Thread.currentThread());
            try (JsonFilePolicyStore store = Stores.open(scene.file(), disk)) {
                disk.mend();
                later(scene, store);
            } catch (StoreException e) {
                assertThat(disk.hasFailed()).as("nothing failed, but: %s", e).isTrue();
            }
            scene.settle(List.of(cutOff), List.of(edit));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPolicyIsRestoredOrNot(Fault fault) throws IOException {
        each(fault, (scene, disk, attempt) -> {
            Policy other = Policy.builder().user("restored").build();
            try (JsonFilePolicyStore store = Stores.open(scene.file(), disk)) {
                Policy before = store.read();
                disk.failAt(attempt.call, fault, Thread.currentThread());
                Revision restored = null;
                boolean unknown = false;
                try {
                    restored = store.restore(other);
                } catch (StoreException e) {
                    assertThat(disk.hasFailed())
                            .as("nothing failed, but: %s", e)
                            .isTrue();
                    unknown = !e.getMessage().contains("nothing was changed");
                }
                disk.mend();
                try (JsonFilePolicyStore opened = Stores.open(scene.file(), new UnsyncedDisk())) {
                    Policy found = opened.read();
                    boolean is = found.users().equals(other.users());
                    assertThat(is || found.equals(before))
                            .as("the policy before or after")
                            .isTrue();
                    if (restored != null) {
                        assertThat(found.revision()).isEqualTo(restored);
                        assertThat(is).isTrue();
                    } else if (!unknown) {
                        assertThat(found).isEqualTo(before);
                    }
                }
                store.apply(ChangeSet.of(Deed.user("afterwards")));
                try (JsonFilePolicyStore opened = Stores.open(scene.file(), new UnsyncedDisk())) {
                    assertThat(opened.read()).isEqualTo(store.read());
                }
            }
        });
    }

    /**
     * The watch looks again and again, so that its calls have no end. A process that cannot lock has an edit in force for
     * itself, and reloads once another has taken it over.
     */
    @ParameterizedTest
    @EnumSource
    void aFollowerHearsWhatAnotherWritesAndTakesAnEditOver(Fault fault) throws IOException {
        for (int call = 1; call <= CALLS_OF_A_WATCH; call++) {
            new Attempt(fault, call).of((scene, disk, attempt) -> {
                try (JsonFilePolicyStore store = Stores.open(scene.file(), disk);
                        JsonFilePolicyStore other = Stores.open(scene.file(), new UnsyncedDisk())) {
                    Chain chain = Chain.follow(store);
                    disk.failOthersAt(attempt.call, fault);
                    acknowledge(scene, FAILING, other.apply(FAILING.changes(), FAILING.options()));
                    ChangeSet edit = ChangeSet.of(Deed.user("edited"));
                    Editor.RENAMES_OVER.edit(scene.file(), edit, Duration.ZERO);
                    await(disk::hasFailed);
                    disk.mend();
                    await(() -> chain.policy().users().containsKey(new PrincipalId("edited")));
                    scene.settle(List.of(), List.of(edit));
                    await(() -> chain.policy().revision().equals(store.head()));
                    if (fault != Fault.GONE && !MAY_SEEM_READ_ONLY.contains(disk.where())) {
                        assertThat(chain.faults()).isEmpty();
                    }
                }
            });
        }
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as("nanoseconds of waiting").isLessThan(PATIENCE_NANOS);
            LockSupport.parkNanos(100_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLogIsShortenedOrNot(Fault fault) throws IOException {
        Retention kept = new Retention(10, Duration.ofDays(1));
        each(fault, (scene, disk, attempt) -> {
            Revision start = LongLog.write(scene.file(), 1_100);
            try (JsonFilePolicyStore store =
                    Stores.builder(scene.file()).retention(kept).disk(disk).open()) {
                store.head();
                disk.failAt(attempt.call, fault, Thread.currentThread());
                attempt(scene, disk, store);
                Revision next =
                        store.apply(ChangeSet.of(Deed.user("afterwards"))).revision();
                assertThat(next.number() - start.number()).isBetween(1L, 2L);
                try (JsonFilePolicyStore opened = Stores.open(scene.file(), new UnsyncedDisk())) {
                    assertThat(opened.read()).isEqualTo(store.read());
                    assertThat(opened.history(next))
                            .isEqualTo(store.history(next))
                            .isPresent();
                    assertThat(opened.history(start)).isPresent();
                }
            }
            assertThat(Files.readAllLines(scene.file().resolveSibling("policy.json.log")))
                    .hasSizeLessThan(20);
        });
    }

    /** Tries a deed; says whether it may have been done without being acknowledged. */
    private static boolean attempt(Scene scene, FaultyDisk disk, JsonFilePolicyStore store) {
        boolean begun = false;
        try {
            Applied applied = store.apply(FAILING.changes(), FAILING.options());
            acknowledge(scene, FAILING, applied);
        } catch (StoreException e) {
            assertThat(disk.hasFailed()).as("nothing failed, but: %s", e).isTrue();
            begun = !e.getMessage().contains("nothing was changed");
        }
        disk.mend();
        return begun;
    }

    /** The same store goes on. */
    private static void goOn(Scene scene, JsonFilePolicyStore store) throws IOException {
        later(scene, store);
        scene.settle(List.of(), List.of());
    }

    private static void later(Scene scene, JsonFilePolicyStore store) {
        acknowledge(scene, LATER, store.apply(LATER.changes(), LATER.options()));
    }

    private static void acknowledge(Scene scene, Deed deed, Applied applied) {
        scene.add(new Acknowledged(deed, applied.revision(), applied.instant()));
    }

    /** Leaves what a process leaves that is killed just before the new document takes the place of the old one. */
    private static void cutOff(Scene scene, Deed deed) {
        FaultyDisk disk = new FaultyDisk();
        try (JsonFilePolicyStore store = Stores.open(scene.file(), disk)) {
            store.head();
            disk.failFrom("replace");
            store.apply(deed.changes(), deed.options());
            fail("the disk was to fail");
        } catch (StoreException e) {
            assertThat(disk.hasFailed()).isTrue();
        }
    }
}
