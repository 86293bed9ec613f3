package io.doorward.store.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.doorward.change.ChangeSet;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PublicLink;
import io.doorward.model.Revision;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.store.Capability;
import io.doorward.store.Commit;
import io.doorward.store.PolicySource;
import io.doorward.store.ReloadReason;
import io.doorward.store.SnapshotVisitor;
import io.doorward.store.StoreClosedException;
import io.doorward.store.Subscription;
import io.doorward.store.WorkspaceState;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.function.Executable;

/**
 * What every {@link PolicySource} has to do, as tests. Extend it, say how a source is opened and written to, and run it with JUnit
 * Jupiter. A store extends {@link PolicyStoreContract} instead, which holds all of this.
 *
 * <p>Each test opens a source of its own. None sleeps; what a test waits for, it waits for as long as
 * {@link #patience()}. Tests that need a {@link Capability} which the source does not declare are skipped, with that
 * reason.
 */
public abstract class PolicySourceContract {

    private static final int MANY = 60;

    /** Sources that this test opened, the newest last. */
    private final List<PolicySource> opened = new ArrayList<>();

    private @Nullable PolicySource source;

    /** Extended by tests of sources. */
    protected PolicySourceContract() {}

    /** Opens a new source that holds this policy, and nothing of other tests. */
    protected abstract PolicySource openSource(Policy policy) throws Exception;

    /**
     * Changes what a source reads, as its host does: rows in tables, or a change set of a store. The source makes one revision
     * of it.
     *
     * @return the revision
     */
    protected abstract Revision write(PolicySource to, ChangeSet changes);

    /**
     * Opens what a source keeps once more, for those that declare {@link Capability#PERSISTENT} or {@link Capability#SHARED}.
     *
     * @param kept a source that was closed or, for a shared one, is still open
     */
    protected PolicySource openAgain(PolicySource kept) throws Exception {
        throw new UnsupportedOperationException(
                "A source that is persistent or shared is opened again here; override openAgain.");
    }

    /**
     * Tests that do not hold for this source: the name of the method, and the reason, with which the test is skipped. What
     * stands here is a weakness that the documentation of the source tells its users.
     */
    protected Map<String, String> exemptions() {
        return Map.of();
    }

    /** How long a test waits for what has to happen before it fails; 30 seconds. */
    protected Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** The source of the test that runs, which starts with a policy that has a row of every kind. */
    final PolicySource source() {
        return Objects.requireNonNull(source, "source");
    }

    final PolicySource reopen(PolicySource kept) throws Exception {
        PolicySource again = openAgain(kept);
        opened.add(again);
        return again;
    }

    final Ear ear() {
        return new Ear(patience());
    }

    final void awaitLatch(CountDownLatch latch) {
        try {
            assertTrue(latch.await(patience().toMillis(), TimeUnit.MILLISECONDS), "waited in vain");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Assertions.fail("The test was interrupted.", e);
        }
    }

    /** Opens the source, unless the test is exempt or is about an ability that the source has not. */
    @BeforeEach
    final void openForTest(TestInfo test) throws Exception {
        Method method = test.getTestMethod().orElseThrow();
        String reason = exemptions().get(method.getName());
        Assumptions.assumeTrue(reason == null, () -> "Exempt: " + reason);
        PolicySource fresh = openSource(ContractPolicy.start());
        opened.add(fresh);
        source = fresh;
        Needs needs = method.getAnnotation(Needs.class);
        Assumptions.assumeTrue(
                needs == null || fresh.capabilities().contains(needs.value()),
                () -> "Skipped: the source does not declare " + needs.value() + ".");
    }

    /** Closes whatever the test opened. */
    @AfterEach
    final void closeAfterTest() {
        opened.forEach(PolicySource::close);
    }

