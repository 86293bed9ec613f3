package io.doorward.store.file;

import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.store.Applied;
import io.doorward.store.ApplyOptions;
import io.doorward.store.Capability;
import io.doorward.store.CommitFeed;
import io.doorward.store.Follower;
import io.doorward.store.LogEntry;
import io.doorward.store.PolicyStore;
import io.doorward.store.Retention;
import io.doorward.store.SnapshotVisitor;
import io.doorward.store.StoreClosedException;
import io.doorward.store.StoreException;
import io.doorward.store.Subscription;
import io.doorward.store.WorkspaceState;
import io.doorward.store.file.DocumentWriter.OvertakenException;
import io.doorward.store.file.PolicyFile.Look;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A policy that lives in one JSON document, in the format of {@code docs/policy-format.md}: people read and edit it, machines
 * change it through this class, and no crash loses a change that was acknowledged. {@code docs/file-store.md} tells more.
 *
 * <p><b>Changes</b> are on the disk when {@link #apply} returns: the next document is written beside the old one, and takes
 * its place at once. A lock beside the document, held for a write and not while a store is open, lets stores of several
 * processes of one machine change it. They hear of each other within the {@linkplain Builder#pollInterval poll interval}, revision
 * by revision.
 *
 * <p><b>Edits by hand</b> are noticed within the poll interval. What is a policy becomes the next revision, by the host, and
 * its gains and losses are logged; what is none is refused and logged with all its problems, the last good policy stays in
 * force and grows stale, and {@link #apply} fails until the document is mended. Somebody who edited an older revision loses
 * nobody's changes: they are made again on top, or the edit is refused if they do not fit.
 *
 * <p><b>Cost.</b> Each change writes the whole document: meant for up to 100,000 grants. {@link #read} costs a look at the
 * file's time stamp. Memory for the policy and for the change sets that the {@link Retention} keeps.
 *
 * <p>Thread-safe. A store that may not write reads and follows all the same, and says why it cannot change anything. The file
 * may be a symbolic link. Network file systems whose locks do not hold across machines are not for this.
 */
public final class JsonFilePolicyStore implements PolicyStore {

    private static final Logger LOG = LoggerFactory.getLogger(JsonFilePolicyStore.class);

    /** So that what is found is also read, judged and told within the interval. */
    private static final int LOOKS_IN_AN_INTERVAL = 4;

    /** A failure that goes by must not part this process from all others. */
    private static final int TIMES_NOT_WRITABLE = 2;

    private final String name;
    private final Duration promptWait;
    private final WriteLock writeLock;
    private final CommitFeed feed;
    private final Watch watch;

    /** Held by whoever looks at the file or changes it; taken after the {@link #writeLock}, if both are. */
    private final Lock state = new ReentrantLock();

    /** Guarded by {@link #state}. */
    private final PolicyFile file;

    /** How often in a row an edit could not be taken over, since this process may not write. */
    private final AtomicInteger notWritable = new AtomicInteger();

    private volatile boolean closed;

    private JsonFilePolicyStore(Builder builder, PolicyFile file, WriteLock writeLock) {
        name = "policy file " + builder.path;
        promptWait = builder.promptWait;
        this.writeLock = writeLock;
        this.file = file;
        feed = new CommitFeed(name, file.policy().revision(), builder.retention, builder.executor);
        feed.confirm();
        file.tell(feed);
        watch = new Watch(name, builder.pollInterval.dividedBy(LOOKS_IN_AN_INTERVAL), builder.settling, this::look);
    }

    /**
     * Opens a document. One that names no lineage gets one with the first change.
     *
     * @throws StoreException if there is none, or none that is a valid policy; the message has all problems
     */
    public static JsonFilePolicyStore open(Path document) {
        return builder(document).open();
    }

    /**
     * Writes a document that is not there yet, and opens it.
     *
     * @throws StoreException if there is such a file, or if it cannot be written
     */
    public static JsonFilePolicyStore create(Path document, Policy policy) {
        return builder(document).create(policy);
    }

    /**
     * Where the log of a document is: a line of JSON for each of the newest revisions, with who made it, when, and by which
     * changes. Whoever copies the document to go on elsewhere copies the log, too.
     */
    public static Path logOf(Path document) {
        return new DocumentFiles(document).log();
    }

    /** Settings of a store. */
    public static Builder builder(Path document) {
        return new Builder(Objects.requireNonNull(document, "document"));
    }

    /** That what is written is kept, and shared with other processes. */
    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.PERSISTENT, Capability.SHARED);
    }

    @Override
    public Revision head() {
        return read().revision();
    }

    /** The policy as it stands: the last good one while the document is refused. O(1) if the file has not changed. */
    @Override
    public Policy read() {
        requireOpen();
        if (lookAt(false) == Look.EDITED) {
            tryToTakeOver();
        }
        state.lock();
        try {
            return file.policy();
        } finally {
            state.unlock();
        }
    }

    private Look lookAt(boolean thorough) {
        try {
            state.lock();
            try {
                return file.look(thorough);
            } finally {
                state.unlock();
            }
        } finally {
            feed.deliver();
        }
    }

    /** What cannot be taken over is logged, and what was in force stays so. */
    private void tryToTakeOver() {
        try {
            takeOver();
        } catch (StoreClosedException e) {
            throw e;
        } catch (StoreException e) {
            LOG.debug("The {} was edited, which could not be taken over now.", name, e);
        }
    }

    @Override
    public void snapshot(SnapshotVisitor visitor) {
        visitor.visit(read());
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
        requireOpen();
        Subscription subscription;
        state.lock();
        try {
            requireOpen();
            file.look(false);
            subscription = feed.follow(from, follower, prompt);
        } finally {
            state.unlock();
        }
        watch.start();
        feed.deliver();
        return subscription;
    }

    /** {@inheritDoc} On the disk when it returns. Waits for other writers, 5 seconds at most unless set otherwise. */
    @Override
    public Applied apply(ChangeSet changes, ApplyOptions options) {
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(options, "options");
        return write(() -> file.apply(changes, options), Applied::revision);
    }

    /** {@inheritDoc} Whatever stands in the document, and also if there is none any more. */
    @Override
    public Revision restore(Policy policy) {
        Objects.requireNonNull(policy, "policy");
        return write(() -> file.restore(policy), revision -> revision);
    }

    private <T> T write(Supplier<T> work, Function<T, Revision> revision) {
        requireOpen();
        T done;
        try {
            done = locked(work);
        } finally {
            feed.deliver();
        }
        feed.await(revision.apply(done), promptWait);
        return done;
    }

    private <T> T locked(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return writeLock.hold(place(), () -> {
                state.lock();
                try {
                    requireOpen();
                    return work.get();
                } finally {
                    file.keepLastGood();
                    state.unlock();
                }
            });
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private DocumentFiles place() {
        state.lock();
        try {
            return file.place();
        } finally {
            state.unlock();
        }
    }

    /** One look of the watch; says whether it should look again soon. */
    private boolean look() {
        if (closed) {
            return false;
        }
        Look look = lookAt(true);
        if (look == Look.KNOWN) {
            feed.confirm();
        }
        if (look == Look.EDITED) {
            takeOver();
        }
        return look == Look.UNSETTLED;
    }

    private void takeOver() {
        try {
            Revision taken = locked(() -> {
                file.takeIn();
                feed.confirm();
                return file.policy().revision();
            });
            LOG.debug("The {} is at revision {} after a look at what was edited.", name, taken);
            notWritable.set(0);
        } catch (WriteLock.NotWritableException e) {
            if (notWritable.incrementAndGet() >= TIMES_NOT_WRITABLE) {
                takeOverHere();
            }
        } finally {
            feed.deliver();
        }
    }

    private void takeOverHere() {
        state.lock();
        try {
            file.takeOverHere();
            feed.confirm();
        } finally {
            state.unlock();
        }
    }

    @Override
    public Optional<LogEntry> history(Revision revision) {
        Objects.requireNonNull(revision, "revision");
        requireOpen();
        state.lock();
        try {
            file.look(false);
            return file.entry(revision);
        } finally {
            state.unlock();
        }
    }

    @Override
    public void close() {
        state.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            state.unlock();
        }
        watch.stop();
        feed.close();
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreClosedException(name);
        }
    }

    /** The revision, and whether it is closed. */
    @Override
    public String toString() {
        return "JsonFilePolicyStore[" + name + ", " + feed.head() + (closed ? ", closed]" : "]");
    }

    /** Settings of a store. Not thread-safe. */
    public static final class Builder {

        private static final int ATTEMPTS = 10;

        private final Path path;
        private InstantSource clock = InstantSource.system();
        private Duration pollInterval = Duration.ofSeconds(1);
        private Duration lockTimeout = Duration.ofSeconds(5);
        private Duration promptWait = Duration.ofSeconds(5);
        private Duration settling = Duration.ofMillis(100);
        private Retention retention = Retention.DEFAULT;
        private Disk disk = new RealDisk();
        private @Nullable Executor executor;

        private Builder(Path path) {
            if (!path.getFileSystem().equals(FileSystems.getDefault())) {
                throw new IllegalArgumentException(
                        path + " is no file of the machine's own file system, on which alone a lock can be held.");
            }
            this.path = path.toAbsolutePath();
        }

        /**
         * Within which followers hear of what others have written, if it is read as fast as that; a second unless set. While
         * there are followers, the file's time stamp is looked at four times in an interval.
         */
        public Builder pollInterval(Duration interval) {
            if (interval.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException(
                        "A file cannot be looked at every " + interval + "; give a millisecond or more.");
            }
            pollInterval = interval;
            return this;
        }

        /** How long a change waits for other writers at most; 5 seconds unless set. */
        public Builder lockTimeout(Duration longest) {
            lockTimeout = notNegative(longest);
            return this;
        }

        /** How long a change waits for prompt followers at most; 5 seconds unless set. */
        public Builder promptWait(Duration longest) {
            promptWait = notNegative(longest);
            return this;
        }

        /** By which revisions get their instants and tokens are revoked; the system's unless set. It is asked under the writer's lock. */
        public Builder clock(InstantSource source) {
            clock = Objects.requireNonNull(source, "clock");
            return this;
        }

        /** How much of the past is kept in the log, for followers and for change sets made against it. */
        public Builder retention(Retention kept) {
            retention = Objects.requireNonNull(kept, "retention");
            return this;
        }

        /**
         * Calls the followers, in place of daemon threads of the store. With fewer threads than followers, one that blocks
         * holds up others. The store does not shut it down.
         */
        public Builder executor(Executor followers) {
            executor = Objects.requireNonNull(followers, "executor");
            return this;
        }

        /** For tests: between the store and the machine's files. */
        Builder disk(Disk between) {
            disk = between;
            return this;
        }

        /** For tests: how long an edited document must be as it is before it is taken over. */
        Builder settling(Duration unchanged) {
            settling = unchanged;
            return this;
        }

        private static Duration notNegative(Duration wait) {
            if (wait.isNegative()) {
                throw new IllegalArgumentException("A wait of " + wait + " is none; give 0 or more.");
            }
            return wait;
        }

        /**
         * Opens the document. One that was edited while no store had it open is made the next revision, if it may be
         * written; else nothing is written.
         *
         * @throws StoreException if there is none, or none that is a valid policy; the message has all problems
         */
        public JsonFilePolicyStore open() {
            Opening opening = new Opening(path, disk, retention, clock, settling);
            WriteLock writeLock = new WriteLock(disk, lockTimeout);
            PolicyFile file = opening.open();
            if (!file.isAsLogged()) {
                file = caughtUp(opening, writeLock, file);
            }
            return new JsonFilePolicyStore(this, file, writeLock);
        }

        private static PolicyFile caughtUp(Opening opening, WriteLock writeLock, PolicyFile seen) {
            for (int i = 0; i < ATTEMPTS; i++) {
                try {
                    return writeLock.hold(opening.files(), () -> {
                        PolicyFile file = opening.open();
                        file.catchUp();
                        return file;
                    });
                } catch (WriteLock.NotWritableException e) {
                    return alone(opening, seen);
                } catch (OvertakenException e) {
                    // What was written meanwhile is looked at.
                }
            }
            throw Troubles.overtaken(opening.files());
        }

        private static PolicyFile alone(Opening opening, PolicyFile seen) {
            try {
                seen.standAlone();
                return seen;
            } catch (IOException e) {
                throw Troubles.unreadable(opening.path(), e);
            }
        }

        /**
         * Writes a document that is not there yet, and opens it. It starts a lineage.
         *
         * @param policy whose own revision does not matter
         * @throws StoreException if there is such a file, also an empty one, or if it cannot be written
         */
        public JsonFilePolicyStore create(Policy policy) {
            new Opening(path, disk, retention, clock, settling).create(policy, new WriteLock(disk, lockTimeout));
            return open();
        }
    }
}
