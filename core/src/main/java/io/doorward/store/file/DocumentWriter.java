package io.doorward.store.file;

import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes documents, under the lock: the next document beside the old one, then its line in the log, then the one in the place
 * of the other. Whenever a process or the machine stops, the old document is there or the new one; once the line is on the disk,
 * whoever comes next finishes what was begun.
 */
final class DocumentWriter {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentWriter.class);

    private final Disk disk;
    private final DocumentFiles files;
    private final LogFile log;

    /** What became of a write whose document is in place. */
    record Written(Digest digest, Stamp stamp, @Nullable IOException unsynced) {}

    /** Somebody wrote the document past the lock; nothing was done. */
    static final class OvertakenException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    DocumentWriter(Disk disk, DocumentFiles files, LogFile log) {
        this.disk = disk;
        this.files = files;
        this.log = log;
    }

    /** The bytes of a policy's document. */
    static byte[] document(Policy policy) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PolicyJson.write(policy, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
    }

    /**
     * Puts a document in place.
     *
     * @param line that is added to the log, which was just read; null if it is there already
     * @param expected the stamp of the document that is replaced; null if it does not matter
     * @throws OvertakenException if the document has another stamp
     * @throws StoreException if it cannot be done; then the document is as it was, and remains so unless the message says
     *     that this is not known
     */
    Written write(byte[] document, @Nullable LoggedRevision line, @Nullable Stamp expected) throws OvertakenException {
        boolean logged = false;
        IOException unsure = null;
        try {
            disk.delete(files.next());
            disk.create(files.next(), document, files.document());
            if (line != null) {
                logged = true;
                log.append(line);
            }
            if (expected != null && !expected.equals(disk.stamp(files.document()))) {
                throw new OvertakenException();
            }
            unsure = replace(document);
        } catch (IOException | RuntimeException | OvertakenException e) {
            boolean undone = undo(logged, e);
            if (e instanceof OvertakenException overtaken && undone) {
                throw overtaken;
            }
            throw failed(e, undone);
        }
        IOException unsynced = sync();
        return new Written(Digest.of(document), stamp(), unsure == null ? unsynced : unsure);
    }

    /** What was done may have failed all the same, as on network file systems; null if it did not. */
    private @Nullable IOException replace(byte[] document) throws IOException {
        try {
            disk.replace(files.document(), files.next());
            return null;
        } catch (IOException e) {
            if (isInPlace(document)) {
                return e;
            }
            throw e;
        }
    }

    private boolean isInPlace(byte[] document) {
        try {
            return Arrays.equals(document, disk.read(files.document(), 0));
        } catch (IOException e) {
            return false;
        }
    }

    /** The line first: while it is there, the write may be finished by others. */
    private boolean undo(boolean logged, Exception failure) {
        try {
            if (logged) {
                log.takeBack();
            }
            disk.delete(files.next());
            return true;
        } catch (IOException e) {
            failure.addSuppressed(e);
            return !logged;
        }
    }

    private StoreException failed(Exception e, boolean undone) {
        String reason = e instanceof IOException io ? Reasons.of(io) : String.valueOf(e.getMessage());
        return new StoreException(
                "The policy file " + files.document() + " could not be written (" + reason + "); "
                        + (undone
                                ? "nothing was changed."
                                : "whether the change is made after all, with the next one, is not known."),
                e,
                false);
    }

    private @Nullable IOException sync() {
        try {
            disk.syncFolder(files.folder());
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** A stamp that no file has where it cannot be told: then the document is looked at again. */
    private Stamp stamp() {
        try {
            return disk.stamp(files.document());
        } catch (IOException e) {
            return Stamp.UNKNOWN;
        }
    }

    /** Keeps the last good document while what stands in its place is refused; not worth a failure of its own. Says whether that was done. */
    boolean keepLastGood(Policy policy) {
        try {
            disk.delete(files.lastGood());
            disk.create(files.lastGood(), document(policy), files.document());
            return true;
        } catch (IOException e) {
            LOG.warn(
                    "The last good state of the policy file {} could not be kept in {}.",
                    files.document(),
                    files.lastGood(),
                    e);
            return false;
        }
    }

    /** The document is good. */
    void dropLastGood() {
        try {
            disk.delete(files.lastGood());
        } catch (IOException e) {
            LOG.warn("The file {} is of no use any more and could not be deleted.", files.lastGood(), e);
        }
    }
}
