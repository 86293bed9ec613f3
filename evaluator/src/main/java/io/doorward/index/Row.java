package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;

/**
 * What one thing is in one version of the index. Never changed once made; the next version has another row for what has
 * changed, and the same row for all else.
 */
abstract class Row {

    /** Its place in its table, the same in all versions while the thing is there; another thing may have it later. */
    final int number;

    /** Drawn when the thing appeared and carried along while it stays: tells it from what had its id or number before. */
    final long generation;

    Row(int number, long generation) {
        this.number = number;
        this.generation = generation;
    }

    /** The hash of its key. */
    abstract int hash(KeyedHash hash);
}
