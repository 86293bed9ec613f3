package io.doorward.store;

import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import java.util.Optional;

/**
 * A source of policy that can be changed.
 *
 * <p>Changes are made one after the other, each on what the one before left; revisions are drawn in that order under the
 * writer's lock. A change set is made as a whole or leaves nothing. See {@link PolicySource} for threads and errors.
 *
 * <p>Who writes a store of his own extends {@code io.doorward.store.testing.PolicyStoreContract} in a test.
 */
public interface PolicyStore extends PolicySource {

    /** Makes changes as the host; see {@link #apply(ChangeSet, ApplyOptions)}. */
    default Applied apply(ChangeSet changes) {
        return apply(changes, ApplyOptions.host());
    }

    /**
     * Makes changes. An empty set, and one that changes nothing, is a revision like any other.
     *
     * <p>When this returns, every {@linkplain Follower#isPrompt() prompt} follower in this process has heard of the
     * revision, or has taken longer than the store waits, which is logged. A change that is made while a follower is called
     * does not wait for prompt followers.
     *
     * @param options as whom, and against which revision
     * @throws ChangeRefusedException if the set is wrong, not allowed or late; nothing has changed then, and no revision was
     *     drawn
     * @throws StoreException if the storage fails
     */
    Applied apply(ChangeSet changes, ApplyOptions options);

    /**
     * Puts another policy in place of all that is kept. A new lineage begins, with number 0; followers are told to reload.
     *
     * @param policy whose own revision does not matter
     * @return the first revision of the new lineage
     */
    Revision restore(Policy policy);

    /** Who made a revision and when; empty for one that is unknown, of another lineage, or not kept any more. */
    Optional<LogEntry> history(Revision revision);
}
