package io.doorward.index;

import java.util.UUID;

/**
 * Reads ids that are UUIDs as they are mostly written, {@code 8-4-4-4-12} lower-case hexadecimal digits, as two words. Each
 * such text is one pair of words and the other way round, so that comparing the words is comparing the texts; any other
 * text, of the same UUID in capitals for example, is none of these.
 *
 * <p>Eight digits are read at once, each in a byte of a number; two such numbers make a word, the first eight digits in the
 * upper halves of its bytes. So nothing has to be moved together where an id is read, which each check does; what sorts and
 * writes ids makes numbers of the words ({@link UuidOrder}). Makes no objects when it reads.
 */
final class CanonicalUuid {

    static final int DIGIT_BITS = 4;

    private static final int LENGTH = 36;

    /** The same bits in each byte. */
    private static final long EACH = 0x0101_0101_0101_0101L;

    private static final long LOWER_NIBBLES = 0x0F * EACH;
    private static final long UPPER_NIBBLES = ~LOWER_NIBBLES;

    /** The bit that the letters have and the digits up to 9 have not, moved to where a sum of four bits overflows. */
    private static final int LETTER_BIT_ABOVE = 2;

    private static final long OVERFLOWS = 0x10 * EACH;

    /** What makes a sum of four bits overflow, of values above 9. */
    private static final long ABOVE_NINE = 6 * EACH;

    /** How far the letters are behind where they would be if they followed on 9. */
    private static final int LETTER_GAP = 'a' - '9' - 1;

    private static final long PAIRS = 0x00FF_00FF_00FF_00FFL;
    private static final long QUADS = 0x0000_FFFF_0000_FFFFL;

    private CanonicalUuid() {}

    /** Reads an id into the two words of {@code narrow}; false, and they mean nothing, if it is none of these. */
    static boolean read(String text, NarrowText narrow) {
        if (text.length() != LENGTH || !narrow.take(text)) {
            return false;
        }
        long a = narrow.word(0);
        long b = narrow.half(9) | (narrow.half(14) << Integer.SIZE);
        long c = narrow.half(19) | (narrow.half(24) << Integer.SIZE);
        long d = narrow.half(28) | (narrow.half(32) << Integer.SIZE);
        long lettersOfA = letters(a);
        long lettersOfB = letters(b);
        long lettersOfC = letters(c);
        long lettersOfD = letters(d);
        long valuesOfA = values(a, lettersOfA);
        long valuesOfB = values(b, lettersOfB);
        long valuesOfC = values(c, lettersOfC);
        long valuesOfD = values(d, lettersOfD);
        narrow.first = (valuesOfA << DIGIT_BITS) ^ valuesOfB;
        narrow.second = (valuesOfC << DIGIT_BITS) ^ valuesOfD;
        long wrong = (wrong(valuesOfA, lettersOfA) | wrong(valuesOfB, lettersOfB))
                | (wrong(valuesOfC, lettersOfC) | wrong(valuesOfD, lettersOfD));
        return ((wrong & UPPER_NIBBLES) | wrongDashes(narrow.word(8), narrow.word(16))) == 0;
    }

    /** Nothing if there are dashes where they belong, among the characters from the eighth and from the sixteenth on. */
    private static long wrongDashes(long eighth, long sixteenth) {
        return ((eighth ^ ('-' * EACH)) & 0x0000_FF00_0000_00FFL)
                | ((sixteenth ^ ('-' * EACH)) & 0xFF00_0000_00FF_0000L);
    }

    /** Which of eight characters are letters, if all are digits. */
    private static long letters(long characters) {
        return (characters >>> LETTER_BIT_ABOVE) & OVERFLOWS;
    }

    /** The values of eight digits, each where its character is; of other characters, anything. */
    private static long values(long characters, long letters) {
        return characters - '0' * EACH - (letters >>> DIGIT_BITS) * LETTER_GAP;
    }

    /**
     * Nothing in the upper halves of the bytes if all characters were digits: then values are less than 16, and those of
     * letters, and no others, above 9. Of several wrong ones the lowest shows, since those below it neither borrow nor carry.
     */
    private static long wrong(long values, long letters) {
        return values | ((values + ABOVE_NINE) ^ letters);
    }

    /** The i-th of the sixteen digits of a word. */
    static int digit(long word, int i) {
        int inByte = i < Long.BYTES ? DIGIT_BITS : 0;
        return (int) (word >>> (Byte.SIZE * (i % Long.BYTES) + inByte)) & ((1 << DIGIT_BITS) - 1);
    }

    /** The sixteen digits of a word as a number, the first one first. */
    static long number(long word) {
        return (packed(word >>> DIGIT_BITS) << Integer.SIZE) | packed(word);
    }

    /** The number of the digits in the lower halves of the bytes, the first one in the lowest byte. */
    private static long packed(long word) {
        long values = word & LOWER_NIBBLES;
        long pairs = ((values << DIGIT_BITS) | (values >>> Byte.SIZE)) & PAIRS;
        long quads = (pairs | (pairs >>> Byte.SIZE)) & QUADS;
        return Integer.toUnsignedLong(Integer.reverseBytes((int) (quads | (quads >>> Short.SIZE))));
    }

    /** The text of two words. */
    static String text(long high, long low) {
        return new UUID(number(high), number(low)).toString();
    }
}
