package io.doorward.index.persistent;

import java.security.SecureRandom;

/**
 * Hashes texts and digests with a secret, so that nobody who does not know it can choose keys that meet in a table.
 *
 * <p>How it works. Four characters make a word; each word is XORed into the state, the state multiplied by a secret odd
 * number, and both halves of the 128-bit product are XORed. Two keys meet by chance alone, as long as the secret numbers
 * are unknown: which difference a multiplication makes of a difference depends on them, so that a later word cannot be
 * chosen to take it back. A zero of the state forgets what came before, and needs a word that equals the unknown state.
 *
 * <p>It decides nothing: tables compare the whole key of what they find. It never leaves the process, and an outsider sees
 * it at most in the time that a look-up takes.
 *
 * <p>Immutable and thread-safe; makes no objects.
 */
public final class KeyedHash {

    private static final int CHARS_A_WORD = Long.BYTES / Character.BYTES;

    private final long start;
    private final long factor;
    private final long lastFactor;

    /** A hash with a secret of its own. */
    public KeyedHash(SecureRandom random) {
        start = random.nextLong();
        factor = random.nextLong() | 1;
        lastFactor = random.nextLong() | 1;
    }

    /** The hash of a text. O(length). */
    public int of(String text) {
        int length = text.length();
        long state = start ^ length;
        int i = 0;
        for (; i + CHARS_A_WORD <= length; i += CHARS_A_WORD) {
            long word = text.charAt(i)
                    | ((long) text.charAt(i + 1) << 16)
                    | ((long) text.charAt(i + 2) << 32)
                    | ((long) text.charAt(i + 3) << 48);
            state = fold(state ^ word, factor);
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = (rest << Character.SIZE) | text.charAt(i);
        }
        return finish(state ^ rest);
    }

    /** The hash of two words. */
    public int of(long a, long b) {
        return spread(fold(start ^ a, lastFactor ^ b), factor);
    }

    /** The hash of a digest of four words. */
    public int of(long a, long b, long c, long d) {
        return finish(fold(fold(fold(start ^ a, factor) ^ b, factor) ^ c, factor) ^ d);
    }

    /** The hash of a number; its first bits are the best ones. */
    public int of(int number) {
        return spread((start ^ number) * factor, lastFactor);
    }

    private int finish(long state) {
        return spread(fold(state, lastFactor), factor);
    }

    /**
     * One product alone would lay keys that follow on each other at equal distances, which for one secret in a hundred means
     * in heaps.
     */
    private static int spread(long product, long factor) {
        return (int) (((product ^ (product >>> Integer.SIZE)) * factor) >>> Integer.SIZE);
    }

    private static long fold(long x, long y) {
        return (x * y) ^ Math.multiplyHigh(x, y);
    }
}
