package io.doorward.benchmarks.check;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Makes strings fresh again. A string keeps its hash once it has been asked for it; one that a request has just brought has
 * none yet. Needs {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 *
 * <p>Why not make new strings: the benchmark counts the bytes that are allocated, and would count these.
 */
final class StringHashes {

    private static final VarHandle HASH = hash();

    private StringHashes() {}

    /** Lets some strings forget their hash. */
    static void forget(String[] strings, int from, int count) {
        for (int i = from; i < from + count; i++) {
            HASH.set(strings[i], 0);
        }
    }

    private static VarHandle hash() {
        try {
            return MethodHandles.privateLookupIn(String.class, MethodHandles.lookup())
                    .findVarHandle(String.class, "hash", int.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Strings cannot be made fresh on this JVM; run it with --add-opens=java.base/java.lang=ALL-UNNAMED",
                    e);
        }
    }
}
