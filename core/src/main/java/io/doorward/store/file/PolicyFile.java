package io.doorward.store.file;

import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.store.Applied;
import io.doorward.store.ApplyOptions;
import io.doorward.store.Commit;
import io.doorward.store.CommitFeed;
import io.doorward.store.LogEntry;
import io.doorward.store.ReloadReason;
import io.doorward.store.RevisionLog;
import io.doorward.store.StoreException;
import io.doorward.store.file.DocumentWriter.OvertakenException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The document and its log: reads what others write, and writes what this process changes. Not thread-safe.
 *
 * <p>What the log vouches for was written by a store. Everything else in the document was written by somebody past it, and
 * becomes a revision, or is refused, by {@link #takeIn} under the lock.
 */
final class PolicyFile {

    /** How often a write begins anew because somebody keeps writing the document past the lock. */
    private static final int ATTEMPTS = 50;

    private final Path path;
    private final Disk disk;
    private final Duration settling;
    private final DocumentState state;
    private final Condition condition;
    private final Takeover takeover;

    /** What a look at the document found. */
    enum Look {
        /** What it says is known. */
        KNOWN,
        /** Somebody writes it past the store; it has to be looked at again in a moment. */
        UNSETTLED,
        /** Somebody has written it past the store. */
        EDITED,
        /** It says nothing that can be in force, or nothing at all. */
        BAD
    }

    PolicyFile(Opening opening, DocumentState state) {
        path = opening.path();
        disk = opening.disk();
        settling = opening.settling();
        this.state = state;
        condition = new Condition(path, settling);
        takeover = new Takeover(state, condition);
    }

    /** The policy in force. */
    Policy policy() {
        return state.policy();
    }

    /** Who is told from now on. */
    void tell(CommitFeed feed) {
        state.tell(feed);
    }

    /** Who made a revision and when, if that is kept. */
    Optional<LogEntry> entry(Revision revision) {
        return state.past().entry(revision);
    }

    /** Whether the document, just opened, is what the log says, so that nothing has to be done about it. */
    boolean isAsLogged() {
        return state.isAsLogged();
    }

    /**
     * Looks at the document. What stores have written is known afterwards.
     *
     * @param thorough also at what may have changed without a trace, within a step of the system's time
     */
    Look look(boolean thorough) {
        Seen seen;
        try {
            state.locate();
            Stamp stamp = disk.stamp(state.files().document());
            if (stamp.equals(state.known().stamp())
                    && !(thorough && state.known().young())) {
                return good();
            }
            if (condition.isRefused(stamp, thorough)) {
                return Look.BAD;
            }
            seen = Seen.read(disk, state.files());
            if (seen.digest().equals(state.known().digest())) {
                state.sawAgain(seen);
                return good();
            }
            state.log().read();
        } catch (IOException e) {
            return bad(e);
        }
        if (advance(seen)) {
            return good();
        }
        if (condition.refusal(seen) != null) {
            return Look.BAD;
        }
        return condition.isSettled(seen) ? Look.EDITED : Look.UNSETTLED;
    }

    private Look good() {
        condition.isGood(state.revision());
        return Look.KNOWN;
    }

    private Look bad(IOException e) {
        condition.isUnreadable(e, state.revision());
        return Look.BAD;
    }

    /** Goes on to a later document, if a store has written it. */
    private boolean advance(Seen seen) {
        LoggedRevision line = state.log().of(seen.digest()).orElse(null);
        if (line == null) {
            return false;
        }
        Revision to = line.entry().revision();
        Revision from = state.revision();
        if (!to.lineage().equals(from.lineage())) {
            if (state.log().isFormer(to.lineage())) {
                return false;
            }
            state.restart(seen, seen.policy(), ReloadReason.OTHER_LINEAGE);
            return true;
        }
        if (to.number() <= from.number()) {
            return false;
        }
        List<LoggedRevision> lines = state.log().after(from).orElse(List.of());
        List<Commit> commits = Replay.commits(state.policy(), lines, line, seen);
        if (commits.isEmpty()) {
            state.restart(seen, seen.policy(), ReloadReason.TOO_OLD);
            return true;
        }
        state.goOn(commits, lines, line, seen.stamp(), seen.isYoung());
        return true;
    }

    /**
     * Makes everything that others have written known, under the lock: finishes what a killed writer began, and makes a
     * revision of what was written past the store.
     *
     * @throws StoreException if what stands there cannot be in force, or nothing can be read or written
     */
    void takeIn() {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                Seen seen = seen();
                Unfinished.takeBack(state, disk);
                if (seen == null || seen.digest().equals(state.known().digest())) {
                    if (seen != null) {
                        state.sawAgain(seen);
                        takeover.join(seen);
                    }
                    Unfinished.finish(state);
                    good();
                    return;
                }
                if (advance(seen)) {
                    continue;
                }
                StoreException refusal = condition.refusal(seen);
                if (refusal != null) {
                    throw refusal;
                }
                LockSupport.parkNanos(settling.toNanos());
                Seen again = seen();
                if (again != null && again.digest().equals(seen.digest())) {
                    takeover.adopt(again);
                    good();
                }
            } catch (OvertakenException e) {
                // Then there is something new to be looked at.
            }
        }
        throw Troubles.overtaken(state.files());
    }

    /** Where the document is now, or was when it was last there. */
    DocumentFiles place() {
        try {
            state.locate();
        } catch (IOException e) {
            // It may come back, or be restored, where it was.
        }
        return state.files();
    }

    /** Null if the document is as it is known. */
    private @Nullable Seen seen() {
        try {
            if (!state.files().document().equals(disk.resolve(path))) {
                throw Troubles.overtaken(state.files());
            }
            state.log().read();
            return !state.isAlone()
                            && !state.known().young()
                            && disk.stamp(state.files().document())
                                    .equals(state.known().stamp())
                    ? null
                    : Seen.read(disk, state.files());
        } catch (IOException e) {
            throw Troubles.unreadable(path, e);
        }
    }

    /** Puts what somebody wrote past the store in force in this process alone, which may not write. */
    void takeOverHere() {
        try {
            takeover.inThisProcess(Seen.read(disk, state.files()));
        } catch (IOException e) {
            bad(e);
        }
    }

    /**
     * Makes changes, under the lock.
     *
     * @throws ChangeRefusedException if they are wrong, not allowed or late
     * @throws StoreException if nothing can be written
     */
    Applied apply(ChangeSet changes, ApplyOptions options) {
        for (int i = 0; i < ATTEMPTS; i++) {
            takeIn();
            RevisionLog.Next next = state.past().next(state.policy(), changes, options, state.now());
            try {
                state.put(next, changes, state.known().stamp());
                good();
                return next.applied();
            } catch (OvertakenException e) {
                // What was written meanwhile is taken in first.
            }
        }
        throw Troubles.overtaken(state.files());
    }

    /** Begins a lineage, under the lock, whatever stands in the document, if there is one. */
    Revision restore(Policy policy) {
        try {
            state.log().read();
            state.begin(policy, new Revision(Opening.newLineage(), 0), null, ReloadReason.OTHER_LINEAGE);
            good();
            return state.revision();
        } catch (IOException e) {
            throw Troubles.unreadable(path, e);
        } catch (OvertakenException e) {
            throw new IllegalStateException("A document of any stamp may be replaced.", e);
        }
    }

    /**
     * Takes in a document that was just opened and is not as it is logged, under the lock.
     *
     * @throws OvertakenException if it has to be opened anew
     */
    void catchUp() throws OvertakenException {
        if (Unfinished.takeBack(state, disk)) {
            throw new OvertakenException();
        }
        if (state.isAsLogged()) {
            return;
        }
        if (state.log().of(state.known().digest()).isPresent()) {
            takeIn();
        } else {
            takeover.ofUnknown();
        }
    }

    /** Takes a document that was just opened for one of nobody else, if it was edited, in a process that may not write. */
    void standAlone() throws IOException {
        if (!state.isAsLogged() && state.log().of(state.known().digest()).isEmpty()) {
            Seen seen = Seen.read(disk, state.files());
            Policy policy = seen.policy();
            state.standAlone(policy, policy.revision(), seen);
        }
    }

    /** Keeps the last good state beside a document that is refused; under the lock. */
    void keepLastGood() {
        if (condition.needsLastGood() && state.writer().keepLastGood(state.policy())) {
            condition.lastGoodIsKept();
        }
    }
}
