package io.doorward.store;

import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import java.util.Set;

/**
 * A policy that is kept somewhere: it can be read whole or in part, and followed from revision to revision.
 *
 * <p><b>Threads.</b> Thread-safe. Followers and visitors never run under a lock of the source.
 *
 * <p><b>Revisions.</b> Their order is the order in which they were committed. Each is known to followers exactly once; one
 * that was rolled back never is. A source that was copied or restored has another lineage, and no revision of the old one
 * means anything to it.
 *
 * <p><b>Errors.</b> Null is refused with a {@link NullPointerException}, trouble with the storage is a
 * {@link StoreException}, and after {@link #close()} every method but that one throws a {@link StoreClosedException} at
 * once.
 *
 * <p>Who writes a source of his own extends {@code io.doorward.store.testing.PolicySourceContract} in a test.
 */
public interface PolicySource extends AutoCloseable {

    /** What it can do beyond the rest; always the same. Also after it was closed. */
    Set<Capability> capabilities();

    /** The newest revision. */
    Revision head();

    /**
     * Reads the whole policy as rows, all of one revision, however long it takes and whatever is written meanwhile. Memory
     * grows with the largest workspace, not with the policy.
     */
    void snapshot(SnapshotVisitor visitor);

    /**
     * Reads the whole policy. O(n log n) where rows are put together; a source that has the policy at hand gives it.
     *
     * @throws StoreException if what is kept breaks a rule of the domain
     */
    default Policy read() {
        SnapshotPolicy rows = new SnapshotPolicy();
        snapshot(rows);
        return rows.toPolicy();
    }

    /** Reads one workspace again, as of the newest revision. */
    WorkspaceState workspace(WorkspaceId id);

    /**
     * Follows the source: the follower is called with every revision after the given one, each exactly once and in order, those that
     * come later and those that are there already. Returns at once; the first call may come before it does.
     *
     * @param from the revision that the follower knows, most often of a policy that it has read. Where it is of another
     *     lineage, unknown or too old, the follower is told to {@linkplain Follower#reload reload}
     */
    Subscription follow(Revision from, Follower follower);

    /** Lets go of what the source holds, and tells followers. What is under way may fail. May be called twice. */
    @Override
    void close();
}
