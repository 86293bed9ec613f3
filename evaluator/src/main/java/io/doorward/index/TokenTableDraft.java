package io.doorward.index;

import io.doorward.index.persistent.Edit;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/** The next version of the tokens. */
final class TokenTableDraft extends RowTableDraft<TokenRow> {

    TokenTableDraft(TokenTable before, Edit edit) {
        super(before, edit);
    }

    /** The token as it is by now, or null. */
    @Nullable
    TokenRow find(TokenHash token) {
        long a = token.word(0);
        long b = token.word(1);
        long c = token.word(2);
        long d = token.word(3);
        return TokenTable.find(a, b, c, d, hash.of(a, b, c, d), directory, rows);
    }

    TokenTable freeze() {
        return new TokenTable(rows, directory, hash, bound, free());
    }
}
