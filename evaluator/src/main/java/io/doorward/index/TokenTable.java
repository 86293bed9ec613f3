package io.doorward.index;

import io.doorward.index.persistent.Directory;
import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.KeyedHash;
import io.doorward.index.persistent.PagedArray;
import io.doorward.index.persistent.RecordArray;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/**
 * Finds a token by its clear text, or by the SHA-256 of it.
 *
 * <p>Layout. Two records a token: what each use of it reads, generation (0 where there is no token) and {@link Holder}, a
 * word each; and apart from it the four words of the SHA-256, big-endian. Windows, which few tokens have, are objects.
 *
 * <p>Attack: whoever may register hashes of his own choice could give many of them the same place if the place came from
 * their bits. It comes from a keyed hash of them instead, and equality is always all 256 bits, compared without leaving
 * early. Look-ups never add anything; of tokens that are known, {@link TokenMemo} keeps which one a clear text was.
 *
 * <p>Invariant: the holder's marks say the same as the principal's row; a token whose mark says that it has a window, and no
 * other, has one among the windows.
 */
final class TokenTable extends RowTable<TokenRow> {

    static final int GENERATION = 0;
    static final int HOLDER = 1;
    static final int WORDS = 2;
    static final int HASH_WORDS = 4;

    private final RecordArray records;
    private final RecordArray hashes;
    private final PagedArray<WindowRow> windows;
    private final TokenMemo memo;

    TokenTable(
            RecordArray records,
            RecordArray hashes,
            PagedArray<WindowRow> windows,
            TokenMemo memo,
            Directory directory,
            KeyedHash hash,
            int bound,
            @Nullable FreeNumber free) {
        super(directory, hash, bound, free);
        this.records = records;
        this.hashes = hashes;
        this.windows = windows;
        this.memo = memo;
    }

    static TokenTable empty(KeyedHash hash) {
        return new TokenTable(
                RecordArray.ofWords(WORDS),
                RecordArray.ofWords(HASH_WORDS),
                PagedArray.empty(),
                TokenMemo.empty(),
                Directory.empty(),
                hash,
                0,
                null);
    }

    /** Reads a token; says whether it may be remembered, which is what the methods that follow look for. */
    boolean read(String secret, NarrowText narrow) {
        if (!narrow.take(secret)) {
            return false;
        }
        memo.hash(narrow);
        return true;
    }

    /** Begins to look for a token that was read: whose it most likely is. */
    void begin(NarrowText narrow) {
        memo.begin(narrow);
    }

    /**
     * The number of the token for which {@code narrow} has begun to look, and which is forgotten there, or {@link
     * Numbers#NOTHING}; then {@code narrow} has the number of the principal.
     */
    int find(String secret, NarrowText narrow, boolean mayBeRemembered, Family family) {
        int number = mayBeRemembered ? memo.find(narrow, this) : Numbers.NOTHING;
        narrow.wipe();
        return number == Numbers.NOTHING ? findWhole(secret, narrow, mayBeRemembered, family) : number;
    }

    /** The number of the token with this clear text, or {@link Numbers#NOTHING}. */
    int find(String secret, Family family) {
        NarrowText narrow = RequestTexts.ofThread().token;
        boolean mayBeRemembered = read(secret, narrow);
        begin(narrow);
        return find(secret, narrow, mayBeRemembered, family);
    }

    private int findWhole(String secret, NarrowText narrow, boolean mayBeRemembered, Family family) {
        int number = compute(secret, family.digest());
        if (number != Numbers.NOTHING) {
            narrow.principal = Holder.principal(holder(number));
            if (mayBeRemembered) {
                memo.put(narrow, this, number);
            }
        }
        return number;
    }

    private int compute(String secret, TokenDigest digest) {
        return digest.hash(secret)
                ? find(digest.word(0), digest.word(1), digest.word(2), digest.word(3), hash, directory, hashes)
                : Numbers.NOTHING;
    }

    /** The same by what is remembered alone. */
    int remembered(String secret) {
        NarrowText narrow = new NarrowText();
        if (!read(secret, narrow)) {
            return Numbers.NOTHING;
        }
        begin(narrow);
        return memo.find(narrow, this);
    }

    @Nullable
    TokenRow find(TokenHash token) {
        return at(numberOf(token));
    }

    /** The number of the token with this hash, or {@link Numbers#NOTHING}. */
    int numberOf(TokenHash token) {
        return find(token, hash, directory, hashes);
    }

    /** The same, in a version that may be in the making. */
    static int find(TokenHash token, KeyedHash hash, Directory directory, RecordArray hashes) {
        return find(token.word(0), token.word(1), token.word(2), token.word(3), hash, directory, hashes);
    }

    private static int find(long a, long b, long c, long d, KeyedHash hash, Directory directory, RecordArray hashes) {
        int wordsHash = hash.of(a, b, c, d);
        int[] bucket = directory.bucket(wordsHash);
        int entry;
        for (int probe = 0; (entry = Directory.entry(bucket, wordsHash, probe)) != 0; probe++) {
            if (Directory.mayBeOf(entry, wordsHash)) {
                int number = Directory.number(entry);
                long[] page = hashes.page(number);
                int at = hashes.offset(number);
                if (((page[at] ^ a) | (page[at + 1] ^ b) | (page[at + 2] ^ c) | (page[at + 3] ^ d)) == 0) {
                    return number;
                }
            }
        }
        return Numbers.NOTHING;
    }

    /** The generation of the token with this number; 0 if there is none. */
    long generation(int number) {
        return records.page(number)[records.offset(number) + GENERATION];
    }

    /** Who has the token. */
    long holder(int number) {
        return records.page(number)[records.offset(number) + HOLDER];
    }

    /** When the token is valid. */
    WindowRow window(int number) {
        WindowRow window = windows.get(number);
        return window == null ? WindowRow.ALWAYS : window;
    }

    @Override
    @Nullable
    TokenRow at(int number) {
        return at(number, records, hashes, windows);
    }

    /** The same, in a version that may be in the making. */
    static @Nullable TokenRow at(int number, RecordArray records, RecordArray hashes, PagedArray<WindowRow> windows) {
        if (number == Numbers.NOTHING) {
            return null;
        }
        long[] page = records.page(number);
        int at = records.offset(number);
        if (page[at + GENERATION] == 0) {
            return null;
        }
        long[] hashPage = hashes.page(number);
        int hashAt = hashes.offset(number);
        WindowRow window = windows.get(number);
        return new TokenRow(
                number,
                page[at + GENERATION],
                hashPage[hashAt],
                hashPage[hashAt + 1],
                hashPage[hashAt + 2],
                hashPage[hashAt + 3],
                page[at + HOLDER],
                window == null ? WindowRow.ALWAYS : window);
    }

    /** A draft of the next version. */
    TokenTableDraft draft(Edit edit) {
        return new TokenTableDraft(this, records, hashes, windows, memo, edit);
    }
}
