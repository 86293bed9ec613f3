package io.doorward.store;

import io.doorward.model.PolicyDelta;
import io.doorward.model.Revision;
import java.time.Instant;

/**
 * One revision, as followers receive it: what came of it, who made it and when. An immutable value.
 *
 * @param author who made it
 * @param instant when, by the store's clock; never before that of the revision before
 * @param delta what differs from the revision before, as it is now; empty where only the revision moved on
 */
public record Commit(Author author, Instant instant, PolicyDelta delta) {

    /** The revision. */
    public Revision revision() {
        return delta.after();
    }

    /** The revision before it: same lineage, one less. */
    public Revision parent() {
        return delta.before();
    }

    /** The revision, author and instant; nothing of the policy. */
    @Override
    public String toString() {
        return "Commit[" + revision() + " by " + author + " at " + instant + "]";
    }
}
