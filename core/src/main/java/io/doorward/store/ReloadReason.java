package io.doorward.store;

/** Why a follower must read the whole policy again. */
public enum ReloadReason {
    /** The revision from which it follows is of another lineage: the store was copied or restored, then or meanwhile. */
    OTHER_LINEAGE,
    /** The revision from which it follows is higher than any that the source has: the source lost its end. */
    AHEAD,
    /** The revisions that come next for it are not kept any more: it was away for too long, or is too slow. */
    TOO_OLD,
    /** It threw an exception at a revision; what it made of that nobody knows. */
    FOLLOWER_FAILED
}
