package io.doorward.index;

import io.doorward.index.persistent.Directory;
import io.doorward.index.persistent.KeyedHash;
import io.doorward.index.persistent.PagedArray;
import io.doorward.model.Identifiers;
import org.jspecify.annotations.Nullable;

/** The rows of things that have an id, as objects. */
final class IdTable<R extends IdRow> extends RowTable<R> {

    final PagedArray<R> rows;

    IdTable(PagedArray<R> rows, Directory directory, KeyedHash hash, int bound, @Nullable FreeNumber free) {
        super(directory, hash, bound, free);
        this.rows = rows;
    }

    static <R extends IdRow> IdTable<R> empty(KeyedHash hash) {
        return new IdTable<>(PagedArray.empty(), Directory.empty(), hash, 0, null);
    }

    @Override
    @Nullable
    R at(int number) {
        return rows.get(number);
    }

    /** The row with exactly this id, or null. */
    @Nullable
    R find(String id) {
        return couldBeId(id) ? find(id, hash.of(id), directory, rows) : null;
    }

    /** The same, in a version that may be in the making. */
    static <R extends IdRow> @Nullable R find(String id, int idHash, Directory directory, PagedArray<R> rows) {
        int[] bucket = directory.bucket(idHash);
        int entry;
        for (int probe = 0; (entry = Directory.entry(bucket, idHash, probe)) != 0; probe++) {
            if (Directory.mayBeOf(entry, idHash)) {
                R row = rows.get(Directory.number(entry));
                if (row != null && row.text.equals(id)) {
                    return row;
                }
            }
        }
        return null;
    }

    /** A longer text is unknown before anything is hashed; every character takes at least a byte. */
    static boolean couldBeId(String text) {
        return text.length() <= Identifiers.MAX_BYTES;
    }
}
