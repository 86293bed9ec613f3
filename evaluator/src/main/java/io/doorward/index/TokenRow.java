package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;
import io.doorward.model.Token;
import io.doorward.token.TokenHash;
import java.nio.ByteBuffer;

/** A token: whose it is and when it is valid. Its hash lies here in four words, so that comparing it takes no further step. */
final class TokenRow extends Row {

    private static final int HASH_BYTES = 4 * Long.BYTES;

    private final long a;
    private final long b;
    private final long c;
    private final long d;

    /** The number of the principal. */
    final int principal;

    final boolean revoked;
    final WindowRow window;

    TokenRow(int number, long generation, TokenHash hash, int principal, boolean revoked, WindowRow window) {
        super(number, generation);
        a = hash.word(0);
        b = hash.word(1);
        c = hash.word(2);
        d = hash.word(3);
        this.principal = principal;
        this.revoked = revoked;
        this.window = window;
    }

    boolean isOf(long w, long x, long y, long z) {
        return ((a ^ w) | (b ^ x) | (c ^ y) | (d ^ z)) == 0;
    }

    /** Whether this is what is to be said of the token, which has this hash. */
    boolean says(Token token) {
        return revoked == (token.revokedAt() != null) && window.toWindow().equals(token.window());
    }

    TokenHash tokenHash() {
        return TokenHash.fromBytes(ByteBuffer.allocate(HASH_BYTES)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array());
    }

    @Override
    int hash(KeyedHash hash) {
        return hash.of(a, b, c, d);
    }
}
