package io.doorward.index.persistent;

/**
 * The making of one version. What a structure copies for an edit belongs to it, and the same edit changes it in place from
 * then on, so that a thousand changes copy a node once and not a thousand times.
 *
 * <p>An edit belongs to one thread and ends when its version is handed to readers; whoever made it lets go of it then.
 * Nodes keep the edit that made them only to be compared with another one.
 */
public final class Edit {

    /** Unlike that of any other edit of structures that share nodes. */
    final long number;

    /** An edit with a number that no edit before it had. */
    public Edit(long number) {
        this.number = number;
    }
}
