package io.doorward.follow;

import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.store.Capability;
import io.doorward.store.Commit;
import io.doorward.store.Follower;
import io.doorward.store.InMemoryPolicyStore;
import io.doorward.store.PolicySource;
import io.doorward.store.ReloadReason;
import io.doorward.store.SnapshotVisitor;
import io.doorward.store.StoreException;
import io.doorward.store.Subscription;
import io.doorward.store.WorkspaceState;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A real store behind a line that a test can cut, slow down and garble. */
final class UnreliableSource implements PolicySource {

    private final InMemoryPolicyStore store;
    final AtomicInteger reads = new AtomicInteger();
    volatile boolean isUnreadable;
    volatile boolean garbles;
    volatile Duration staleness = Duration.ZERO;

    /** What is done before somebody follows. */
    volatile Runnable beforeFollowing = () -> {};

    UnreliableSource(InMemoryPolicyStore store) {
        this.store = store;
    }

    @Override
    public Set<Capability> capabilities() {
        return store.capabilities();
    }

    @Override
    public Revision head() {
        return store.head();
    }

    @Override
    public void snapshot(SnapshotVisitor visitor) {
        reads.incrementAndGet();
        if (isUnreadable) {
            throw new StoreException("The line is cut.", null, true);
        }
        store.snapshot(visitor);
    }

    @Override
    public WorkspaceState workspace(WorkspaceId id) {
        return store.workspace(id);
    }

    @Override
    public Subscription follow(Revision from, Follower follower) {
        beforeFollowing.run();
        return new SlowSubscription(store.follow(from, new GarblingFollower(follower)));
    }

    @Override
    public void close() {
        store.close();
    }

    /** Throws where it should pass a revision on, if the source garbles. */
    private final class GarblingFollower implements Follower {

        private final Follower behind;

        GarblingFollower(Follower behind) {
            this.behind = behind;
        }

        @Override
        public void committed(Commit commit) {
            if (garbles) {
                throw new IllegalStateException("garbled");
            }
            behind.committed(commit);
        }

        @Override
        public void reload(ReloadReason reason) {
            behind.reload(reason);
        }

        @Override
        public void closed() {
            behind.closed();
        }

        @Override
        public boolean isPrompt() {
            return behind.isPrompt();
        }
    }

    /** Says to be as stale as the test wants. */
    private final class SlowSubscription implements Subscription {

        private final Subscription behind;

        SlowSubscription(Subscription behind) {
            this.behind = behind;
        }

        @Override
        public Revision delivered() {
            return behind.delivered();
        }

        @Override
        public Duration staleness() {
            return staleness;
        }

        @Override
        public boolean isOpen() {
            return behind.isOpen();
        }

        @Override
        public void close() {
            behind.close();
        }
    }
}
