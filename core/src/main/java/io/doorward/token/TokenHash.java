package io.doorward.token;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a secret: all that is ever kept of a token.
 *
 * <p>An immutable value of 32 bytes, safe to share between threads. Two hashes are compared in a
 * time that does not depend on where they differ. {@link #toString()} shows the first digits only,
 * enough to find a token in a log and too few to look one up by.
 *
 * <p>A hash without salt is right for secrets with much entropy, such as {@link TokenSecret} makes,
 * and wrong for passwords: see {@code docs/tokens.md}.
 */
public final class TokenHash implements Comparable<TokenHash> {

    private static final int BYTES = 32;
    private static final int WORDS = BYTES / Long.BYTES;
    private static final int HEX_DIGITS = 2 * BYTES;
    private static final int DIGITS_SHOWN = 8;

    // Big endian: the words in order, compared unsigned, sort as the bytes do.
    private final long word0;
    private final long word1;
    private final long word2;
    private final long word3;

    private TokenHash(byte[] bytes) {
        ByteBuffer words = ByteBuffer.wrap(bytes);
        this.word0 = words.getLong();
        this.word1 = words.getLong();
        this.word2 = words.getLong();
        this.word3 = words.getLong();
    }

    /**
     * The hash of a secret that is at hand in the clear. The text is hashed as UTF-8 and not kept.
     *
     * @param clearText the secret, exactly as a request carries it; 1 to 1,024 characters
     * @return its SHA-256; costs one digest
     * @throws IllegalArgumentException if the text is empty, too long or holds an unpaired surrogate;
     *     the message does not contain it
     */
    public static TokenHash ofClearText(String clearText) {
        return new TokenHash(sha256().digest(SecretText.encode(clearText)));
    }

    /**
     * The hash that these digits write.
     *
     * @param hex 64 hexadecimal digits, in any case
     * @throws IllegalArgumentException if it is anything else; the message does not contain it, since
     *     it may be a secret that was put in the wrong place
     */
    public static TokenHash fromHex(String hex) {
        if (hex.length() != HEX_DIGITS || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException(
                    "A token's hash is written as 64 hexadecimal digits, and this text is not;"
                            + " give the SHA-256 of the token, not the token.");
        }
        return new TokenHash(HexFormat.of().parseHex(hex));
    }

    /**
     * The hash with these bytes.
     *
     * @param bytes 32 bytes; copied
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static TokenHash fromBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A token's hash has 32 bytes, and this one has "
                    + bytes.length
                    + "; give the SHA-256 of the token.");
        }
        return new TokenHash(bytes);
    }

    /** The hash as 64 hexadecimal digits in lower case. */
    public String hex() {
        return HexFormat.of().formatHex(toBytes());
    }

    /** The 32 bytes of the hash, in a new array. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(word0)
                .putLong(word1)
                .putLong(word2)
                .putLong(word3)
                .array();
    }

    /**
     * Eight bytes of the hash as a number, for tables that keep hashes without objects.
     *
     * @param index 0 to 3; word 0 holds the first eight bytes, big endian
     * @throws IndexOutOfBoundsException if there is no such word
     */
    public long word(int index) {
        return switch (index) {
            case 0 -> word0;
            case 1 -> word1;
            case 2 -> word2;
            case 3 -> word3;
            default ->
                throw new IndexOutOfBoundsException(
                        "A token's hash has the words 0 to " + (WORDS - 1) + ", not " + index + ".");
        };
    }

    /** By their bytes, unsigned: the order of their hexadecimal forms. Not in constant time. */
    @Override
    public int compareTo(TokenHash other) {
        int order = Long.compareUnsigned(word0, other.word0);
        if (order == 0) {
            order = Long.compareUnsigned(word1, other.word1);
        }
        if (order == 0) {
            order = Long.compareUnsigned(word2, other.word2);
        }
        return order == 0 ? Long.compareUnsigned(word3, other.word3) : order;
    }

    /** Whether the other is a hash with the same bytes; takes the same time wherever they differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenHash that
                && ((word0 ^ that.word0) | (word1 ^ that.word1) | (word2 ^ that.word2) | (word3 ^ that.word3)) == 0;
    }

    @Override
    public int hashCode() {
        // Every bit of a digest is as good as any other.
        return Long.hashCode(word0);
    }

    /** The algorithm and the first eight digits, such as {@code sha256:9f86d081...}. */
    @Override
    public String toString() {
        return "sha256:" + hex().substring(0, DIGITS_SHOWN) + "...";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "This Java runtime lacks SHA-256, which every Java platform must have;"
                            + " enable a security provider that has it.",
                    e);
        }
    }
}
