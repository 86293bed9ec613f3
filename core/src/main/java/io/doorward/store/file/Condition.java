package io.doorward.store.file;

import io.doorward.model.Revision;
import io.doorward.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the document is good, and what is wrong with it: each trouble is logged once. Not thread-safe. */
final class Condition {

    private static final Logger LOG = LoggerFactory.getLogger(Condition.class);

    private final Path path;
    private final Duration settling;
    private @Nullable Refused refused;

    /** What was written past the store and may not be written to its end; and since when it is so. */
    private @Nullable Digest unsettled;

    private long unsettledSince;

    /** Whether what stays in force while it is refused stands beside it. */
    private boolean lastGoodKept;

    /** How often in a row it could not be read. */
    private int unreadable;

    /** What stands in the document and cannot be in force. */
    private record Refused(Digest digest, Stamp stamp, boolean young, StoreException reason) {}

    /**
     * Of a document that is good.
     *
     * @param settling for how long a document must be as it is before it is believed to be written to its end
     */
    Condition(Path path, Duration settling) {
        this.path = path;
        this.settling = settling;
    }

    /** It is good, at a revision. */
    void isGood(Revision revision) {
        if (refused != null || unreadable > 1) {
            LOG.info("The policy file {} is good again, at revision {}.", path, revision);
        }
        refused = null;
        unsettled = null;
        unreadable = 0;
    }

    /** It cannot be read. Some editors take a file away for a moment; that is worth no line. */
    void isUnreadable(IOException e, Revision revision) {
        unreadable++;
        if (unreadable == 2) {
            LOG.error(
                    "The policy file {} cannot be read ({}); revision {} stays in force, and grows stale.",
                    path,
                    Reasons.of(e),
                    revision);
        }
    }

    /** It was written past the store. Says whether it has been as it is for long enough. */
    boolean isSettled(Seen document) {
        long now = System.nanoTime();
        if (!document.digest().equals(unsettled)) {
            unsettled = document.digest();
            unsettledSince = now;
        }
        return now - unsettledSince >= settling.toNanos();
    }

    /** It cannot be in force, and is left to its author; the last good one stays in force. */
    StoreException refuse(StoreException reason, Seen document, Revision revision) {
        refused = new Refused(document.digest(), document.stamp(), document.isYoung(), reason);
        lastGoodKept = false;
        LOG.error("{} Revision {} stays in force, and grows stale.", reason.getMessage(), revision);
        return reason;
    }

    /** Whether it is refused, and what stays in force has not been {@linkplain #lastGoodIsKept kept} since. */
    boolean needsLastGood() {
        return refused != null && !lastGoodKept;
    }

    void lastGoodIsKept() {
        lastGoodKept = true;
    }

    /**
     * Whether a document of this stamp is the one that was refused.
     *
     * @param thorough whether it may be another one within the same step of time
     */
    boolean isRefused(Stamp stamp, boolean thorough) {
        return refused != null && stamp.equals(refused.stamp()) && !(thorough && refused.young());
    }

    /** Why this document was refused; null if it was not. */
    @Nullable
    StoreException refusal(Seen document) {
        if (refused == null || !refused.digest().equals(document.digest())) {
            return null;
        }
        refused = new Refused(document.digest(), document.stamp(), document.isYoung(), refused.reason());
        return refused.reason();
    }
}
