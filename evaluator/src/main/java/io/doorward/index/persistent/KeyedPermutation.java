package io.doorward.index.persistent;

import java.security.SecureRandom;

/**
 * A secret order of the numbers of {@value #BITS} bits: each number gets a key of its own, which is as long. So a key stands
 * for its number, and which numbers have keys that are close together cannot be chosen by whoever does not know the secret.
 *
 * <p>How it works. Multiplying by an odd number, adding, and folding the upper half of the bits into the lower one can all be
 * taken back; multiplying twice with the fold between lets each bit of a key depend on every bit of the number but for the
 * last few. Without the sum, 0 would be its own key whatever the secret, and small numbers would crowd beside it.
 *
 * <p>Immutable and thread-safe; makes no objects.
 */
public final class KeyedPermutation {

    /** How long numbers and keys are. */
    public static final int BITS = 24;

    private static final int MASK = (1 << BITS) - 1;

    private final int factor;
    private final int addend;
    private final int lastFactor;
    private final int inverse;
    private final int lastInverse;

    /** A permutation with a secret of its own. */
    public KeyedPermutation(SecureRandom random) {
        factor = random.nextInt() | 1;
        addend = random.nextInt();
        lastFactor = random.nextInt() | 1;
        inverse = inverse(factor);
        lastInverse = inverse(lastFactor);
    }

    /** What the factor has to be multiplied by to give 1; each step of Newton's doubles the bits that are right. */
    private static int inverse(int odd) {
        int guess = odd;
        for (int rightBits = 3; rightBits < BITS; rightBits *= 2) {
            guess *= 2 - odd * guess;
        }
        return guess;
    }

    /** The key of a number of at most {@value #BITS} bits. */
    public int key(int number) {
        return (folded((number * factor + addend) & MASK) * lastFactor) & MASK;
    }

    /** The number with this key. */
    public int number(int key) {
        return ((folded((key * lastInverse) & MASK) - addend) * inverse) & MASK;
    }

    /** Its own inverse. */
    private static int folded(int x) {
        return x ^ (x >>> (BITS / 2));
    }
}
