package io.doorward.store;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.doorward.model.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the commits of one source to its followers, in this process: for who writes a source or a store.
 *
 * <p>The writer {@linkplain #append appends} each commit under its own lock, in revision order, and after it has let go of the lock
 * {@linkplain #deliver delivers}. Each subscription reads on in the kept commits at its own pace, on a thread of the executor
 * or, for a {@link QuickFollower}, of the writer; a subscription that falls behind what is kept is told to reload. A source that hears of commits by asking for them says each
 * time that it has {@linkplain #confirm asked}.
 *
 * <p>Thread-safe. No follower, and nothing of the executor, runs under a lock of the feed. No method blocks but
 * {@link #await}.
 */
public final class CommitFeed {

    private static final Logger LOG = LoggerFactory.getLogger(CommitFeed.class);

    private final String name;
    private final Executor executor;

    /** Those of this feed; null if the host lends its own. */
    private final @Nullable FollowerThreads threads;

    private final LongSupplier nanoTime;
    private final Object lock = new Object();

    /** Guarded by {@link #lock}. */
    private final KeptCommits kept;

    /** All that were not told their last yet. Guarded by {@link #lock}. */
    private final Set<FeedSubscription> subscriptions = new HashSet<>();

    /** Threads that call a follower right now. Guarded by {@link #lock}. */
    private final Multiset<Thread> delivering = HashMultiset.create();

    /** Guarded by {@link #lock}. */
    private boolean closed;

    /** When the source was last asked; null for one that need not be asked. Guarded by {@link #lock}. */
    private @Nullable Long confirmedAt;

    /**
     * A feed that starts at a revision.
     *
     * @param name what messages call the source, such as {@code in-memory policy store}
     * @param head the newest revision
     * @param retention how many commits are kept for followers that come later or are slow
     * @param executor calls followers; it should have a thread for each subscription, else a follower that blocks holds up
     *     others. Null for daemon threads of the feed's own, as many as it takes
     */
    public CommitFeed(String name, Revision head, Retention retention, @Nullable Executor executor) {
        this(name, head, retention, executor, System::nanoTime);
    }

    CommitFeed(String name, Revision head, Retention retention, @Nullable Executor executor, LongSupplier nanoTime) {
        this.name = name;
        if (executor == null) {
            threads = new FollowerThreads();
            this.executor = threads;
        } else {
            threads = null;
            this.executor = executor;
        }
        this.nanoTime = nanoTime;
        kept = new KeptCommits(head, retention);
    }

    /** The newest revision that was appended. */
    public Revision head() {
        synchronized (lock) {
            return kept.head();
        }
    }

    /**
     * Adds the next commit. Followers hear of it when it is {@linkplain #deliver delivered}, if not sooner.
     *
     * @throws IllegalArgumentException if it does not follow on the newest
     */
    public void append(Commit commit) {
        synchronized (lock) {
            kept.append(commit, nanoTime.getAsLong());
        }
    }

    /**
     * Starts again from a revision that does not follow on the newest: of another lineage, or after a gap. Followers are told
     * to reload when that is delivered.
     */
    public void restart(Revision head, ReloadReason reason) {
        synchronized (lock) {
            for (FeedSubscription subscription : subscriptions) {
                subscription.reload(reason);
            }
            kept.restart(head);
        }
    }

    /** The source was asked just now, and has no commit that was not appended. */
    public void confirm() {
        synchronized (lock) {
            confirmedAt = nanoTime.getAsLong();
        }
    }

    /** The commits after a revision, in order; empty where they cannot be told. */
    public List<Commit> since(Revision revision) {
        synchronized (lock) {
            return kept.reasonToReload(revision) == null ? kept.after(revision) : ImmutableList.of();
        }
    }

    /**
     * What the source promises by {@link PolicySource#follow}, but that nothing is delivered before {@link #deliver}.
     *
     * @param prompt what {@link Follower#isPrompt} says, which a source asks before it takes any lock
     */
    public Subscription follow(Revision from, Follower follower, boolean prompt) {
        synchronized (lock) {
            requireOpen();
            FeedSubscription subscription = new FeedSubscription(this, follower, prompt, from);
            ReloadReason reason = kept.reasonToReload(from);
            if (reason != null) {
                subscription.reload(reason);
            }
            subscriptions.add(subscription);
            return subscription;
        }
    }

    /**
     * Sets followers to work: they hear of what was appended. To be called outside all locks of the caller, since a {@link
     * QuickFollower} is called by the calling thread itself.
     */
    public void deliver() {
        List<FeedSubscription> elsewhere = new ArrayList<>();
        List<FeedSubscription> here = new ArrayList<>();
        synchronized (lock) {
            // A follower that makes a change must not be called for it before it has returned.
            boolean isFollower = delivering.contains(Thread.currentThread());
            for (FeedSubscription subscription : subscriptions) {
                if (!subscription.running && subscription.hasWork()) {
                    subscription.running = true;
                    (subscription.isQuick() && !isFollower ? here : elsewhere).add(subscription);
                }
            }
        }
        elsewhere.forEach(this::start);
        for (FeedSubscription subscription : here) {
            if (subscription.callHere()) {
                start(subscription);
            }
        }
    }

    /**
     * Waits until prompt followers have heard of a revision. One that takes longer is logged, and not waited for again until
     * it has caught up. A call made by a follower does not wait at all, or two would wait for each other.
     *
     * @return whether all have heard
     */
    public boolean await(Revision revision, Duration limit) {
        long start = nanoTime.getAsLong();
        boolean interrupted = false;
        try {
            synchronized (lock) {
                if (delivering.contains(Thread.currentThread())) {
                    return false;
                }
                while (isAwaited(revision)) {
                    long rest = limit.toNanos() - (nanoTime.getAsLong() - start);
                    if (rest <= 0) {
                        giveUp(revision, limit);
                        return false;
                    }
                    try {
                        lock.wait(rest / NANOS_PER_MILLI, (int) (rest % NANOS_PER_MILLI));
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                return true;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tells all followers that the source is closed, once they have returned from what they do. */
    public void close() {
        synchronized (lock) {
            closed = true;
            for (FeedSubscription subscription : subscriptions) {
                subscription.sourceClosed();
            }
        }
        deliver();
        if (threads != null) {
            threads.shutdown();
        }
    }

    private void start(FeedSubscription subscription) {
        try {
            executor.execute(subscription);
        } catch (RuntimeException | Error e) {
            synchronized (lock) {
                subscription.running = false;
            }
            LOG.error(
                    "The executor of the {} refuses to call a follower, which stays behind; it is tried again with the"
                            + " next revision.",
                    name,
                    e);
        }
    }

    private boolean isAwaited(Revision revision) {
        for (FeedSubscription subscription : subscriptions) {
            if (subscription.isAwaitedAt(revision)) {
                return true;
            }
        }
        return false;
    }

    private void giveUp(Revision revision, Duration limit) {
        for (FeedSubscription subscription : subscriptions) {
            if (subscription.isAwaitedAt(revision)) {
                subscription.late = true;
                LOG.error(
                        "A follower of the {} has not taken revision {} within {}; changes do not wait for it until it"
                                + " has caught up.",
                        name,
                        revision,
                        limit);
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosedException(name);
        }
    }

    String name() {
        return name;
    }

    Object lock() {
        return lock;
    }

    /** To be read under the lock. */
    KeptCommits kept() {
        return kept;
    }

    /** To be called under the lock. */
    void begins() {
        delivering.add(Thread.currentThread());
    }

    /** To be called under the lock. */
    void ends() {
        delivering.remove(Thread.currentThread());
        lock.notifyAll();
    }

    /** To be called under the lock: the subscription was told its last. */
    void remove(FeedSubscription subscription) {
        subscriptions.remove(subscription);
        lock.notifyAll();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** To be called under the lock: for how long nobody has asked whether there is more. */
    long unconfirmedFor(long now) {
        return confirmedAt == null ? 0 : now - confirmedAt;
    }

    private static final long NANOS_PER_MILLI = 1_000_000;
}