    @Test
    @DisplayName("every exemption names a test and gives a reason")
    void exemptionsNameTests(TestReporter reporter) {
        reporter.publishEntry("source", source().getClass().getSimpleName());
        source().capabilities().forEach(ability -> reporter.publishEntry("ability", ability.name()));
        exemptions().forEach((test, reason) -> reporter.publishEntry(Map.of("exempt", test, "reason", reason)));
        Set<String> tests = new TreeSet<>();
        for (Class<?> type = getClass(); type != null; type = type.getSuperclass()) {
            List<Class<?>> themes = new ArrayList<>(List.of(type.getDeclaredClasses()));
            themes.add(type);
            for (Class<?> theme : themes) {
                for (Method method : theme.getDeclaredMethods()) {
                    if (method.isAnnotationPresent(Test.class)) {
                        tests.add(method.getName());
                    }
                }
            }
        }
        exemptions().forEach((test, reason) -> {
            assertTrue(tests.contains(test), () -> "there is no test " + test + "; there are " + tests);
            assertFalse(reason.isBlank(), () -> "the exemption of " + test + " has no reason");
        });
    }

    @Nested
    @DisplayName("Reading")
    class Reading {

        @Test
        @DisplayName("gives what was written, every kind of row")
        void readsWhatWasWritten() {
            Content.assertSame(ContractPolicy.start(), source().read());
            assertEquals(source().head(), source().read().revision());
            assertFalse(source().head().lineage().isEmpty(), "the lineage is empty");
        }

        @Test
        @DisplayName("gives rows that make up the policy, the catalogue first")
        void rowsMakeUpThePolicy() {
            List<String> order = new ArrayList<>();
            source().snapshot(new SnapshotVisitor() {
                @Override
                public void begin(Revision revision, Catalogue catalogue) {
                    assertEquals(source().head(), revision);
                    assertEquals(ContractPolicy.start().catalogue(), catalogue);
                    order.add("begin");
                }

                @Override
                public void user(User user) {
                    order.add("user " + user.id());
                }

                @Override
                public void organization(Organization organization) {
                    order.add("organization " + organization.id());
                }

                @Override
                public void workspace(Workspace workspace) {
                    assertEquals(ContractPolicy.start().workspaces().get(workspace.id()), workspace);
                    order.add("workspace " + workspace.id());
                }

                @Override
                public void publicLink(PublicLink link) {
                    order.add("link " + link.id());
                }
            });
            assertEquals("begin", order.get(0));
            order.sort(null);
            assertEquals(
                    List.of(
                            "begin",
                            "link lobby",
                            "organization acme",
                            "user alice",
                            "user bob",
                            "workspace office",
                            "workspace plant"),
                    order);
        }

        @Test
        @DisplayName("is of one revision while others write")
        void snapshotIsOfOneRevision() {
            Revision start = source().head();
            Together writer = new Together().run(() -> {
                for (int i = 1; i <= MANY; i++) {
                    write(source(), ContractPolicy.rename("name-" + i));
                }
                return null;
            });
            writer.begin();
            Revision last;
            do {
                Policy policy = source().read();
                last = policy.revision();
                long number = last.number() - start.number();
                String expected = number == 0 ? null : "name-" + number;
                String office =
                        Content.row(policy.workspaces(), ContractPolicy.OFFICE).name();
                assertEquals(expected, office, () -> "a name that is not of revision " + policy.revision());
                assertEquals(
                        number == 0 ? "Plant" : expected,
                        Content.row(policy.workspaces(), ContractPolicy.PLANT).name(),
                        () -> "a name that is not of revision " + policy.revision());
            } while (writer.isBusy());
            writer.join(patience());
            assertEquals(start.number() + MANY, source().head().number());
        }

        @Test
        @DisplayName("gives one workspace again, as of the newest revision")
        void workspaceIsReadAgain() {
            Revision written = write(source(), ContractPolicy.rename("renamed"));
            WorkspaceState state = source().workspace(ContractPolicy.PLANT);
            assertEquals(written, state.revision());
            assertEquals(
                    Optional.of(Content.row(source().read().workspaces(), ContractPolicy.PLANT)), state.workspace());
            assertEquals("renamed", state.workspace().orElseThrow().name());
            assertEquals(
                    Optional.empty(),
                    source().workspace(new WorkspaceId("Plant")).workspace());
        }

