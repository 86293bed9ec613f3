package io.doorward.store;

import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A policy that lives in the memory of this process, for tests and for hosts that keep it elsewhere themselves.
 *
 * <p>Thread-safe. Reading takes no lock. Changes wait for each other; one costs what its rows cost, never what the policy
 * does, but for the first, which looks through the policy once. What is kept of earlier revisions shares all that did not
 * change.
 *
 * <p>{@link #apply} waits at most {@linkplain Builder#promptWait 5 seconds} for prompt followers. Followers are called on daemon threads of the
 * store, one for each that has something to hear, unless an {@linkplain Builder#executor executor} is given; a {@link
 * QuickFollower} on the thread that applies a change.
 */
public final class InMemoryPolicyStore implements PolicyStore {

    private static final String NAME = "in-memory policy store";

    private final InstantSource clock;
    private final Duration promptWait;
    private final CommitFeed feed;

    /** Guarded by {@link #writing}. */
    private final RevisionLog log;

    /** Held by whoever changes anything; no code of the host runs under it but the clock. */
    private final Lock writing = new ReentrantLock();

    /** Written under {@link #writing}, read by anybody. */
    private volatile Policy policy;

    private volatile boolean closed;

    private InMemoryPolicyStore(Builder builder) {
        Revision start = builder.policy.revision();
        policy = start.lineage().isEmpty()
                ? builder.policy.withRevision(new Revision(newLineage(), start.number()))
                : builder.policy;
        clock = builder.clock;
        promptWait = builder.promptWait;
        log = new RevisionLog(builder.retention);
        feed = new CommitFeed(NAME, policy.revision(), builder.retention, builder.executor);
    }

    /** A store that starts with a policy; its revision gets a new lineage unless it has one. */
    public static InMemoryPolicyStore of(Policy policy) {
        return builder(policy).build();
    }

    /** A store that starts with a policy, with settings. */
    public static Builder builder(Policy policy) {
        return new Builder(Objects.requireNonNull(policy, "policy"));
    }

    /** That followers hear at once; nothing is kept. */
    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.NOTIFIES);
    }

    @Override
    public Revision head() {
        return read().revision();
    }

    @Override
    public void snapshot(SnapshotVisitor visitor) {
        visitor.visit(read());
    }

    /** The policy as it stands. O(1). */
    @Override
    public Policy read() {
        requireOpen();
        return policy;
    }

    @Override
    public WorkspaceState workspace(WorkspaceId id) {
        Objects.requireNonNull(id, "id");
        Policy all = read();
        return new WorkspaceState(
                all.revision(), Optional.ofNullable(all.workspaces().get(id)));
    }

    @Override
    public Subscription follow(Revision from, Follower follower) {
        Objects.requireNonNull(from, "from");
        boolean prompt = follower.isPrompt();
        Subscription subscription;
        writing.lock();
        try {
            requireOpen();
            subscription = feed.follow(from, follower, prompt);
        } finally {
            writing.unlock();
        }
        feed.deliver();
        return subscription;
    }

    @Override
    public Applied apply(ChangeSet changes, ApplyOptions options) {
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(options, "options");
        Applied applied;
        writing.lock();
        try {
            requireOpen();
            applied = write(changes, options);
        } finally {
            writing.unlock();
        }
        feed.deliver();
        feed.await(applied.revision(), promptWait);
        return applied;
    }

    private Applied write(ChangeSet changes, ApplyOptions options) {
        RevisionLog.Next next = log.next(policy, changes, options, clock.instant());
        policy = next.after();
        log.add(next.entry(), next.footprint());
        feed.append(next.commit());
        return next.applied();
    }

    @Override
    public Revision restore(Policy restored) {
        Objects.requireNonNull(restored, "policy");
        Revision start = new Revision(newLineage(), 0);
        writing.lock();
        try {
            requireOpen();
            policy = restored.withRevision(start);
            log.clear();
            feed.restart(start, ReloadReason.OTHER_LINEAGE);
        } finally {
            writing.unlock();
        }
        feed.deliver();
        feed.await(start, promptWait);
        return start;
    }

    @Override
    public Optional<LogEntry> history(Revision revision) {
        Objects.requireNonNull(revision, "revision");
        writing.lock();
        try {
            requireOpen();
            return log.entry(revision);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            writing.unlock();
        }
        feed.close();
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosedException(NAME);
        }
    }

    private static String newLineage() {
        return UUID.randomUUID().toString();
    }

    /** The revision, and whether it is closed. */
    @Override
    public String toString() {
        return "InMemoryPolicyStore[" + policy.revision() + (closed ? ", closed]" : "]");
    }

    /** Settings of a store. Not thread-safe. */
    public static final class Builder {

        private final Policy policy;
        private InstantSource clock = InstantSource.system();
        private Duration promptWait = Duration.ofSeconds(5);
        private Retention retention = Retention.DEFAULT;
        private @Nullable Executor executor;

        private Builder(Policy policy) {
            this.policy = policy;
        }

        /** By which revisions get their instants and tokens are revoked; the system's unless set. It is asked under the writer's lock. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** How much of the past is kept for followers and for change sets made against it. */
        public Builder retention(Retention retention) {
            this.retention = Objects.requireNonNull(retention, "retention");
            return this;
        }

        /** How long a change waits for prompt followers at most; 5 seconds unless set. */
        public Builder promptWait(Duration longest) {
            if (longest.isNegative()) {
                throw new IllegalArgumentException("A wait of " + longest + " is none; give 0 or more.");
            }
            promptWait = longest;
            return this;
        }

        /**
         * Calls the followers, in place of daemon threads of the store. With fewer threads than followers, one that blocks
         * holds up others. The store does not shut it down.
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /** Opens the store. */
        public InMemoryPolicyStore build() {
            return new InMemoryPolicyStore(this);
        }
    }
}
