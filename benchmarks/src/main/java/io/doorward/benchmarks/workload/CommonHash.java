package io.doorward.benchmarks.workload;

/** A hash function that takes a text chunk by chunk, so that texts that collide can be put together from chunks that do. */
public enum CommonHash {
    /** That of {@link String#hashCode()}. */
    STRING {
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
    FNV {
        @Override
        int next(int state, String chunk) {
            int hash = state;
            for (int i = 0; i < chunk.length(); i++) {
                hash = (hash ^ chunk.charAt(i)) * 0x01000193;
            }
            return hash;
        }
    },

    /** Murmur 3 of 32 bits; chunks are of a multiple of four characters. */
    MURMUR {
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

    abstract int next(int state, String chunk);

    int start() {
        return this == FNV ? 0x811C9DC5 : 0;
    }

    /** The hash of a whole text, but for what a function does at its end, which keeps collisions. */
    int of(String text) {
        return next(start(), text);
    }
}
