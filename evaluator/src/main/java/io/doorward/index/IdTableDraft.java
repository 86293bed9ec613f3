package io.doorward.index;

import io.doorward.index.persistent.Edit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The next version of a table of things that have an id. A thing may be referred to before its row comes. */
final class IdTableDraft<R extends IdRow> extends RowTableDraft<R> {

    /** Ids that were named and have no row yet; in the JDK's table, which keeps colliding strings in trees. */
    private final Map<String, Integer> promised = new HashMap<>();

    IdTableDraft(IdTable<R> before, Edit edit) {
        super(before, edit);
    }

    /** The row with this id as it is by now, or null. */
    @Nullable
    R find(String id) {
        return IdTable.find(id, hash.of(id), directory, rows);
    }

    /** The number of the thing with this id, whose row is there or will come. */
    int numberOf(String id) {
        R row = find(id);
        return row == null ? promised.computeIfAbsent(id, text -> take()) : row.number;
    }

    @Override
    void put(R row) {
        promised.remove(row.text);
        super.put(row);
    }

    /** Ids that were named and have no row. */
    Set<String> promised() {
        return promised.keySet();
    }

    IdTable<R> freeze() {
        return new IdTable<>(rows, directory, hash, bound, free());
    }
}
