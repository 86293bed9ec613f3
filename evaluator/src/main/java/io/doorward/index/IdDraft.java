package io.doorward.index;

import io.doorward.index.persistent.Edit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The next version of a table of things that have an id. A thing may be referred to before its row comes. */
abstract class IdDraft<R extends Row> extends RowTableDraft<R> {

    /** Ids that were named and have no row yet; in the JDK's table, which keeps colliding strings in trees. */
    private final Map<String, Integer> promised = new HashMap<>();

    IdDraft(RowTable<R> before, Edit edit) {
        super(before, edit);
    }

    /** The number of the thing with this id, if it has a row by now; else {@link Numbers#NOTHING}. */
    abstract int numberOfRow(String id);

    /** The id of a row. */
    abstract String idOf(R row);

    /** The row with this id as it is by now, or null. */
    final @Nullable R find(String id) {
        int number = numberOfRow(id);
        return number == Numbers.NOTHING ? null : at(number);
    }

    /** The number of the thing with this id, whose row is there or will come. */
    final int numberOf(String id) {
        int number = numberOfRow(id);
        return number == Numbers.NOTHING ? promised.computeIfAbsent(id, text -> take()) : number;
    }

    @Override
    final void put(R row) {
        if (!promised.isEmpty()) {
            promised.remove(idOf(row));
        }
        super.put(row);
    }

    /** Ids that were named and have no row. */
    final Set<String> promised() {
        return promised.keySet();
    }
}
