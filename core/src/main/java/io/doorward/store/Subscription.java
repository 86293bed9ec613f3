package io.doorward.store;

import io.doorward.model.Revision;
import java.time.Duration;

/** A follower's hold on its source. Thread-safe; no method blocks. */
public interface Subscription extends AutoCloseable {

    /** The revision up to which the follower has returned from {@link Follower#committed}; at first the one it follows from. */
    Revision delivered();

    /**
     * For how long it has not been certain that the follower knows the newest revision: zero while it does; else the
     * running time since the first revision that it does not know was made, since the source was last known to be
     * reachable, or since the subscription ended, whichever is longest. Does not depend on the wall clock.
     */
    Duration staleness();

    /** Whether more may come: it was not closed, its source was not, and the follower was not told to reload. */
    boolean isOpen();

    /** Ends it. A call of the follower that is under way is not waited for; none starts afterwards. May be called twice. */
    @Override
    void close();
}
