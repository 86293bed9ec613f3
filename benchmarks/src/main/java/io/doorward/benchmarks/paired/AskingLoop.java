package io.doorward.benchmarks.paired;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/**
 * The loops. Each contender gets a copy of this class of its own ({@link #of}): the compiler would else share what it has
 * learned of the call among all of them, and call through a table instead of inlining.
 */
final class AskingLoop implements Asking {

    private final Asked asked;
    private final int mask;

    AskingLoop(Asked asked, int pool) {
        this.asked = asked;
        this.mask = pool - 1;
    }

    /**
     * A copy of the loops for one contender.
     *
     * @param pool the number of questions, a power of two
     */
    static Asking of(Asked asked, int pool) {
        if (Integer.bitCount(pool) != 1) {
            throw new IllegalArgumentException("The pool must be a power of two, not " + pool + ".");
        }
        try (InputStream code = AskingLoop.class.getResourceAsStream("AskingLoop.class")) {
            if (code == null) {
                throw new IllegalStateException("AskingLoop.class is not on the class path.");
            }
            Lookup copy = MethodHandles.lookup().defineHiddenClass(code.readAllBytes(), true);
            return (Asking) copy.lookupClass()
                    .getDeclaredConstructor(Asked.class, int.class)
                    .newInstance(asked, pool);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("The loops could not be copied.", e);
        }
    }

    @Override
    public int overlapping(int from, int count) {
        int allowed = 0;
        for (int i = from; i < from + count; i++) {
            if (asked.allows(i & mask)) {
                allowed++;
            }
        }
        return allowed;
    }

    @Override
    public int dependent(int from, int count) {
        int i = from;
        for (int asks = 0; asks < count; asks++) {
            int answer = asked.allows(i & mask) ? 1 : 0;
            i += 1 + answer;
        }
        return i;
    }
}
