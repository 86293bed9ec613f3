package io.doorward.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A freshly made token in the clear: shown to its holder once, and stored only as a {@link
 * TokenHash}.
 *
 * <p>The text has 40 characters: {@code dwt_}, 30 random characters of {@code 0-9A-Za-z} (178 bits)
 * and six more that are a checksum of all that precedes, so that a scanner finds a leaked token and
 * a form finds a typing error without asking anybody; {@code docs/tokens.md} has the details. A
 * host may use other secrets than these: {@link TokenHash#ofClearText} takes any text.
 *
 * <p>An immutable value, safe to share between threads. The secret leaves it only through {@link
 * #reveal()}: no message and no {@link #toString()} contains it.
 */
public final class TokenSecret {

    private static final String PREFIX = "dwt_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_CHARACTERS = 30;

    /** 62^6 is more than 2^32, so six characters hold every CRC-32. */
    private static final int CHECKSUM_CHARACTERS = 6;

    private static final int SIGNED_CHARACTERS = PREFIX.length() + RANDOM_CHARACTERS;
    private static final int ALL_CHARACTERS = SIGNED_CHARACTERS + CHECKSUM_CHARACTERS;

    private final String clearText;

    private TokenSecret(String clearText) {
        this.clearText = clearText;
    }

    /** A new secret from the platform's {@link SecureRandom}. May block while the system starts. */
    public static TokenSecret generate() {
        return generate(new SecureRandom());
    }

    /**
     * A new secret from a random source of the host's choice.
     *
     * @param random a source that nobody can predict; used on this thread only
     */
    public static TokenSecret generate(SecureRandom random) {
        StringBuilder text = new StringBuilder(ALL_CHARACTERS).append(PREFIX);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new TokenSecret(text.append(checksum(text.toString())).toString());
    }

    /**
     * Whether a text has the form of a generated secret: prefix, length, characters and checksum. It
     * says nothing about whether such a token exists, and a legal token of another make has another
     * form. One wrong character, or two neighbours swapped, never passes.
     *
     * @param text any text
     */
    public static boolean isWellFormed(String text) {
        return text.length() == ALL_CHARACTERS
                && text.startsWith(PREFIX)
                && text.chars().skip(PREFIX.length()).allMatch(character -> DIGITS.indexOf(character) >= 0)
                && text.endsWith(checksum(text.substring(0, SIGNED_CHARACTERS)));
    }

    /** The secret itself, to be shown to its holder; keep it nowhere else. */
    public String reveal() {
        return clearText;
    }

    /** What to store: the hash of this secret. Costs one digest. */
    public TokenHash hash() {
        return TokenHash.ofClearText(clearText);
    }

    /** CRC-32 of the ASCII bytes as six base-62 digits, the most significant first. */
    private static String checksum(String signed) {
        CRC32 crc = new CRC32();
        crc.update(signed.getBytes(US_ASCII));
        char[] digits = new char[CHECKSUM_CHARACTERS];
        long rest = crc.getValue();
        for (int i = CHECKSUM_CHARACTERS - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }

    /** Whether the other is the same secret; takes the same time wherever they differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenSecret that
                && MessageDigest.isEqual(clearText.getBytes(US_ASCII), that.clearText.getBytes(US_ASCII));
    }

    @Override
    public int hashCode() {
        // Of the digest, so that no number in a heap dump or a log narrows down the text.
        return hash().hashCode();
    }

    /** The prefix and no more, such as {@code dwt_...}. */
    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
