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
        if (text.length() != LENGTH || !narrow.take(text)) {
            return false;
        }
        long a = narrow.word(0);
        long b = narrow.half(9) | (narrow.half(14) << Integer.SIZE);
        long c = narrow.half(19) | (narrow.half(24) << Integer.SIZE);
        long d = narrow.word(28);
        long valuesOfA = values(a);
        long valuesOfB = values(b);
        long valuesOfC = values(c);
        long valuesOfD = values(d);
        narrow.first = (number(valuesOfA) << Integer.SIZE) | number(valuesOfB);
        narrow.second = (number(valuesOfC) << Integer.SIZE) | number(valuesOfD);
        long wrong = (wrong(a, valuesOfA) | wrong(b, valuesOfB)) | (wrong(c, valuesOfC) | wrong(d, valuesOfD));
        return (wrong | wrongDashes(narrow.word(8), narrow.word(16))) == 0;
    }

    /** Nothing if there are dashes where they belong, among the characters from the eighth and from the sixteenth on. */
    private static long wrongDashes(long eighth, long sixteenth) {
        return ((eighth ^ ('-' * EACH)) & 0x0000_FF00_0000_00FFL)
                | ((sixteenth ^ ('-' * EACH)) & 0xFF00_0000_00FF_0000L);
    }

    /** The values of eight digits, each where its character is; of other characters, anything. */
    private static long values(long characters) {
        return (characters & LOWER_NIBBLES) + LETTER_VALUE * ((characters >>> LETTER_BIT) & EACH);
    }

    /** Nothing if all characters are digits, which shows when they are made of their values again. */
    private static long wrong(long characters, long values) {
        long letters = ((values + ABOVE_NINE) >>> 4) & EACH;
        long again = values + '0' * EACH + LETTER_GAP * letters;
        return (again ^ characters) | (values & UPPER_NIBBLES);
    }

    /** The number of eight digits, the first one in the lowest byte. */
    private static long number(long values) {
        long pairs = ((values << 4) | (values >>> Byte.SIZE)) & PAIRS;
        long quads = (pairs | (pairs >>> Byte.SIZE)) & QUADS;
        return Integer.toUnsignedLong(Integer.reverseBytes((int) (quads | (quads >>> Short.SIZE))));
    }

    /** The text of the numbers. */
    static String text(long high, long low) {
        return new UUID(high, low).toString();
    }
}
