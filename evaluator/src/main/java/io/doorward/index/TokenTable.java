package io.doorward.index;

import io.doorward.index.persistent.Directory;
import io.doorward.index.persistent.KeyedHash;
import io.doorward.index.persistent.RadixArray;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/**
 * Finds a token by the SHA-256 of its secret.
 *
 * <p>Attack: whoever may register hashes of his own choice could give many of them the same place if the place came from
 * their bits. It comes from a keyed hash of them instead, and equality is always all 256 bits, compared without leaving
 * early. Look-ups never add anything.
 */
final class TokenTable extends RowTable<TokenRow> {

    TokenTable(RadixArray<TokenRow> rows, Directory directory, KeyedHash hash, int bound, @Nullable FreeNumber free) {
        super(rows, directory, hash, bound, free);
    }

    static TokenTable empty(KeyedHash hash) {
        return new TokenTable(RadixArray.empty(), Directory.empty(), hash, 0, null);
    }

    /** The token whose secret was hashed last, or null. */
    @Nullable
    TokenRow find(TokenDigest digest) {
        return find(digest.word(0), digest.word(1), digest.word(2), digest.word(3));
    }

    @Nullable
    TokenRow find(TokenHash hash) {
        return find(hash.word(0), hash.word(1), hash.word(2), hash.word(3));
    }

    private @Nullable TokenRow find(long a, long b, long c, long d) {
        return find(a, b, c, d, hash.of(a, b, c, d), directory, rows);
    }

    /** The same, in a version that may be in the making. */
    static @Nullable TokenRow find(
            long a, long b, long c, long d, int wordsHash, Directory directory, RadixArray<TokenRow> rows) {
        long[] bucket = directory.bucket(wordsHash);
        long entry;
        for (int probe = 0; (entry = Directory.entry(bucket, wordsHash, probe)) != 0; probe++) {
            if (Directory.isOf(entry, wordsHash)) {
                TokenRow row = rows.get(Directory.number(entry));
                if (row != null && row.isOf(a, b, c, d)) {
                    return row;
                }
            }
        }
        return null;
    }
}