        @Test
        @DisplayName("ends with what a visitor throws, and can be done again")
        void visitorMayThrow() {
            IllegalStateException thrown = new IllegalStateException("thrown by the visitor");
            SnapshotVisitor visitor = new Grumbler(thrown);
            assertEquals(thrown, assertThrows(IllegalStateException.class, () -> source().snapshot(visitor)));
            write(source(), ContractPolicy.rename("afterwards"));
            assertEquals(
                    "afterwards",
                    Content.row(source().read().workspaces(), ContractPolicy.OFFICE)
                            .name());
        }

        @Test
        @DisplayName("waits for no visitor: what a slow one reads can be changed meanwhile")
        void slowVisitorHoldsUpNobody() {
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch written = new CountDownLatch(1);
            Revision start = source().head();
            Together reader = new Together().run(() -> {
                source().snapshot(new Grumbler(null) {
                    @Override
                    public void begin(Revision revision, Catalogue catalogue) {
                        assertEquals(start, revision);
                        reading.countDown();
                        awaitLatch(written);
                    }

                    @Override
                    public void workspace(Workspace workspace) {
                        assertEquals(ContractPolicy.start().workspaces().get(workspace.id()), workspace);
                    }
                });
                return null;
            });
            reader.begin();
            awaitLatch(reading);
            write(source(), ContractPolicy.rename("meanwhile"));
            written.countDown();
            reader.join(patience());
        }
    }

    @Nested
    @DisplayName("Following")
    class Following {

        @Test
        @DisplayName("tells every revision once and in order, and what differs by it")
        void everyRevisionOnceAndInOrder() {
            Policy start = source().read();
            Ear ear = ear();
            source().follow(start.revision(), ear);
            for (int i = 0; i < MANY; i++) {
                Revision written = write(
                        source(), i % 2 == 0 ? ContractPolicy.rename("name-" + i) : ContractPolicy.user("user-" + i));
                assertEquals(start.revision().number() + i + 1, written.number());
            }
            Content.assertEqual(source().read(), ear.replay(start, source().head()));
            ear.expectNothing();
        }

        @Test
        @DisplayName("tells revisions that were there before it began")
        void tellsWhatWasThereBefore() {
            Policy start = source().read();
            for (int i = 0; i < 5; i++) {
                write(source(), ContractPolicy.user("user-" + i));
            }
            Ear ear = ear();
            source().follow(start.revision(), ear);
            Content.assertEqual(source().read(), ear.replay(start, source().head()));
            Ear later = ear();
            source().follow(Content.next(start.revision()), later);
            later.expect(Content.next(start.revision()), source().head());
        }

        @Test
        @DisplayName("misses nothing when it begins during changes")
        void beginsDuringChanges() {
            Together threads = new Together();
            for (int i = 0; i < 3; i++) {
                int writer = i;
                threads.run(() -> {
                    for (int j = 0; j < MANY; j++) {
                        write(source(), ContractPolicy.user("user-" + writer + "-" + j));
                    }
                    return null;
                });
            }
            BlockingQueue<Map.Entry<Policy, Ear>> followers = new LinkedBlockingQueue<>();
            for (int i = 0; i < 3; i++) {
                threads.run(() -> {
                    for (int j = 0; j < 5; j++) {
                        Policy known = source().read();
                        Ear ear = ear();
                        followers.add(Map.entry(known, ear));
                        source().follow(known.revision(), ear);
                    }
                    return null;
                });
            }
            threads.join(patience());
            Policy last = source().read();
            assertEquals(15, followers.size());
            for (Map.Entry<Policy, Ear> follower : followers) {
                Content.assertEqual(last, follower.getValue().replay(follower.getKey(), last.revision()));
            }
        }

        @Test
        @DisplayName("from another lineage is told to reload, and tells no revision")
        void otherLineageReloads() {
            Ear ear = ear();
            Subscription subscription =
                    source().follow(new Revision("another", source().head().number()), ear);
            ear.expectReload(ReloadReason.OTHER_LINEAGE);
            assertFalse(subscription.isOpen());
            expectSilence(ear);
        }

