package io.doorward.store.file;

import io.doorward.change.Actor;
import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.store.Author;
import io.doorward.store.Footprint;
import io.doorward.store.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log. An immutable value.
 *
 * @param entry which revision, who made it and when
 * @param digest of the bytes of the document of this revision
 * @param changes by which it came out of the revision before; null if it did not, but was written by hand or restored
 * @param footprint which rows differ from the revision before; null where that is not known
 */
record LoggedRevision(
        LogEntry entry,
        Digest digest,
        @Nullable ChangeSet changes,
        @Nullable Footprint footprint) {

    long number() {
        return entry.revision().number();
    }

    /** Whether this is the next revision of the same lineage. */
    boolean follows(LoggedRevision before) {
        return entry.revision().lineage().equals(before.entry.revision().lineage()) && number() == before.number() + 1;
    }

    /**
     * What comes out of the revision before, or of one like it. The actor has been asked for his rights when the revision was
     * made.
     *
     * @throws io.doorward.change.ChangeRefusedException if the changes do not fit the policy
     */
    Policy again(Policy before) {
        if (changes == null) {
            throw new IllegalStateException("Revision " + entry.revision() + " was not made by changes.");
        }
        return changes.applyTo(before, entry.revision(), actor(entry.author()), entry.instant())
                .after();
    }

    private static Actor actor(Author author) {
        return author.principal() == null ? Actor.HOST : Actor.principal(author.principal());
    }
}
