package io.doorward.index.persistent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Hash functions without a secret, and texts that somebody has chosen to meet under them: at each place there is a choice of
 * two chunks that lead to the same state, so that n places make two to the power of n texts.
 */
enum Chosen {
    /** That of {@link String#hashCode()}. */
    STRING_HASH_CODE(0) {
        @Override
        int next(int state, String chunk) {
            int hash = state;
            for (int i = 0; i < chunk.length(); i++) {
                hash = 31 * hash + chunk.charAt(i);
            }
            return hash;
        }
    },

    /** FNV-1a of 32 bits. */
    FNV_1A(0x811C9DC5) {
        @Override
        int next(int state, String chunk) {
            int hash = state;
            for (int i = 0; i < chunk.length(); i++) {
                hash = (hash ^ chunk.charAt(i)) * 0x01000193;
            }
            return hash;
        }
    },

    /** Murmur 3 of 32 bits, before what it does at its end, which keeps collisions. */
    MURMUR_3(0) {
        @Override
        int next(int state, String chunk) {
            int hash = state;
            for (int i = 0; i < chunk.length(); i += Integer.BYTES) {
                int word = chunk.charAt(i)
                        | (chunk.charAt(i + 1) << 8)
                        | (chunk.charAt(i + 2) << 16)
                        | (chunk.charAt(i + 3) << 24);
                hash ^= Integer.rotateLeft(word * 0xCC9E2D51, 15) * 0x1B873593;
                hash = Integer.rotateLeft(hash, 13) * 5 + 0xE6546B64;
            }
            return hash;
        }
    };

    /** A multiple of the four characters that Murmur takes at once; so many that two of 100,000 chunks meet. */
    private static final int CHUNK = 8;

    private final int start;

    Chosen(int start) {
        this.start = start;
    }

    abstract int next(int state, String chunk);

    /** A power of two of different texts of one hash. */
    List<String> texts(int count) {
        SplittableRandom random = new SplittableRandom(count);
        List<String> texts = List.of("");
        int state = start;
        while (texts.size() < count) {
            List<String> pair = pair(state, random);
            List<String> longer = new ArrayList<>();
            for (String text : texts) {
                pair.forEach(chunk -> longer.add(text + chunk));
            }
            texts = longer;
            state = next(state, pair.get(0));
        }
        return texts;
    }

    private List<String> pair(int state, SplittableRandom random) {
        Map<Integer, String> drawn = new HashMap<>();
        while (true) {
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < CHUNK; i++) {
                letters.append((char) ('a' + random.nextInt(26)));
            }
            String chunk = letters.toString();
            String other = drawn.put(next(state, chunk), chunk);
            if (other != null && !other.equals(chunk)) {
                return List.of(other, chunk);
            }
        }
    }
}
