package io.doorward.index;

import static java.util.Objects.requireNonNull;

import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.PagedArray;
import io.doorward.index.persistent.RecordArray;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/** The next version of the tokens. */
final class TokenTableDraft extends RowTableDraft<TokenRow> {

    private final TokenMemo memo;
    private RecordArray records;
    private RecordArray hashes;
    private PagedArray<WindowRow> windows;

    TokenTableDraft(
            TokenTable before,
            RecordArray records,
            RecordArray hashes,
            PagedArray<WindowRow> windows,
            TokenMemo memo,
            Edit edit) {
        super(before, edit);
        this.memo = memo;
        this.records = records;
        this.hashes = hashes;
        this.windows = windows;
    }

    /** The token as it is by now, or null. */
    @Nullable
    TokenRow find(TokenHash token) {
        return at(TokenTable.find(token, hash, directory, hashes));
    }

    @Override
    @Nullable
    TokenRow at(int number) {
        return TokenTable.at(number, records, hashes, windows);
    }

    @Override
    public int hashOf(int number) {
        return requireNonNull(at(number)).hash(hash);
    }

    @Override
    void write(TokenRow row) {
        records = records.with(edit, row.number, row.generation, row.holder);
        hashes = hashes.with(edit, row.number, row.a, row.b, row.c, row.d);
        if (!row.window.isAlways() || windows.get(row.number) != null) {
            windows = windows.with(edit, row.number, row.window.isAlways() ? null : row.window);
        }
    }

    @Override
    void clear(int number) {
        records = records.without(edit, number);
        hashes = hashes.without(edit, number);
        if (windows.get(number) != null) {
            windows = windows.with(edit, number, null);
        }
    }

    TokenTable freeze() {
        return new TokenTable(records, hashes, windows, memo.fitting(bound), directory, hash, bound, free());
    }
}
