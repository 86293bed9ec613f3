package io.doorward.store.file;

import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.store.Author;
import io.doorward.store.LogEntry;
import io.doorward.store.Retention;
import io.doorward.store.StoreException;
import io.doorward.store.file.DocumentWriter.OvertakenException;
import io.doorward.store.file.DocumentWriter.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * With what a document is opened.
 *
 * @param path may be a symbolic link, which is followed anew each time
 * @param settling for how long a document must be as it is before it is believed that its editor has written it to its end
 */
record Opening(Path path, Disk disk, Retention retention, InstantSource clock, Duration settling) {

    private static final int LINEAGE_DIGITS = 32;

    /** Where the document is now. */
    DocumentFiles files() {
        try {
            return new DocumentFiles(disk.resolve(path));
        } catch (IOException e) {
            throw Troubles.unreadable(path, e);
        }
    }

    /**
     * Reads the document and what is known of it. Writes nothing.
     *
     * @throws StoreException if there is none, or none that can be in force
     */
    PolicyFile open() {
        DocumentFiles files = files();
        LogFile log = new LogFile(disk, files, retention);
        try {
            Seen seen = Seen.read(disk, files);
            log.read();
            Policy policy = seen.policy();
            Policy inForce = continues(policy.revision(), log)
                    ? policy
                    : policy.withRevision(
                            new Revision(lineage(policy, log), policy.revision().number()));
            Known known = new Known(inForce, policy.revision(), seen.digest(), seen.stamp(), seen.isYoung());
            return new PolicyFile(this, new DocumentState(this, files, log, known));
        } catch (IOException e) {
            throw Troubles.unreadable(path, e);
        } catch (InvalidPolicyException e) {
            throw Troubles.invalid(
                    files, e, " If there is a file " + files.lastGood() + ", it is the last good state.");
        }
    }

    /** A document without a lineage, and one of another than its log, does not go on from anything that others may know. */
    private static boolean continues(Revision named, LogFile log) {
        return log.last()
                .map(last -> last.entry().revision().lineage().equals(named.lineage()))
                .orElse(!named.lineage().isEmpty());
    }

    /**
     * A lineage for a document that has none, or one that is unknown here: all processes that open it give it the same, so that
     * they go on together when one of them first writes it. If its like was here before, that was another one.
     */
    private static String lineage(Policy policy, LogFile log) {
        String ofContent = Digest.of(policy).hex().substring(0, LINEAGE_DIGITS);
        boolean taken = log.revisions().stream()
                .anyMatch(line -> line.entry().revision().lineage().equals(ofContent));
        return taken ? newLineage() : ofContent;
    }

    /** Writes a document that is not there yet. */
    void create(Policy policy, WriteLock lock) {
        DocumentFiles files = newFiles();
        lock.hold(files, () -> {
            createLocked(files, policy);
            return files;
        });
    }

    private void createLocked(DocumentFiles files, Policy policy) {
        try {
            if (disk.exists(files.document())) {
                throw new StoreException(
                        "There is a file " + path + " already; open it, or give another name.", null, false);
            }
            LogFile log = new LogFile(disk, files, retention);
            log.read();
            Policy first = policy.withRevision(new Revision(newLineage(), 0));
            byte[] document = DocumentWriter.document(first);
            LogEntry entry = new LogEntry(first.revision(), Author.HOST, clock.instant());
            Written written = new DocumentWriter(disk, files, log)
                    .write(document, new LoggedRevision(entry, Digest.of(document), null, null), null);
            if (written.unsynced() != null) {
                throw Troubles.unsynced(files, first.revision(), written.unsynced());
            }
        } catch (IOException e) {
            throw Troubles.unreadable(path, e);
        } catch (OvertakenException e) {
            throw new IllegalStateException("A document of any stamp may be replaced.", e);
        }
    }

    private DocumentFiles newFiles() {
        Path folder = path.getParent();
        Path name = path.getFileName();
        if (folder == null || name == null) {
            throw new IllegalArgumentException(path + " can be no file; give the name of one.");
        }
        try {
            return new DocumentFiles(disk.resolve(folder).resolve(name));
        } catch (IOException e) {
            throw new StoreException(
                    "The policy file " + path + " cannot be made, since its folder is not there or not accessible ("
                            + Reasons.of(e) + ").",
                    e,
                    false);
        }
    }

    static String newLineage() {
        return UUID.randomUUID().toString();
    }
}