        @Test
        @DisplayName("from a revision that there is not yet is told to reload")
        void aheadReloads() {
            Ear ear = ear();
            source().follow(Content.next(source().head()), ear);
            ear.expectReload(ReloadReason.AHEAD);
            expectSilence(ear);
        }

        @Test
        @DisplayName("by one that blocks hurts neither writers nor others, and then goes on without a gap")
        void blockedFollowerHurtsNobody() {
            Policy start = source().read();
            CountDownLatch release = new CountDownLatch(1);
            Ear blocked = new Ear(patience()) {
                @Override
                public void committed(Commit commit) {
                    awaitLatch(release);
                    super.committed(commit);
                }
            };
            source().follow(start.revision(), blocked);
            Ear other = ear();
            source().follow(start.revision(), other);
            try {
                for (int i = 0; i < MANY; i++) {
                    write(source(), ContractPolicy.rename("name-" + i));
                }
                other.expect(start.revision(), source().head());
                blocked.expectNothing();
            } finally {
                release.countDown();
            }
            Content.assertEqual(source().read(), blocked.replay(start, source().head()));
        }

        @Test
        @DisplayName("by one that throws hurts nobody, and it is told to reload instead of going on with a gap")
        void throwingFollowerReloads() {
            Revision start = source().head();
            Ear throwing = new Ear(patience()) {
                @Override
                public void committed(Commit commit) {
                    if (commit.revision().number() == start.number() + 2) {
                        throw new IllegalStateException("thrown by the follower");
                    }
                    super.committed(commit);
                }
            };
            source().follow(start, throwing);
            Ear other = ear();
            source().follow(start, other);
            for (int i = 0; i < 4; i++) {
                write(source(), ContractPolicy.rename("name-" + i));
            }
            other.expect(start, source().head());
            throwing.expectNext(start);
            throwing.expectReload(ReloadReason.FOLLOWER_FAILED);
            expectSilence(throwing);
        }

        @Test
        @DisplayName("may begin anew from within, once it was told to reload")
        void followsAnewFromWithin() {
            BlockingQueue<Policy> reread = new LinkedBlockingQueue<>();
            Ear second = ear();
            source().follow(new Revision("another", 0), new Ear(patience()) {
                @Override
                public void reload(ReloadReason reason) {
                    Policy policy = source().read();
                    source().follow(policy.revision(), second);
                    reread.add(policy);
                }
            });
            Policy known = poll(reread);
            write(source(), ContractPolicy.rename("afterwards"));
            Content.assertEqual(source().read(), second.replay(known, source().head()));
        }

        @Test
        @DisplayName("never tells a revision before the source itself gives it")
        void readsNoLessThanItWasTold() {
            Revision start = source().head();
            BlockingQueue<Long> behind = new LinkedBlockingQueue<>();
            source().follow(start, new Ear(patience()) {
                @Override
                public void committed(Commit commit) {
                    Revision read = source().read().revision();
                    Revision head = source().head();
                    behind.add(commit.revision().number() - Math.min(read.number(), head.number()));
                }
            });
            for (int i = 0; i < MANY; i++) {
                write(source(), ContractPolicy.rename("name-" + i));
            }
            for (int i = 0; i < MANY; i++) {
                assertTrue(poll(behind) <= 0, "a follower heard of a revision that reading does not give yet");
            }
        }

        @Test
        @DisplayName("ends when the subscription is closed, and says where it stands")
        void closedSubscriptionHearsNoMore() {
            Revision start = source().head();
            Ear ear = ear();
            Ear other = ear();
            Subscription subscription = source().follow(start, ear);
            Subscription open = source().follow(start, other);
            Revision first = write(source(), ContractPolicy.rename("first"));
            ear.expectNext(start);
            other.expectNext(start);
            awaitTrue(() -> first.equals(subscription.delivered()), "the follower has returned");
            awaitTrue(() -> open.staleness().compareTo(patience()) < 0, "a follower that knows all is not stale");
            subscription.close();
            subscription.close();
            assertFalse(subscription.isOpen());
            assertTrue(open.isOpen());
            write(source(), ContractPolicy.rename("second"));
            write(source(), ContractPolicy.rename("third"));
            other.expect(first, source().head());
            ear.expectNothing();
        }

