package io.doorward.index;

import static java.util.Objects.requireNonNull;

import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.PagedArray;
import org.jspecify.annotations.Nullable;

/** The next version of a table whose rows are objects. */
final class IdTableDraft<R extends IdRow> extends IdDraft<R> {

    private PagedArray<R> rows;

    IdTableDraft(IdTable<R> before, Edit edit) {
        super(before, edit);
        rows = before.rows;
    }

    @Override
    int numberOfRow(String id) {
        R row = IdTable.find(id, hash.of(id), directory, rows);
        return row == null ? Numbers.NOTHING : row.number;
    }

    @Override
    String idOf(R row) {
        return row.text;
    }

    @Override
    @Nullable
    R at(int number) {
        return rows.get(number);
    }

    @Override
    public int hashOf(int number) {
        return requireNonNull(rows.get(number)).hash(hash);
    }

    @Override
    void write(R row) {
        rows = rows.with(edit, row.number, row);
    }

    @Override
    void clear(int number) {
        rows = rows.with(edit, number, null);
    }

    IdTable<R> freeze() {
        return new IdTable<>(rows, directory, hash, bound, free());
    }
}
