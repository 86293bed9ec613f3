package io.doorward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.change.ChangeSet;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryPolicyStoreTest {

    private static final Policy EMPTY = Policy.builder().build();

    private static ChangeSet user(String id) {
        return ChangeSet.of(new CreateUser(new PrincipalId(id), null, null));
    }

    @Test
    void aPolicyMadeByHandGetsALineageAndOneThatHasOneKeepsIt() {
        Revision known = new Revision("mine", 7);
        try (InMemoryPolicyStore store = InMemoryPolicyStore.of(EMPTY);
                InMemoryPolicyStore other = InMemoryPolicyStore.of(EMPTY);
                InMemoryPolicyStore same =
                        InMemoryPolicyStore.of(Policy.builder().revision(known).build())) {
            assertThat(store.head().lineage())
                    .isNotEmpty()
                    .isNotEqualTo(other.head().lineage());
            assertThat(same.head()).isEqualTo(known);
        }
    }

    @Test
    void theClockOfRevisionsNeverGoesBack() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-05-01T10:00:00Z"));
        try (InMemoryPolicyStore store =
                InMemoryPolicyStore.builder(EMPTY).clock(clock::get).build()) {
            Instant first = store.apply(ChangeSet.of()).instant();
            clock.set(Instant.parse("2026-05-01T09:00:00Z"));
            assertThat(store.apply(ChangeSet.of()).instant()).isEqualTo(first);
            clock.set(Instant.parse("2026-05-01T11:00:00Z"));
            assertThat(store.apply(ChangeSet.of()).instant()).isEqualTo(clock.get());
        }
    }

    @Test
    void aPromptFollowerHasHeardWhenApplyReturns() {
        try (InMemoryPolicyStore store = InMemoryPolicyStore.of(EMPTY)) {
            Recorder prompt = new Recorder(true);
            Subscription subscription = store.follow(store.head(), prompt);
            for (int i = 0; i < 1000; i++) {
                Applied applied = store.apply(user("u" + i));
                assertThat(subscription.delivered()).isEqualTo(applied.revision());
                assertThat(prompt.commits).hasSize(i + 1);
                assertThat(subscription.staleness()).isZero();
            }
        }
    }

    @Test
    void aStuckPromptFollowerHoldsUpOneChangeAndNoMore() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (InMemoryPolicyStore store = InMemoryPolicyStore.builder(EMPTY)
                .promptWait(Duration.ofMillis(50))
                .build()) {
            Recorder stuck = new Recorder(true) {
                @Override
                public void committed(Commit commit) {
                    awaitQuietly(release);
                    super.committed(commit);
                }
            };
            Subscription subscription = store.follow(store.head(), stuck);
            long start = System.nanoTime();
            store.apply(ChangeSet.of());
            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(50));
            assertThat(subscription.staleness()).isGreaterThan(Duration.ofMillis(49));
            for (int i = 0; i < 1000; i++) {
                store.apply(ChangeSet.of());
            }
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
            release.countDown();
            for (int i = 1; i <= 1001; i++) {
                assertThat(stuck.next().revision().number()).isEqualTo(i);
            }
        }
    }

    @Test
    void aFollowerMayApplyWithoutWaitingForItself() throws InterruptedException {
        try (InMemoryPolicyStore store = InMemoryPolicyStore.builder(EMPTY)
                .promptWait(Duration.ofDays(1))
                .build()) {
            Recorder applying = new Recorder(true) {
                @Override
                public void committed(Commit commit) {
                    super.committed(commit);
                    if (commit.revision().number() < 10) {
                        store.apply(ChangeSet.of());
                    }
                }
            };
            store.follow(store.head(), applying);
            store.apply(ChangeSet.of());
            for (int i = 1; i <= 10; i++) {
                assertThat(applying.next().revision().number()).isEqualTo(i);
            }
        }
    }

    @Test
    void aSubscriptionThatFallsBehindWhatIsKeptReloads() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        try (InMemoryPolicyStore store = InMemoryPolicyStore.builder(EMPTY)
                .retention(new Retention(3, Duration.ofDays(1)))
                .build()) {
            Revision start = store.head();
            Recorder slow = new Recorder(false) {
                @Override
                public void committed(Commit commit) {
                    awaitQuietly(release);
                    super.committed(commit);
                }
            };
            store.follow(start, slow);
            for (int i = 0; i < 10; i++) {
                store.apply(ChangeSet.of());
            }
            release.countDown();
            assertThat(slow.nextReload()).isEqualTo(ReloadReason.TOO_OLD);
            Recorder late = new Recorder(false);
            store.follow(start, late);
            assertThat(late.nextReload()).isEqualTo(ReloadReason.TOO_OLD);
            assertThat(store.history(new Revision(start.lineage(), 7))).isEmpty();
            assertThat(store.history(new Revision(start.lineage(), 8))).isPresent();
        }
    }

    @Test
    void anExecutorThatRefusesLosesNothing() throws InterruptedException {
        AtomicReference<Boolean> refuses = new AtomicReference<>(true);
        try (InMemoryPolicyStore store = InMemoryPolicyStore.builder(EMPTY)
                .executor(task -> {
                    if (refuses.get()) {
                        throw new RejectedExecutionException("busy");
                    }
                    task.run();
                })
                .build()) {
            Recorder follower = new Recorder(false);
            store.follow(store.head(), follower);
            store.apply(ChangeSet.of());
            refuses.set(false);
            store.apply(ChangeSet.of());
            assertThat(follower.next().revision().number()).isEqualTo(1);
            assertThat(follower.next().revision().number()).isEqualTo(2);
        }
    }

    @Test
    void deltasLeadFromOneStateToTheNext() {
        try (InMemoryPolicyStore store = InMemoryPolicyStore.of(EMPTY)) {
            Policy before = store.read();
            store.apply(user("alice"));
            Policy after = store.read();
            assertThat(PolicyDelta.between(before, after).applyTo(before)).isEqualTo(after);
            assertThatThrownBy(() -> PolicyDelta.between(before, after).applyTo(after))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("apply deltas in order");
        }
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test did not go on.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what it hears. */
    private static class Recorder implements Follower {

        private final boolean prompt;
        private final LinkedBlockingQueue<Commit> commits = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<ReloadReason> reloads = new LinkedBlockingQueue<>();

        Recorder(boolean prompt) {
            this.prompt = prompt;
        }

        @Override
        public void committed(Commit commit) {
            commits.add(commit);
        }

        @Override
        public void reload(ReloadReason reason) {
            reloads.add(reason);
        }

        @Override
        public boolean isPrompt() {
            return prompt;
        }

        Commit next() throws InterruptedException {
            Commit next = commits.poll(30, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return next;
        }

        ReloadReason nextReload() throws InterruptedException {
            return reloads.poll(30, TimeUnit.SECONDS);
        }
    }
}
