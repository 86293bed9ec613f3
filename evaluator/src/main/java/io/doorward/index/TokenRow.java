package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;
import io.doorward.model.Token;
import io.doorward.token.TokenHash;
import java.nio.ByteBuffer;

/** A token: whose it is and when it is valid. A view of the words in {@link TokenTable}, made where more than a check needs it. */
final class TokenRow extends Row {

    private static final int HASH_BYTES = 4 * Long.BYTES;

    final long a;
    final long b;
    final long c;
    final long d;

    /** Whose it is, and what stands in its way: see {@link Holder}. */
    final long holder;

    final WindowRow window;

    TokenRow(int number, long generation, long a, long b, long c, long d, long holder, WindowRow window) {
        super(number, generation);
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
        this.holder = holder;
        this.window = window;
    }

    TokenRow(int number, long generation, TokenHash hash, long holder, WindowRow window) {
        this(number, generation, hash.word(0), hash.word(1), hash.word(2), hash.word(3), holder, window);
    }

    /** The number of the principal. */
    int principal() {
        return Holder.principal(holder);
    }

    boolean revoked() {
        return Holder.isRevoked(holder);
    }

    /** Whether this is what is to be said of the token, which has this hash and this holder. */
    boolean says(Token token, long itsHolder) {
        return holder == itsHolder && window.toWindow().equals(token.window());
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
