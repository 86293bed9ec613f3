package io.doorward.index;

import io.doorward.token.TokenHash;
import java.security.SecureRandom;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds a token by the SHA-256 of its secret.
 *
 * <p>Layout: open addressing with linear probing in a table at most half full; a slot's four words lie side by side in one
 * array, its row in another at a quarter of the position. A free slot has no row.
 *
 * <p>Attack: whoever may register hashes of his own choice could give many of them the same slot if the slot came from
 * their bits. It comes from the words mixed with a secret of this table instead, and equality is always all 256 bits,
 * compared without leaving early. Look-ups never add anything.
 */
final class TokenTable {

    private static final int WORDS = 4;

    private final long[] key = new long[WORDS];
    private final long[] words;
    private final @Nullable TokenRow[] rows;
    private final int mask;
    private final ThreadLocal<TokenDigest> digests = ThreadLocal.withInitial(TokenDigest::new);

    TokenTable(Collection<TokenRow> tokens) {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < WORDS; i++) {
            key[i] = random.nextLong();
        }
        int capacity = Math.max(2, Integer.highestOneBit(Math.max(1, tokens.size())) << 2);
        words = new long[capacity * WORDS];
        rows = new TokenRow[capacity];
        mask = capacity - 1;
        tokens.forEach(this::add);
    }

    private void add(TokenRow token) {
        TokenHash hash = token.hash;
        int slot = slot(hash.word(0), hash.word(1), hash.word(2), hash.word(3));
        while (rows[slot] != null) {
            slot = slot + 1 & mask;
        }
        for (int i = 0; i < WORDS; i++) {
            words[slot * WORDS + i] = hash.word(i);
        }
        rows[slot] = token;
    }

    /** The token with this secret, or null. No allocation once the calling thread has asked before. */
    @Nullable
    TokenRow find(String secret) {
        TokenDigest digest = digests.get();
        return digest.hash(secret) ? find(digest.word(0), digest.word(1), digest.word(2), digest.word(3)) : null;
    }

    @Nullable
    TokenRow find(TokenHash hash) {
        return find(hash.word(0), hash.word(1), hash.word(2), hash.word(3));
    }

    private @Nullable TokenRow find(long a, long b, long c, long d) {
        int slot = slot(a, b, c, d);
        TokenRow row;
        while ((row = rows[slot]) != null) {
            int i = slot * WORDS;
            if (((words[i] ^ a) | (words[i + 1] ^ b) | (words[i + 2] ^ c) | (words[i + 3] ^ d)) == 0) {
                return row;
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    private int slot(long a, long b, long c, long d) {
        long mixed = fold(a ^ key[0], b ^ key[1]) ^ fold(c ^ key[2], d ^ key[3]);
        return (int) (mixed ^ mixed >>> 32) & mask;
    }

    private static long fold(long x, long y) {
        return x * y ^ Math.multiplyHigh(x, y);
    }
}
