package io.doorward.benchmarks.workload;

import java.util.SplittableRandom;
import java.util.UUID;

/** Draws tokens and ids. */
final class Texts {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String TOKEN_PREFIX = "dwt_";
    private static final int TOKEN_LENGTH = 40;
    private static final int OVER_LONG = 4000;
    private static final long UUID_VERSION_BITS = 0xF000L;
    private static final long UUID_VERSION_4 = 0x4000L;
    private static final long UUID_VARIANT = 0x8000_0000_0000_0000L;

    /** From the digits and letters of a UUID to Cyrillic ones with the same low byte. */
    private static final int TO_CYRILLIC = 0x400;

    private Texts() {}

    /** A text that looks like a token of ours; its checksum is none, which no evaluator asks about. */
    static String token(SplittableRandom random) {
        return TOKEN_PREFIX + random(TOKEN_LENGTH - TOKEN_PREFIX.length(), random);
    }

    /** Digits and letters. */
    static String random(int length, SplittableRandom random) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    static String uuid(SplittableRandom random) {
        long high = (random.nextLong() & ~UUID_VERSION_BITS) | UUID_VERSION_4;
        long low = (random.nextLong() >>> 2) | UUID_VARIANT;
        return new UUID(high, low).toString();
    }

    /** The id with its first character, which is a digit or a letter of a UUID, made a Cyrillic letter. */
    static String cyrillic(String id) {
        return (char) (id.charAt(0) + TO_CYRILLIC) + id.substring(1);
    }

    /** A text that is much longer than any id or token may be. */
    static String overLong(String text) {
        return text.repeat(1 + OVER_LONG / text.length());
    }

    static boolean isLatin1(String id) {
        return id.chars().allMatch(c -> c <= 0xFF);
    }

    /** A copy that has never been hashed and shares nothing with the text, as it comes out of a request. */
    static String fresh(String text) {
        return String.valueOf(text.toCharArray());
    }
}
