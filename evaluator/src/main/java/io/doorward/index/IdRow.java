package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;

/** The row of a thing that has an id. */
abstract class IdRow extends Row {

    /** The id, also to be had as a value of its type; here without a step between. */
    final String text;

    IdRow(int number, long generation, String text) {
        super(number, generation);
        this.text = text;
    }

    @Override
    final int hash(KeyedHash hash) {
        return hash.of(text);
    }
}
