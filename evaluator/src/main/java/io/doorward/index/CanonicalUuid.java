package io.doorward.index;

import java.util.Arrays;
import java.util.UUID;

/**
 * Reads ids that are UUIDs as they are mostly written, {@code 8-4-4-4-12} lower-case hexadecimal digits, as two numbers. Each
 * such text is one pair of numbers and the other way round, so that comparing the numbers is comparing the texts; any other
 * text, of the same UUID in capitals for example, is none of these.
 *
 * <p>Makes no objects when it reads.
 */
final class CanonicalUuid {

    private static final int LENGTH = 36;
    private static final int DIGIT_BITS = 4;
    private static final int ASCII = 0x7F;

    /** The value of each digit, by its character; -1 for what is none. */
    private static final byte[] VALUES = new byte[ASCII + 1];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int value = 0; value < 1 << DIGIT_BITS; value++) {
            VALUES[Character.forDigit(value, 1 << DIGIT_BITS)] = (byte) value;
        }
    }

    private CanonicalUuid() {}

    static boolean is(String text) {
        return hasShape(text) && (upper(text) | lower(text)) >= 0;
    }

    /** Whether the text is as long as a UUID and has its dashes; the digits are looked at by {@link #quad}. */
    static boolean hasShape(String text) {
        return text.length() == LENGTH
                && text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-';
    }

    /** The value of four digits; negative if one of them is none. */
    static int quad(String text, int from) {
        char a = text.charAt(from);
        char b = text.charAt(from + 1);
        char c = text.charAt(from + 2);
        char d = text.charAt(from + 3);
        int beyondAscii = (a | b | c | d) > ASCII ? -1 : 0;
        return VALUES[a & ASCII] << (3 * DIGIT_BITS)
                | VALUES[b & ASCII] << (2 * DIGIT_BITS)
                | VALUES[c & ASCII] << DIGIT_BITS
                | VALUES[d & ASCII]
                | beyondAscii;
    }

    /** The first or the last 64 bits, of the values of their digits by four. */
    static long word(int a, int b, int c, int d) {
        return ((long) a << 48) | ((long) b << 32) | ((long) c << 16) | d;
    }

    /** The first 64 bits of a canonical UUID. */
    static long high(String text) {
        return word(quad(text, 0), quad(text, 4), quad(text, 9), quad(text, 14));
    }

    /** The last 64 bits of a canonical UUID. */
    static long low(String text) {
        return word(quad(text, 19), quad(text, 24), quad(text, 28), quad(text, 32));
    }

    /** The text of the numbers. */
    static String text(long high, long low) {
        return new UUID(high, low).toString();
    }

    private static int upper(String text) {
        return quad(text, 0) | quad(text, 4) | quad(text, 9) | quad(text, 14);
    }

    private static int lower(String text) {
        return quad(text, 19) | quad(text, 24) | quad(text, 28) | quad(text, 32);
    }
}
