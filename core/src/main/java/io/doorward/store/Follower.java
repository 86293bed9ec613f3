package io.doorward.store;

/**
 * Hears of every revision of a source.
 *
 * <p><b>Threads.</b> A source calls a follower outside all its locks, on a thread that is not the one that applies a change:
 * a daemon thread of the source, or a thread of the executor that the host gave it; only a {@link QuickFollower} may also be
 * called on the thread that applies one. Calls of one subscription come one after
 * the other, each sees what the one before did; a follower that is slow or blocks for ever holds up itself and nobody else.
 * It may call the source, close its subscription, and even apply changes; see {@link PolicyStore#apply(
 * io.doorward.change.ChangeSet, ApplyOptions)} for what that does not wait for.
 *
 * <p><b>Errors.</b> Where {@link #committed} throws, the source logs it with the revision and calls
 * {@link #reload} with {@link ReloadReason#FOLLOWER_FAILED}. A follower never misses a revision without being told.
 */
public interface Follower {

    /**
     * The next revision. Every revision comes exactly once and in order, the ones that change nothing included.
     *
     * @param commit follows immediately on the one before, or on the revision from which the source is followed
     */
    void committed(Commit commit);

    /**
     * The revisions that come next cannot be told. This is the last call of the subscription: read the source anew, and follow it from
     * the revision read. What this throws is logged.
     */
    void reload(ReloadReason reason);

    /** The source was closed. This is the last call of the subscription; what it throws is logged. Does nothing. */
    default void closed() {}

    /**
     * Whether {@link PolicyStore#apply(io.doorward.change.ChangeSet, ApplyOptions)} in this process waits, for a bounded time, until
     * {@link #committed} has returned. For evaluators, which are then never behind what their process wrote; whoever does
     * anything slow says false. Asked once, when following begins.
     */
    default boolean isPrompt() {
        return false;
    }
}
