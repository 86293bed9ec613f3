package io.doorward.index;

import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.KeyedHash;
import io.doorward.index.persistent.KeyedPermutation;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all indexes share that were derived from one: the secret of their hashes, and the counters that tell edits and
 * generations apart. Numbers and generations mean nothing in another family. Thread-safe.
 */
final class Family {

    /** How long generations are: a thousand new things a second take 34 years to use them up. */
    static final int GENERATION_BITS = 40;

    final KeyedHash hash = new KeyedHash(new SecureRandom());

    /** By which grants on devices are found. */
    final KeyedPermutation order = new KeyedPermutation(new SecureRandom());

    private final AtomicLong edits = new AtomicLong();
    private final AtomicLong generations = new AtomicLong();
    private final ThreadLocal<TokenDigest> digests = ThreadLocal.withInitial(TokenDigest::new);

    /** Two versions derived from the same index at the same time get two edits. */
    Edit newEdit() {
        return new Edit(edits.incrementAndGet());
    }

    long newGeneration() {
        long generation = generations.incrementAndGet();
        if (generation >>> GENERATION_BITS != 0) {
            throw new IllegalStateException(
                    "An index and those derived from it have held a trillion things; compile the policy anew.");
        }
        return generation;
    }

    /** The calling thread's. No allocation once the thread has asked before. */
    TokenDigest digest() {
        return digests.get();
    }
}
