package io.doorward.index;

import java.util.UUID;

/**
 * Reads ids that are UUIDs as they are mostly written, {@code 8-4-4-4-12} lower-case hexadecimal digits, as two numbers. Each
 * such text is one pair of numbers and the other way round, so that comparing the numbers is comparing the texts; any other
 * text, of the same UUID in capitals for example, is none of these.
 *
 * <p>Eight digits are read at once, each in a byte of a word. Makes no objects when it reads.
 */
final class CanonicalUuid {

    private static final int LENGTH = 36;

    /** The same bits in each byte. */
    private static final long EACH = 0x0101_0101_0101_0101L;

    private static final long LOWER_NIBBLES = 0x0F * EACH;
    private static final long UPPER_NIBBLES = ~LOWER_NIBBLES;

    /** The bit that the letters have and the digits up to 9 have not. */
    private static final int LETTER_BIT = 6;

    /** What the letters' last four bits fall short of their values. */
    private static final int LETTER_VALUE = 9;

    /** What makes a sum of four bits overflow, of values above 9. */
    private static final long ABOVE_NINE = 6 * EACH;

    /** How far the letters are behind where they would be if they followed on 9. */
    private static final int LETTER_GAP = 'a' - '9' - 1;

    private static final long PAIRS = 0x00FF_00FF_00FF_00FFL;
    private static final long QUADS = 0x0000_FFFF_0000_FFFFL;

    private CanonicalUuid() {}

    /**
     * Reads an id into the two words of {@code narrow}, the first and the last 64 bits; false, and they mean nothing, if it is
     * none of these.
     */
    static boolean read(String text, NarrowText narrow) {
        if (text.length() != LENGTH || !narrow.take(text) || !hasDashes(narrow)) {
            return false;
        }
        long a = digits(narrow.word(0));
        long b = digits(narrow.half(9) | (narrow.half(14) << Integer.SIZE));
        long c = digits(narrow.half(19) | (narrow.half(24) << Integer.SIZE));
        long d = digits(narrow.word(28));
        narrow.first = (a << Integer.SIZE) | b;
        narrow.second = (c << Integer.SIZE) | d;
        return (a | b | c | d) >= 0;
    }

    private static boolean hasDashes(NarrowText text) {
        return ((text.charAt(8) ^ '-') | (text.charAt(13) ^ '-') | (text.charAt(18) ^ '-') | (text.charAt(23) ^ '-'))
                == 0;
    }

    /**
     * The value of eight digits, the first one in the lowest byte; negative if one of them is none, which shows when they are
     * made of the values again.
     */
    private static long digits(long characters) {
        long values = (characters & LOWER_NIBBLES) + LETTER_VALUE * ((characters >>> LETTER_BIT) & EACH);
        long letters = ((values + ABOVE_NINE) >>> 4) & EACH;
        long again = values + '0' * EACH + LETTER_GAP * letters;
        long wrong = (again ^ characters) | (values & UPPER_NIBBLES);
        long pairs = ((values << 4) | (values >>> Byte.SIZE)) & PAIRS;
        long quads = (pairs | (pairs >>> Byte.SIZE)) & QUADS;
        int all = Integer.reverseBytes((int) (quads | (quads >>> Short.SIZE)));
        return wrong == 0 ? all & 0xFFFF_FFFFL : -1;
    }

    /** The text of the numbers. */
    static String text(long high, long low) {
        return new UUID(high, low).toString();
    }
}
