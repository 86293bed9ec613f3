package io.doorward.index;

/**
 * The order of texts for ids that are kept as two words, see {@link CanonicalUuid}: the same as if they were written out,
 * without writing them.
 */
final class UuidOrder {

    private static final int LENGTH = 36;
    private static final int DIGITS_A_WORD = Long.SIZE / CanonicalUuid.DIGIT_BITS;
    private static final int RADIX = 1 << CanonicalUuid.DIGIT_BITS;

    private UuidOrder() {}

    static int compare(long highOfA, long lowOfA, long highOfB, long lowOfB) {
        return highOfA == highOfB ? compare(lowOfA, lowOfB) : compare(highOfA, highOfB);
    }

    private static int compare(long a, long b) {
        return Long.compareUnsigned(CanonicalUuid.number(a), CanonicalUuid.number(b));
    }

    /** Orders a UUID and any text. Whatever is no ASCII comes after the UUID, so that code units do for code points. */
    static int compare(long high, long low, String text) {
        int length = Math.min(LENGTH, text.length());
        int digit = 0;
        for (int i = 0; i < length; i++) {
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            char mine = isDash ? '-' : digit(high, low, digit++);
            char other = text.charAt(i);
            if (mine != other) {
                return Character.compare(mine, other);
            }
        }
        return Integer.compare(LENGTH, text.length());
    }

    private static char digit(long high, long low, int digit) {
        long word = digit < DIGITS_A_WORD ? high : low;
        return Character.forDigit(CanonicalUuid.digit(word, digit % DIGITS_A_WORD), RADIX);
    }
}
