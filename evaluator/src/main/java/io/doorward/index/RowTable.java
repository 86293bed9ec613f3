package io.doorward.index;

import io.doorward.index.persistent.Directory;
import io.doorward.index.persistent.KeyedHash;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind of thing, in one version: by number, and a {@link Directory} that leads from the hash of a key to the
 * numbers that may be meant. Whoever looks for a key compares it with the row's whole key; the hash decides nothing.
 *
 * <p>Rows of which there are few, or which differ much in size, are objects ({@link IdTable}); those of devices and tokens
 * are words ({@link DeviceTable}, {@link TokenTable}), which a check reads where they lie, and everything else as a row made
 * for the purpose.
 *
 * <p>Numbers are given in order, those that became free first, so that the array stays dense. Immutable; {@link
 * RowTableDraft} makes the next version.
 *
 * <p>Invariant: a row stands at its number and nowhere else; the directory has one entry for each row and no other; every
 * number below {@code bound} has a row or is free.
 */
abstract class RowTable<R extends Row> {

    final Directory directory;
    final KeyedHash hash;

    /** The next number that was never given. */
    final int bound;

    final @Nullable FreeNumber free;

    RowTable(Directory directory, KeyedHash hash, int bound, @Nullable FreeNumber free) {
        this.directory = directory;
        this.hash = hash;
        this.bound = bound;
        this.free = free;
    }

    /** The row with this number, or null. */
    abstract @Nullable R at(int number);

    /** The row that another row names by its number, and which is there therefore. */
    final R row(int number) {
        R row = at(number);
        if (row == null) {
            throw notThere(number);
        }
        return row;
    }

    static IllegalStateException notThere(int number) {
        return new IllegalStateException("Defect in the index: a row names number " + number + ", which is not there");
    }

    /** The very thing that had this number and generation in another version, as it is in this one; or null. */
    final @Nullable R same(R other) {
        R row = at(other.number);
        return row != null && row.generation == other.generation ? row : null;
    }
}
