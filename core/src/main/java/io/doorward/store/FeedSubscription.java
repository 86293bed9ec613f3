package io.doorward.store;

import io.doorward.model.Revision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One follower of a feed: where it stands, and its calls one after the other. All fields are guarded by the feed's lock. */
final class FeedSubscription implements Subscription, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSubscription.class);

    /** So that no writer works for others without an end. */
    private static final int MOST_HERE = 16;

    private final CommitFeed feed;
    private final Follower follower;
    private final boolean prompt;
    private Revision delivered;
    private @Nullable ReloadReason reload;
    private boolean sourceClosed;
    private boolean ended;
    private @Nullable Long lostSince;

    /** Whether a thread calls the follower, or was asked to. */
    boolean running;

    /** Whether changes have stopped waiting for it. */
    boolean late;

    FeedSubscription(CommitFeed feed, Follower follower, boolean prompt, Revision from) {
        this.feed = feed;
        this.follower = follower;
        this.prompt = prompt;
        delivered = from;
    }

    @Override
    public Revision delivered() {
        synchronized (feed.lock()) {
            return delivered;
        }
    }

    @Override
    public Duration staleness() {
        synchronized (feed.lock()) {
            long now = feed.now();
            return Duration.ofNanos(Math.max(now - behindSince(now), feed.unconfirmedFor(now)));
        }
    }

    /** Since when there is a revision that the follower does not know, or may be; now, if there is none. */
    private long behindSince(long now) {
        if (lostSince != null) {
            return lostSince;
        }
        return delivered.equals(feed.kept().head()) ? now : feed.kept().appendedAfter(delivered, now);
    }

    /** From now on, what the follower knows grows old. */
    private void lose() {
        if (lostSince == null) {
            lostSince = behindSince(feed.now());
        }
    }

    @Override
    public boolean isOpen() {
        synchronized (feed.lock()) {
            return isOpenNow();
        }
    }

    private boolean isOpenNow() {
        return !ended && reload == null && !sourceClosed;
    }

    @Override
    public void close() {
        synchronized (feed.lock()) {
            end();
        }
    }

    private void end() {
        lose();
        ended = true;
        feed.remove(this);
    }

    /** Under the lock. */
    void reload(ReloadReason reason) {
        if (reload == null && !ended) {
            lose();
            reload = reason;
        }
    }

    /** Under the lock. */
    void sourceClosed() {
        lose();
        sourceClosed = true;
    }

    /** Whether it may be called on the thread that made a revision. */
    boolean isQuick() {
        return follower instanceof QuickFollower;
    }

    /** Under the lock: whether there is something to call the follower for. */
    boolean hasWork() {
        return !ended
                && (reload != null
                        || sourceClosed
                        || !delivered.equals(feed.kept().head()));
    }

    /** Under the lock: whether a change waits for it. */
    boolean isAwaitedAt(Revision revision) {
        return prompt
                && !late
                && (!isOpenNow()
                        || (delivered.lineage().equals(revision.lineage()) && delivered.number() < revision.number()));
    }

    /** What a call of the follower, or the lack of one, leads to. */
    private enum Progress {
        MORE,
        DONE,
        FOR_ANOTHER_THREAD
    }

    @Override
    public void run() {
        call(Long.MAX_VALUE, false);
    }

    /**
     * Calls the follower on the thread that made a revision, for that revision and for a few that others have made meanwhile.
     *
     * @return whether something is left that another thread has to tell
     */
    boolean callHere() {
        return call(MOST_HERE, true) != Progress.DONE;
    }

    private Progress call(long most, boolean onlyQuick) {
        synchronized (feed.lock()) {
            feed.begins();
        }
        Progress progress = Progress.MORE;
        try {
            for (long calls = 0; calls < most && progress == Progress.MORE; calls++) {
                progress = callOnce(onlyQuick);
            }
            return progress;
        } finally {
            synchronized (feed.lock()) {
                feed.ends();
            }
        }
    }

    /** Calls the follower with the next thing that it has to hear. */
    private Progress callOnce(boolean onlyQuick) {
        Commit commit = null;
        ReloadReason reason = null;
        synchronized (feed.lock()) {
            if (!hasWork()) {
                running = false;
                late = false;
                return Progress.DONE;
            }
            if (reload == null && !sourceClosed) {
                commit = feed.kept().next(delivered);
                if (commit == null) {
                    reload(ReloadReason.TOO_OLD);
                }
            }
            reason = sourceClosed ? null : reload;
        }
        if (onlyQuick && (commit == null || commit.delta().catalogue().isPresent())) {
            return Progress.FOR_ANOTHER_THREAD;
        }
        if (commit == null) {
            tellLast(reason);
            return Progress.DONE;
        }
        boolean taken = take(commit);
        synchronized (feed.lock()) {
            if (taken) {
                delivered = commit.revision();
            } else {
                reload(ReloadReason.FOLLOWER_FAILED);
            }
            feed.lock().notifyAll();
        }
        return Progress.MORE;
    }

    private boolean take(Commit commit) {
        try {
            follower.committed(commit);
            return true;
        } catch (Throwable e) {
            LOG.error(
                    "A follower of the {} failed at revision {}; it is told to reload.",
                    feed.name(),
                    commit.revision(),
                    e);
            return false;
        }
    }

    private void tellLast(@Nullable ReloadReason reason) {
        try {
            if (reason == null) {
                follower.closed();
            } else {
                follower.reload(reason);
            }
        } catch (Throwable e) {
            LOG.error(
                    "A follower of the {} failed when it was told {}; it hears no more.",
                    feed.name(),
                    reason == null ? "that the source is closed" : "to reload, since " + reason,
                    e);
        } finally {
            synchronized (feed.lock()) {
                end();
            }
        }
    }
}
