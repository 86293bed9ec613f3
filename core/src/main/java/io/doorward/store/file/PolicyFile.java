package io.doorward.store.file;

import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.Revision;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.store.Applied;
import io.doorward.store.ApplyOptions;
import io.doorward.store.Author;
import io.doorward.store.Commit;
import io.doorward.store.CommitFeed;
import io.doorward.store.Footprint;
import io.doorward.store.LogEntry;
import io.doorward.store.ReloadReason;
import io.doorward.store.Retention;
import io.doorward.store.RevisionLog;
import io.doorward.store.StoreException;
import io.doorward.store.file.DocumentWriter.OvertakenException;
import io.doorward.store.file.DocumentWriter.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The document and its log as one process knows them, and how it comes to know what others have written. Not thread-safe.
 *
 * <p>What the log vouches for was written by a store. Everything else in the document was written by somebody past it, and
 * becomes a revision, or is refused, by {@link #takeIn} under the lock.
 */
final class PolicyFile {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFile.class);

    /** How often a write begins anew because somebody keeps writing the document past the lock. */
    private static final int ATTEMPTS = 50;

    private final Path path;
    private final Disk disk;
    private final Retention retention;
    private final InstantSource clock;
    private final Duration settling;
    private final RevisionLog past;

    private DocumentFiles files;
    private LogFile log;
    private DocumentWriter writer;
    private Known known;

    /** Null while the file is opened. */
    private @Nullable CommitFeed feed;

    private @Nullable Refused refused;

    /** What was written past the store and may not be written to its end; and since when it is so. */
    private @Nullable Digest unsettled;

    private long unsettledSince;

    /** Whether what somebody wrote past the store is in force in this process only, which could not write. */
    private boolean alone;

    private int unreadable;

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

    /** What stands in the document and cannot be in force. */
    private record Refused(Digest digest, Stamp stamp, boolean young, StoreException reason) {

        Refused in(Seen seen) {
            return new Refused(digest, seen.stamp(), seen.isYoung(), reason);
        }
    }

    PolicyFile(Opening opening, DocumentFiles files, LogFile log, Known known) {
        path = opening.path();
        disk = opening.disk();
        retention = opening.retention();
        clock = opening.clock();
        settling = opening.settling();
        past = new RevisionLog(retention);
        this.files = files;
        this.log = log;
        writer = new DocumentWriter(disk, files, log);
        this.known = known;
        refill(known.named());
    }

    /** What is known. */
    Known known() {
        return known;
    }

    /** Who is told from now on. */
    void tell(CommitFeed newFeed) {
        feed = newFeed;
    }

    Optional<LogEntry> entry(Revision revision) {
        return past.entry(revision);
    }

    /**
     * Whether the document, just opened, is what the log says, so that there is nothing to {@link #takeIn take in}. It is
     * also where nothing is logged.
     */
    boolean isAsLogged() {
        Optional<LoggedRevision> last = log.last();
        if (last.isEmpty()
                || !last.get().entry().revision().lineage().equals(known.named().lineage())) {
            return !log.isFormer(known.named().lineage());
        }
        if (last.get().number() < known.named().number()) {
            return true;
        }
        return last.get().entry().revision().equals(known.named()) && isSame(last.get());
    }

    /** Whether what is known differs from a logged document in its layout at most. */
    private boolean isSame(LoggedRevision logged) {
        return logged.digest().equals(known.digest()) || logged.digest().equals(Digest.of(known.policy()));
    }

    /**
     * Looks at the document. What stores have written is known afterwards.
     *
     * @param thorough also at what may have changed without a trace, within a step of the system's time
     */
    Look look(boolean thorough) {
        Seen seen;
        try {
            bind(new DocumentFiles(disk.resolve(path)));
            Stamp stamp = disk.stamp(files.document());
            if (stamp.equals(known.stamp()) && !(thorough && known.young())) {
                return good();
            }
            if (refused != null && stamp.equals(refused.stamp()) && !(thorough && refused.young())) {
                return Look.BAD;
            }
            seen = Seen.read(disk, files);
            if (seen.digest().equals(known.digest())) {
                known = known.in(seen);
                return good();
            }
            log.read();
        } catch (IOException e) {
            return bad(e);
        }
        if (advance(seen)) {
            return good();
        }
        if (refused != null && refused.digest().equals(seen.digest())) {
            refused = refused.in(seen);
            return Look.BAD;
        }
        return settle(seen);
    }

    private Look settle(Seen seen) {
        long now = System.nanoTime();
        if (!seen.digest().equals(unsettled)) {
            unsettled = seen.digest();
            unsettledSince = now;
        }
        return now - unsettledSince < settling.toNanos() ? Look.UNSETTLED : Look.EDITED;
    }

    private Look good() {
        if (refused != null || unreadable > 1) {
            LOG.info("The policy file {} is good again, at revision {}.", files.document(), known.revision());
        }
        refused = null;
        unsettled = null;
        unreadable = 0;
        return Look.KNOWN;
    }

    /** Some editors take the file away for a moment; that is worth no line. */
    private Look bad(IOException e) {
        unreadable++;
        if (unreadable == 2) {
            LOG.error(
                    "The policy file {} cannot be read ({}); revision {} stays in force, and grows stale.",
                    path,
                    Reasons.of(e),
                    known.revision());
        }
        return Look.BAD;
    }

    private void bind(DocumentFiles now) {
        if (!now.equals(files)) {
            files = now;
            log = new LogFile(disk, now, retention);
            writer = new DocumentWriter(disk, now, log);
        }
    }

    /** Goes on to a later document, if a store has written it. */
    private boolean advance(Seen seen) {
        LoggedRevision line = log.of(seen.digest()).orElse(null);
        if (line == null) {
            return false;
        }
        Revision to = line.entry().revision();
        Revision from = known.revision();
        if (!to.lineage().equals(from.lineage())) {
            if (log.isFormer(to.lineage())) {
                return false;
            }
            restart(seen, seen.policy(), ReloadReason.OTHER_LINEAGE);
            return true;
        }
        if (to.number() <= from.number()) {
            return false;
        }
        List<LoggedRevision> lines = log.after(from).orElse(List.of());
        List<Commit> commits = Replay.commits(known.policy(), lines, line, seen);
        if (commits.isEmpty()) {
            restart(seen, seen.policy(), ReloadReason.TOO_OLD);
            return true;
        }
        goOn(commits, lines, line, seen.stamp(), seen.isYoung());
        return true;
    }

    private void goOn(List<Commit> commits, List<LoggedRevision> lines, LoggedRevision to, Stamp stamp, boolean young) {
        Policy policy = known.policy();
        for (int i = 0; i < commits.size(); i++) {
            policy = commits.get(i).delta().applyTo(policy);
            past.add(lines.get(i).entry(), lines.get(i).footprint());
        }
        known = new Known(policy, to.entry().revision(), to.digest(), stamp, young);
        if (feed != null) {
            commits.forEach(feed::append);
        }
    }

    private void restart(Seen seen, Policy policy, ReloadReason reason) {
        known = new Known(policy, policy.revision(), seen.digest(), seen.stamp(), seen.isYoung());
        alone = false;
        refill(policy.revision());
        announceRestart(reason);
    }

    /** Takes over what the log knows of the revisions up to one. */
    private void refill(Revision to) {
        past.clear();
        LoggedRevision before = null;
        for (LoggedRevision line : log.revisions()) {
            Revision revision = line.entry().revision();
            if (revision.lineage().equals(to.lineage()) && revision.number() <= to.number()) {
                past.add(line.entry(), before != null && line.follows(before) ? line.footprint() : null);
                before = line;
            }
        }
        if (before != null && before.number() < to.number()) {
            past.clear();
        }
    }

    private void announceRestart(ReloadReason reason) {
        if (feed != null) {
            feed.restart(known.revision(), reason);
        }
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
                takeBackUnfinished();
                if (seen == null || seen.digest().equals(known.digest())) {
                    if (seen != null) {
                        known = known.in(seen);
                        join(seen);
                    }
                    finish();
                    good();
                    return;
                }
                if (advance(seen)) {
                    continue;
                }
                if (refused != null && refused.digest().equals(seen.digest())) {
                    throw refused.reason();
                }
                LockSupport.parkNanos(settling.toNanos());
                Seen again = seen();
                if (again != null && again.digest().equals(seen.digest())) {
                    adopt(again);
                }
            } catch (OvertakenException e) {
                // Then there is something new to be looked at.
            }
        }
        throw Troubles.overtaken(files);
    }

    /** Where the document is now, or was when it was last there. */
    DocumentFiles place() {
        try {
            bind(new DocumentFiles(disk.resolve(path)));
        } catch (IOException e) {
            // It may come back, or be restored, where it was.
        }
        return files;
    }

    /** Null if the document is as it is known. */
    private @Nullable Seen seen() {
        try {
            if (!files.document().equals(disk.resolve(path))) {
                throw Troubles.overtaken(files);
            }
            log.read();
            return !alone && !known.young() && disk.stamp(files.document()).equals(known.stamp())
                    ? null
                    : Seen.read(disk, files);
        } catch (IOException e) {
            throw Troubles.unreadable(path, e);
        }
    }

    /**
     * Takes back the line of a revision without change sets that never took its place: its document still stands beside the
     * other one. Nobody has heard of it, and what it was made of is there to be looked at, if nobody edited that meanwhile.
     */
    private boolean takeBackUnfinished() {
        LoggedRevision last = log.last().orElse(null);
        if (last == null || last.changes() != null) {
            return false;
        }
        try {
            boolean unfinished = disk.exists(files.next())
                    && Digest.of(disk.read(files.next(), 0)).equals(last.digest());
            if (unfinished) {
                log.takeBack();
            }
            return unfinished;
        } catch (IOException e) {
            throw Troubles.unreadable(path, e);
        }
    }

    /** Makes the revisions whose line is in the log and whose document is not there, or has been overwritten. */
    private void finish() throws OvertakenException {
        for (LoggedRevision line : log.after(known.revision()).orElse(List.of())) {
            Policy after = unfinished(line);
            if (after == null) {
                throw Troubles.refused(
                        files,
                        "it is at revision " + known.revision().number() + ", but " + line.number()
                                + " was made since; put the newest document there, or take its lineage and revision away to"
                                + " put it in force as it is");
            }
            LOG.info(
                    "Revision {} of the policy file {}, which was cut off while it was written, is finished.",
                    line.entry().revision(),
                    files.document());
            Commit commit = Replay.commit(line, known.policy(), after);
            byte[] document = DocumentWriter.document(after);
            put(after, commit, line.footprint(), writer.write(document, null, known.stamp()));
        }
    }

    /** What a logged revision makes of what is known; null if that is not known. */
    private @Nullable Policy unfinished(LoggedRevision line) {
        if (line.changes() == null) {
            return null;
        }
        try {
            Policy after = line.again(known.policy());
            return Digest.of(after).equals(line.digest()) ? after : null;
        } catch (ChangeRefusedException e) {
            return null;
        }
    }

    /** Makes a revision of what somebody wrote past the store, or refuses it. */
    private void adopt(Seen seen) throws OvertakenException {
        Policy edited = policy(seen);
        Revision named = edited.revision();
        if (!goOnWithLog()) {
            leap(edited, seen);
            return;
        }
        Revision head = known.revision();
        if (named.equals(known.named())) {
            takeOver(edited, seen, true);
        } else if (!named.lineage().equals(head.lineage())) {
            requireNoFormer(named, seen);
            LOG.warn("The policy file {} was replaced by one of another lineage.", files.document());
            Policy before = known.policy();
            begin(edited, new Revision(Opening.newLineage(), 0), seen.stamp(), ReloadReason.OTHER_LINEAGE);
            HandEdits.log(files, before, known.policy());
        } else if (named.number() < head.number()) {
            takeOver(onto(edited, head, seen), seen, false);
        } else {
            takeOver(edited, seen, false);
        }
    }

    /**
     * Goes on to the newest logged revision, whose document somebody has overwritten before this process saw it.
     *
     * @return whether no revision is known to be missing
     */
    private boolean goOnWithLog() {
        LoggedRevision last = log.last().orElse(null);
        Revision head = known.revision();
        if (last == null || !log.knows(head.lineage())) {
            return true;
        }
        Revision newest = last.entry().revision();
        if (newest.lineage().equals(head.lineage()) && newest.number() <= head.number()) {
            return true;
        }
        List<LoggedRevision> lines = log.after(head).orElse(List.of());
        List<Commit> commits = Replay.commits(known.policy(), lines, last, null);
        if (commits.isEmpty()) {
            return false;
        }
        goOn(commits, lines, last, Stamp.UNKNOWN, true);
        return true;
    }

    /** Makes a revision of an edited document where it is not known any more what was in force before. */
    private void leap(Policy edited, Seen seen) throws OvertakenException {
        Revision newest = log.last().orElseThrow().entry().revision();
        requireNoFormer(edited.revision(), seen);
        boolean goesOn = edited.revision().lineage().equals(newest.lineage());
        begin(
                goesOn ? onto(edited, newest, seen) : edited,
                goesOn
                        ? new Revision(newest.lineage(), Math.addExact(newest.number(), 1))
                        : new Revision(Opening.newLineage(), 0),
                seen.stamp(),
                goesOn && newest.lineage().equals(known.revision().lineage())
                        ? ReloadReason.TOO_OLD
                        : ReloadReason.OTHER_LINEAGE);
        LOG.warn(
                "The policy file {} was edited by hand; it is revision {} now. What was in force just before is not known"
                        + " here.",
                files.document(),
                known.revision());
    }

    /** Makes a revision, for everybody, of what was in force in this process only while it could not write. */
    private void join(Seen seen) throws OvertakenException {
        if (alone) {
            leap(policy(seen), seen);
        }
    }

    private Policy policy(Seen seen) {
        try {
            return seen.policy();
        } catch (InvalidPolicyException e) {
            throw refuse(Troubles.invalid(files, e, ""), seen);
        }
    }

    private Policy onto(Policy edited, Revision head, Seen seen) {
        try {
            return Replay.onto(edited, log.after(edited.revision()).orElse(null), head);
        } catch (Replay.UnfitException e) {
            throw refuse(Troubles.refused(files, e.getMessage() + Troubles.OTHER_WAYS), seen);
        }
    }

    private void requireNoFormer(Revision named, Seen seen) {
        if (log.isFormer(named.lineage())) {
            throw refuse(
                    Troubles.refused(files, "it was made of a policy that was replaced since" + Troubles.OTHER_WAYS),
                    seen);
        }
    }

    /** Leaves what stands there to its author, and the last good state in force. */
    private StoreException refuse(StoreException reason, Seen seen) {
        refused = new Refused(seen.digest(), seen.stamp(), seen.isYoung(), reason);
        LOG.error("{} Revision {} stays in force, and grows stale.", reason.getMessage(), known.revision());
        return reason;
    }

    /**
     * Puts an edited policy in force as the next revision.
     *
     * @param asItStands whether the document may stay as it is if only its layout differs from what is known
     */
    private void takeOver(Policy edited, Seen seen, boolean asItStands) throws OvertakenException {
        Policy before = known.policy();
        RevisionLog.Next next = past.replacing(before, edited, clock.instant());
        if (!next.commit().delta().isEmpty()) {
            put(next, null, seen.stamp());
            HandEdits.log(files, before, known.policy());
        } else if (asItStands) {
            known = known.in(seen);
        } else {
            Written written = writer.write(DocumentWriter.document(before), null, seen.stamp());
            known = new Known(before, before.revision(), written.digest(), written.stamp(), true);
        }
    }

    /** Puts what somebody wrote past the store in force in this process alone, which may not write. */
    void takeOverHere() {
        try {
            Seen seen = Seen.read(disk, files);
            Policy edited = policy(seen);
            Policy before = known.policy();
            if (edited.revision().equals(known.named())
                    && PolicyDelta.between(before, edited.withRevision(before.revision()))
                            .isEmpty()) {
                known = known.in(seen);
                return;
            }
            LOG.warn(
                    "The policy file {} was edited, and this process may not write it: what it says is in force here,"
                            + " under a lineage of its own.",
                    files.document());
            Revision revision =
                    new Revision(Opening.newLineage(), edited.revision().number());
            known = new Known(
                    edited.withRevision(revision), edited.revision(), seen.digest(), seen.stamp(), seen.isYoung());
            past.clear();
            alone = true;
            announceRestart(ReloadReason.OTHER_LINEAGE);
            HandEdits.log(files, before, known.policy());
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
            RevisionLog.Next next = past.next(known.policy(), changes, options, clock.instant());
            try {
                put(next, changes, known.stamp());
                return next.applied();
            } catch (OvertakenException e) {
                // What was written meanwhile is taken in first.
            }
        }
        throw Troubles.overtaken(files);
    }

    /** Begins a lineage, under the lock, whatever stands in the document, if there is one. */
    Revision restore(Policy policy) {
        try {
            log.read();
            begin(policy, new Revision(Opening.newLineage(), 0), null, ReloadReason.OTHER_LINEAGE);
            return known.revision();
        } catch (IOException e) {
            throw Troubles.unreadable(path, e);
        } catch (OvertakenException e) {
            throw new IllegalStateException("A document of any stamp may be replaced.", e);
        }
    }

    /**
     * Makes a revision of a document, just opened, that was edited while no store had it open; under the lock. What was in
     * force before is not known.
     */
    void catchUp() throws OvertakenException {
        if (takeBackUnfinished()) {
            throw new OvertakenException();
        }
        if (isAsLogged()) {
            return;
        }
        LoggedRevision last = log.last().orElseThrow();
        Revision named = known.named();
        if (log.of(known.digest()).isPresent()) {
            takeIn();
        } else if (log.isFormer(named.lineage())) {
            throw Troubles.refused(files, "it was made of a policy that was replaced since" + Troubles.OTHER_WAYS);
        } else {
            LOG.warn("The policy file {} was edited while no store had it open.", files.document());
            begin(
                    withLogged(known.policy()),
                    new Revision(named.lineage(), Math.addExact(last.number(), 1)),
                    known.stamp(),
                    ReloadReason.TOO_OLD);
        }
    }

    private Policy withLogged(Policy edited) {
        try {
            Revision last = log.last().orElseThrow().entry().revision();
            return Replay.onto(edited, log.after(edited.revision()).orElse(null), last);
        } catch (Replay.UnfitException e) {
            throw Troubles.refused(files, e.getMessage() + Troubles.OTHER_WAYS);
        }
    }

    /** Takes a document that was edited while no store had it open for one of nobody else, in a process that may not write. */
    void standAlone() {
        if (!isAsLogged() && log.of(known.digest()).isEmpty()) {
            Policy policy = known.policy();
            Revision own = new Revision(Opening.newLineage(), policy.revision().number());
            known = new Known(policy.withRevision(own), known.named(), known.digest(), known.stamp(), known.young());
            past.clear();
            alone = true;
        }
    }

    private void put(RevisionLog.Next next, @Nullable ChangeSet changes, Stamp expected) throws OvertakenException {
        byte[] document = DocumentWriter.document(next.after());
        LoggedRevision line = new LoggedRevision(next.entry(), Digest.of(document), changes, next.footprint());
        put(next.after(), next.commit(), next.footprint(), writer.write(document, line, expected));
    }

    /** A revision is in its place. */
    private void put(Policy after, Commit commit, @Nullable Footprint footprint, Written written) {
        known = new Known(after, after.revision(), written.digest(), written.stamp(), true);
        past.add(new LogEntry(after.revision(), commit.author(), commit.instant()), footprint);
        good();
        if (feed != null) {
            feed.append(commit);
        }
        tidy(written);
    }

    /** Puts a policy in place that does not follow on what is known. */
    private void begin(Policy policy, Revision revision, @Nullable Stamp expected, ReloadReason reason)
            throws OvertakenException {
        Policy first = policy.withRevision(revision);
        LogEntry entry = new LogEntry(revision, Author.HOST, past.notBefore(clock.instant()));
        byte[] document = DocumentWriter.document(first);
        Written written = writer.write(document, new LoggedRevision(entry, Digest.of(document), null, null), expected);
        known = new Known(first, revision, written.digest(), written.stamp(), true);
        alone = false;
        refill(revision);
        good();
        announceRestart(reason);
        tidy(written);
    }

    private void tidy(Written written) {
        writer.dropLastGood();
        try {
            log.shorten();
        } catch (IOException e) {
            LOG.warn("The log {} could not be shortened, which is tried again with the next revision.", files.log(), e);
        }
        if (written.unsynced() != null) {
            throw Troubles.unsynced(files, known.revision(), written.unsynced());
        }
    }

    /** Keeps the last good state beside a document that is refused; under the lock. */
    void keepLastGood() {
        if (refused != null) {
            writer.keepLastGood(known.policy());
        }
    }
}
