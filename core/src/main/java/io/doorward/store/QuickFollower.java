package io.doorward.store;

/**
 * A prompt follower whose {@link #committed} only computes: it waits for nobody, reads nothing from a source and changes
 * nothing in a store. A source may therefore call it on the thread that made a revision, outside all locks, which spares a
 * change the way to another thread and back: some fifty microseconds, more than an evaluator needs to take the change.
 *
 * <p>A source may do so, and need not: a revision that brings another catalogue, what comes while many write at the same time,
 * and the last call of a subscription come as to any other follower. Nor does it for a change that is made by a follower. In all other respects
 * this is what {@link Follower} says; in particular calls come one after the other.
 */
public interface QuickFollower extends Follower {

    @Override
    default boolean isPrompt() {
        return true;
    }
}