        @Test
        @DisplayName("ends with the source")
        void closedSourceSaysSo() {
            Revision start = source().head();
            Ear ear = ear();
            Subscription subscription = source().follow(start, ear);
            write(source(), ContractPolicy.rename("first"));
            ear.expectNext(start);
            source().close();
            ear.expectClosed();
            assertFalse(subscription.isOpen());
            ear.expectNothing();
        }

        /** Demands that nothing more comes, by writing and waiting for another follower to have heard that. */
        private void expectSilence(Ear ear) {
            Revision before = source().head();
            Ear other = ear();
            source().follow(before, other);
            write(source(), ContractPolicy.rename("silence"));
            other.expectNext(before);
            ear.expectNothing();
        }
    }

    @Nested
    @DisplayName("Closing")
    class Closing {

        @Test
        @DisplayName("makes every use fail at once with a plain sentence")
        void useAfterCloseFails() {
            Revision head = source().head();
            Set<Capability> capabilities = source().capabilities();
            source().close();
            source().close();
            assertClosed(() -> source().head());
            assertClosed(() -> source().read());
            assertClosed(() -> source().snapshot(new Grumbler(null)));
            assertClosed(() -> source().workspace(ContractPolicy.PLANT));
            assertClosed(() -> source().follow(head, ear()));
            assertEquals(capabilities, source().capabilities());
        }
    }

    @Nested
    @DisplayName("Keeping")
    class Keeping {

        @Test
        @Needs(Capability.PERSISTENT)
        @DisplayName("gives the same policy at the same revision after it was closed")
        void isThereAgain() throws Exception {
            write(source(), ContractPolicy.rename("kept"));
            write(source(), ContractPolicy.user("dora"));
            Policy before = source().read();
            source().close();
            PolicySource again = reopen(source());
            Content.assertEqual(before, again.read());
            Ear ear = ear();
            again.follow(before.revision(), ear);
            write(again, ContractPolicy.rename("again"));
            Content.assertEqual(again.read(), ear.replay(before, again.head()));
        }

        @Test
        @Needs(Capability.SHARED)
        @DisplayName("tells each process what others wrote")
        void tellsOthers() throws Exception {
            PolicySource other = reopen(source());
            Policy start = other.read();
            Content.assertEqual(source().read(), start);
            Ear ear = ear();
            other.follow(start.revision(), ear);
            for (int i = 0; i < 5; i++) {
                write(source(), ContractPolicy.user("user-" + i));
            }
            Policy heard = ear.replay(start, source().head());
            Content.assertEqual(source().read(), heard);
            Content.assertEqual(heard, other.read());
        }
    }

    static void assertClosed(Executable use) {
        StoreClosedException thrown = assertThrows(StoreClosedException.class, use);
        assertNotNull(thrown.getMessage());
        assertFalse(thrown.isRetryable());
    }

    final <T> T poll(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(patience().toMillis(), TimeUnit.MILLISECONDS);
            return next == null ? Assertions.fail("Waited " + patience() + " in vain.") : next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Assertions.fail("The test was interrupted.", e);
        }
    }

    /** Waits until something holds that no call tells. */
    final void awaitTrue(BooleanSupplier condition, String what) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < patience().toNanos(), () -> "waited in vain: " + what);
            Thread.onSpinWait();
        }
    }

    /** A visitor that throws at the first workspace, or takes everything. */
    private static class Grumbler implements SnapshotVisitor {

        private final @Nullable RuntimeException thrown;

        Grumbler(@Nullable RuntimeException thrown) {
            this.thrown = thrown;
        }

        @Override
        public void begin(Revision revision, Catalogue catalogue) {}

        @Override
        public void user(User user) {}

        @Override
        public void organization(Organization organization) {}

        @Override
        public void workspace(Workspace workspace) {
            if (thrown != null) {
                throw thrown;
            }
        }

        @Override
        public void publicLink(PublicLink link) {}
    }
}
