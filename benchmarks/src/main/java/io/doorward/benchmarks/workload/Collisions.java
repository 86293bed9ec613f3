package io.doorward.benchmarks.workload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Finds texts of one hash: at each place there is a choice of two chunks that lead to the same state, so that n places make
 * two to the power of n texts. Two such chunks are found by drawing until two of the drawn ones meet, which for 32 bits
 * takes some 80,000.
 */
final class Collisions {

    /** The length of a chunk. */
    static final int CHUNK = 8;

    private final CommonHash hash;
    private final SplittableRandom random;

    Collisions(CommonHash hash, long seed) {
        this.hash = hash;
        random = new SplittableRandom(seed);
    }

    /** The texts of so many chunks, in random order. */
    List<String> texts(int chunks) {
        List<String> texts = List.of("");
        int state = hash.start();
        for (int i = 0; i < chunks; i++) {
            List<String> pair = pair(state);
            List<String> longer = new ArrayList<>();
            for (String text : texts) {
                pair.forEach(chunk -> longer.add(text + chunk));
            }
            texts = longer;
            state = hash.next(state, pair.get(0));
        }
        Collections.shuffle(texts, new Random(random.nextLong()));
        return texts;
    }

    private List<String> pair(int state) {
        Map<Integer, String> drawn = new HashMap<>();
        while (true) {
            String chunk = Texts.random(CHUNK, random);
            String other = drawn.put(hash.next(state, chunk), chunk);
            if (other != null && !other.equals(chunk)) {
                return List.of(other, chunk);
            }
        }
    }
}
