package io.doorward.index;

import io.doorward.index.persistent.Directory;
import io.doorward.index.persistent.KeyedHash;
import io.doorward.index.persistent.RadixArray;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind of thing, in one version: by number in a {@link RadixArray}, and a {@link Directory} that leads from
 * the hash of a key to the numbers that may be meant. Whoever looks for a key compares it with the row's whole key; the hash
 * decides nothing.
 *
 * <p>Numbers are given in order, those that became free first, so that the array stays dense. Immutable; {@link
 * RowTableDraft} makes the next version.
 *
 * <p>Invariant: a row stands at its number and nowhere else; the directory has one entry for each row and no other; every
 * number below {@code bound} has a row or is free.
 */
abstract class RowTable<R extends Row> {

    final RadixArray<R> rows;
    final Directory directory;
    final KeyedHash hash;

    /** The next number that was never given. */
    final int bound;

    final @Nullable FreeNumber free;

    RowTable(RadixArray<R> rows, Directory directory, KeyedHash hash, int bound, @Nullable FreeNumber free) {
        this.rows = rows;
        this.directory = directory;
        this.hash = hash;
        this.bound = bound;
        this.free = free;
    }

    /** The row with this number, or null. */
    final @Nullable R at(int number) {
        return rows.get(number);
    }

    /** The row that another row names by its number, and which is there therefore. */
    final R row(int number) {
        R row = rows.get(number);
        if (row == null) {
            throw new IllegalStateException(
                    "Defect in the index: a row names number " + number + ", which is not there");
        }
        return row;
    }

    /** The very thing that had this number and generation in another version, as it is in this one; or null. */
    final @Nullable R same(R other) {
        R row = rows.get(other.number);
        return row != null && row.generation == other.generation ? row : null;
    }
}
