package io.doorward.follow;

import io.doorward.index.Index;
import io.doorward.model.Revision;
import io.doorward.store.Commit;
import io.doorward.store.PolicySource;
import io.doorward.store.QuickFollower;
import io.doorward.store.ReloadReason;
import io.doorward.store.StoreClosedException;
import io.doorward.store.StoreException;
import io.doorward.store.Subscription;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an index up with a source of policy: each revision gives the next index from the current one, and one volatile write
 * publishes it.
 *
 * <p><b>When something fails.</b> Whatever ends the subscription, a failed derivation too, leads to a reload: the source is
 * read whole, with growing pauses for as long as that fails, and followed from there. Until then the evaluator is stale. One
 * line in the log says that it began, and one that it is over.
 *
 * <p><b>Threads.</b> The source tells of revisions on a thread of its own or of who makes them: taking one only computes,
 * and holds the lock for moments. The watchdog and reloads run on one daemon
 * thread of this object, which {@link #close} ends. Subscriptions are told apart by number: a call of one that is over does
 * nothing.
 */
public final class Following implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration WATCH = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final PolicySource source;
    private final Duration maxStaleness;
    private final LongSupplier ticker;
    private final ScheduledExecutorService background;
    private final Published published;

    /** Guards what follows; held for moments only. */
    private final Object lock = new Object();

    private final Set<String> formerLineages = new HashSet<>();
    private @Nullable Subscription subscription;
    private volatile @Nullable Future<?> watchdog;
    private volatile @Nullable Future<?> reload;
    private int epoch;

    /** Whether the index was read anew, and the source is not followed from there yet: a change would not wait for it. */
    private boolean subscribing;

    private int failures;
    private long lostSince;
    private boolean lost;
    private boolean closed;

    private Following(
            PolicySource source,
            Duration maxStaleness,
            LongSupplier ticker,
            ScheduledExecutorService background,
            Index first) {
        this.source = source;
        this.maxStaleness = maxStaleness;
        this.ticker = ticker;
        this.background = background;
        published = Published.first(first, this::isTooOld);
    }

    /**
     * Reads the source and follows it from there. Returns once everything is loaded.
     *
     * @throws StoreException if the source cannot be read
     */
    public static Following start(PolicySource source, Duration maxStaleness) {
        return start(source, maxStaleness, System::nanoTime, daemon());
    }

    static Following start(
            PolicySource source, Duration maxStaleness, LongSupplier ticker, ScheduledExecutorService background) {
        Index first = Snapshot.of(source, null);
        Following following = new Following(source, maxStaleness, ticker, background, first);
        following.subscribe(first.revision());
        following.watchdog = background.scheduleWithFixedDelay(
                following::watch, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
        return following;
    }

    /** One thread that does not keep the process alive, and no task left behind when it is shut down. */
    private static ScheduledExecutorService daemon() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "doorward-follow");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Where readers find the index. */
    public Published published() {
        return published;
    }

    /** For how long it has not been certain that the index is the newest; zero while it is. */
    public Duration staleness() {
        Subscription current;
        Duration sinceLost = Duration.ZERO;
        synchronized (lock) {
            current = subscription;
            if (lost || closed) {
                sinceLost = Duration.ofNanos(ticker.getAsLong() - lostSince);
            }
        }
        Duration ofSource = current == null ? Duration.ZERO : current.staleness();
        return ofSource.compareTo(sinceLost) > 0 ? ofSource : sinceLost;
    }

    /**
     * Waits until the index is of this revision or of a later one of its lineage.
     *
     * @return whether it is; false if the time is over before
     * @throws StoreException if the revision was lost: the source has gone over to another lineage
     */
    public boolean await(Revision revision, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + saturatedNanos(timeout);
        synchronized (lock) {
            while (!isReached(revision)) {
                if (formerLineages.contains(revision.lineage())) {
                    throw new StoreException(
                            "Revision " + revision + " is lost: the store was restored or has failed over, and is at "
                                    + published.index().revision()
                                    + " now; read what is there and make the change again.",
                            null,
                            false);
                }
                if (closed) {
                    throw new StoreClosedException("evaluator");
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return true;
        }
    }

    private static long saturatedNanos(Duration duration) {
        // A wait of more than a century need not be exact, and must not overflow.
        return duration.compareTo(Duration.ofDays(36_500)) > 0
                ? Duration.ofDays(36_500).toNanos()
                : duration.toNanos();
    }

    private boolean isReached(Revision wanted) {
        Revision current = published.index().revision();
        return !subscribing && current.lineage().equals(wanted.lineage()) && current.number() >= wanted.number();
    }

    /** Follows no more; from now on everything is denied. */
    @Override
    public void close() {
        Subscription last;
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            subscribing = false;
            lostSince = ticker.getAsLong();
            epoch++;
            last = subscription;
            subscription = null;
            lock.notifyAll();
        }
        if (last != null) {
            last.close();
        }
        published.setStale(true);
        for (Future<?> task : Arrays.asList(watchdog, reload)) {
            if (task != null) {
                task.cancel(true);
            }
        }
        background.shutdown();
    }

    /** Sets and lifts staleness by the running clock. */
    void watch() {
        boolean tooOld = isTooOld();
        synchronized (lock) {
            if (tooOld && !published.isStale()) {
                LOG.error(
                        "The policy is older than {}: everything is denied until the source is reachable again.",
                        maxStaleness);
                published.setStale(true);
            } else if (!tooOld && published.isStale() && !lost && !closed) {
                LOG.info(
                        "The policy is up to date again, at revision {}.",
                        published.index().revision());
                published.setStale(false);
            }
        }
    }

    private boolean isTooOld() {
        return staleness().compareTo(maxStaleness) > 0;
    }

    private void subscribe(Revision from) {
        int mine;
        synchronized (lock) {
            if (closed) {
                return;
            }
            mine = ++epoch;
        }
        Subscription started;
        try {
            started = source.follow(from, new OneSubscription(mine));
        } finally {
            subscribed(mine);
        }
        Subscription superfluous;
        synchronized (lock) {
            if (epoch == mine) {
                superfluous = subscription;
                subscription = started;
            } else {
                superfluous = started;
            }
        }
        if (superfluous != null) {
            superfluous.close();
        }
    }

    private void subscribed(int mine) {
        synchronized (lock) {
            if (epoch == mine) {
                subscribing = false;
                lock.notifyAll();
            }
        }
    }

    /** What the source calls, as long as it is the current one. */
    private final class OneSubscription implements QuickFollower {

        private final int mine;

        OneSubscription(int mine) {
            this.mine = mine;
        }

        @Override
        public void committed(Commit commit) {
            Index current = published.index();
            if (!current.revision().equals(commit.parent())) {
                throw new IllegalStateException("Revision " + commit.revision() + " follows on " + commit.parent()
                        + ", but the index is of " + current.revision() + ".");
            }
            if (commit.delta().catalogue().isPresent()) {
                anew(mine);
                return;
            }
            Index next = current.next(commit.delta());
            synchronized (lock) {
                if (epoch == mine) {
                    published.publish(next);
                    lock.notifyAll();
                }
            }
        }

        /** Another catalogue gives every set another meaning: the index is built from the beginning. */
        private void anew(int epochThen) {
            Index index = Snapshot.of(source, published.index());
            synchronized (lock) {
                if (epoch != epochThen) {
                    return;
                }
                published.publish(index);
                subscribing = true;
            }
            subscribe(index.revision());
        }

        @Override
        public void reload(ReloadReason reason) {
            lose(mine, reason);
        }

        @Override
        public void closed() {
            lose(mine, null);
        }
    }

    /** The subscription has ended: nothing is certain any more. */
    private void lose(int mine, @Nullable ReloadReason reason) {
        synchronized (lock) {
            if (epoch != mine) {
                return;
            }
            lost = true;
            lostSince = ticker.getAsLong();
            failures = 0;
            epoch++;
            subscribing = false;
            subscription = null;
            published.setStale(reason != null || published.isStale());
            if (reason == null) {
                LOG.warn(
                        "The source of the policy was closed; the policy stays at revision {} and ages.",
                        published.index().revision());
                return;
            }
            LOG.error(
                    "The policy cannot be followed from revision {} on ({}): everything is denied until it is read anew.",
                    published.index().revision(),
                    reason);
        }
        reloadAfter(Duration.ZERO);
    }

    private void reloadAfter(Duration pause) {
        try {
            reload = background.schedule(this::reload, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closedMeanwhile) {
            LOG.debug("Closed while a reload was due.");
        }
    }

    private void reload() {
        Index index;
        try {
            index = Snapshot.of(source, published.index());
        } catch (RuntimeException e) {
            retry(e);
            return;
        }
        synchronized (lock) {
            if (closed) {
                return;
            }
            String before = published.index().revision().lineage();
            if (!before.equals(index.revision().lineage())) {
                formerLineages.add(before);
                formerLineages.remove(index.revision().lineage());
            }
            published.publish(index);
            lost = false;
            failures = 0;
            published.setStale(false);
            subscribing = true;
        }
        LOG.info("The policy was read anew, at revision {}.", index.revision());
        try {
            subscribe(index.revision());
        } catch (RuntimeException e) {
            synchronized (lock) {
                lost = true;
                lostSince = ticker.getAsLong();
                published.setStale(true);
            }
            retry(e);
        }
    }

    private void retry(RuntimeException e) {
        Duration pause;
        synchronized (lock) {
            if (closed) {
                return;
            }
            if (failures == 0) {
                LOG.error("The policy cannot be read; it is tried again and again, with pauses.", e);
            }
            failures++;
            pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        }
        reloadAfter(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
