package io.doorward.store.file;

import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.store.Author;
import io.doorward.store.Commit;
import io.doorward.store.CommitFeed;
import io.doorward.store.Footprint;
import io.doorward.store.LogEntry;
import io.doorward.store.ReloadReason;
import io.doorward.store.Retention;
import io.doorward.store.RevisionLog;
import io.doorward.store.file.DocumentWriter.OvertakenException;
import io.doorward.store.file.DocumentWriter.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one process knows of the document and its log, and how it goes on from one state of them to another: each step is told
 * to followers. Not thread-safe.
 */
final class DocumentState {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentState.class);

    private final Path path;
    private final Disk disk;
    private final Retention retention;
    private final InstantSource clock;
    private final RevisionLog past;

    private DocumentFiles files;
    private LogFile log;
    private DocumentWriter writer;
    private Known known;

    /** Null while the file is opened. */
    private @Nullable CommitFeed feed;

    /** Whether what somebody wrote past the store is in force in this process only, which could not write. */
    private boolean alone;

    DocumentState(Opening opening, DocumentFiles files, LogFile log, Known known) {
        path = opening.path();
        disk = opening.disk();
        retention = opening.retention();
        clock = opening.clock();
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

    /** The policy in force. */
    Policy policy() {
        return known.policy();
    }

    /** Its revision, as followers know it. */
    Revision revision() {
        return known.revision();
    }

    DocumentFiles files() {
        return files;
    }

    LogFile log() {
        return log;
    }

    DocumentWriter writer() {
        return writer;
    }

    RevisionLog past() {
        return past;
    }

    Instant now() {
        return clock.instant();
    }

    boolean isAlone() {
        return alone;
    }

    /** Who is told from now on. */
    void tell(CommitFeed newFeed) {
        feed = newFeed;
    }

    /** Finds out where the document is now. */
    void locate() throws IOException {
        bind(new DocumentFiles(disk.resolve(path)));
    }

    private void bind(DocumentFiles now) {
        if (!now.equals(files)) {
            files = now;
            log = new LogFile(disk, now, retention);
            writer = new DocumentWriter(disk, now, log);
        }
    }

    /**
     * Whether the document, just opened, is what the log says, so that nothing has to be taken in. It is
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

    /** The document says what it said, perhaps in another layout. */
    void sawAgain(Seen document) {
        known = known.in(document);
    }

    void goOn(List<Commit> commits, List<LoggedRevision> lines, LoggedRevision to, Stamp stamp, boolean young) {
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

    /**
     * Goes on to the newest logged revision, whose document somebody has overwritten before this process saw it.
     *
     * @return whether no revision is known to be missing
     */
    boolean goOnWithLog() {
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

    void restart(Seen seen, Policy policy, ReloadReason reason) {
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

    /** Has a policy in force in this process alone, which may not write, under a lineage that nobody else knows. */
    void standAlone(Policy policy, Revision named, Seen document) {
        Revision own = new Revision(Opening.newLineage(), named.number());
        known = new Known(policy.withRevision(own), named, document.digest(), document.stamp(), document.isYoung());
        past.clear();
        alone = true;
        announceRestart(ReloadReason.OTHER_LINEAGE);
    }

    /**
     * Puts the next revision in its place, under the lock.
     *
     * @param changes by which it was made; null for one that was not
     * @param expected the stamp of the document that it replaces
     */
    void put(RevisionLog.Next next, @Nullable ChangeSet changes, Stamp expected) throws OvertakenException {
        byte[] document = DocumentWriter.document(next.after());
        LoggedRevision line = new LoggedRevision(next.entry(), Digest.of(document), changes, next.footprint());
        put(next.after(), next.commit(), next.footprint(), writer.write(document, line, expected));
    }

    /** The next revision is in its place. */
    void put(Policy after, Commit commit, @Nullable Footprint footprint, Written written) {
        known = new Known(after, after.revision(), written.digest(), written.stamp(), true);
        past.add(new LogEntry(after.revision(), commit.author(), commit.instant()), footprint);
        if (feed != null) {
            feed.append(commit);
        }
        tidy(written);
    }

    /** Writes the document of what is in force again, under the lock. */
    void rewrite(Stamp expected) throws OvertakenException {
        Written written = writer.write(DocumentWriter.document(policy()), null, expected);
        known = new Known(policy(), revision(), written.digest(), written.stamp(), true);
    }

    /**
     * Puts a policy in its place that does not follow on what is known, under the lock.
     *
     * @param expected the stamp of the document that it replaces; null if that does not matter
     */
    void begin(Policy policy, Revision revision, @Nullable Stamp expected, ReloadReason reason)
            throws OvertakenException {
        Policy first = policy.withRevision(revision);
        LogEntry entry = new LogEntry(revision, Author.HOST, past.notBefore(clock.instant()));
        byte[] document = DocumentWriter.document(first);
        Written written = writer.write(document, new LoggedRevision(entry, Digest.of(document), null, null), expected);
        known = new Known(first, revision, written.digest(), written.stamp(), true);
        alone = false;
        refill(revision);
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
}
