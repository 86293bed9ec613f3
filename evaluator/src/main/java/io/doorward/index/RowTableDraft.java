package io.doorward.index;

import io.doorward.index.persistent.Directory;
import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.KeyedHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a table in the making; the version that it starts from stays as it is. For one thread.
 *
 * <p>A number that becomes free is given again in later versions only, so that within one draft it means one thing.
 */
abstract class RowTableDraft<R extends Row> implements Directory.Hashes {

    final Edit edit;
    final KeyedHash hash;
    Directory directory;
    int bound;
    private @Nullable FreeNumber free;
    private final List<Integer> freed = new ArrayList<>();

    RowTableDraft(RowTable<R> before, Edit edit) {
        this.edit = edit;
        hash = before.hash;
        directory = before.directory;
        bound = before.bound;
        free = before.free;
    }

    /** The row with this number as it is by now, or null. */
    abstract @Nullable R at(int number);

    /** Writes the row to its number. */
    abstract void write(R row);

    /** Leaves the number without a row. */
    abstract void clear(int number);

    /** A number for a new thing. */
    final int take() {
        FreeNumber first = free;
        if (first == null) {
            return bound++;
        }
        free = first.next();
        return first.number();
    }

    /** Adds the row, or replaces that of the same number, which has the same key. */
    void put(R row) {
        if (at(row.number) == null) {
            directory = directory.plus(edit, row.hash(hash), row.number, this);
        }
        write(row);
    }

    final void remove(R row) {
        directory = directory.minus(edit, row.hash(hash), row.number, this);
        clear(row.number);
        freed.add(row.number);
    }

    /** All numbers that are free from the next version on. */
    final @Nullable FreeNumber free() {
        FreeNumber all = free;
        for (int number : freed) {
            all = new FreeNumber(number, all);
        }
        return all;
    }
}
