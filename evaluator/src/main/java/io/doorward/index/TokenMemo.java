package io.doorward.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.security.SecureRandom;

/**
 * Remembers which token a clear text turned out to be, so that SHA-256 is computed once for a token that is used often, and
 * not at each use. It is a hint: what it names is checked in the index at hand at every use, and it never says no.
 *
 * <p>How it works. Sets of four slots, each of two words; a keyed hash of 128 bits of the text names the set, and hides the
 * token in the slot:
 *
 * <pre>
 *   number of the token XOR first half of the hash | generation of the token XOR second half of the hash
 * </pre>
 *
 * Whoever asks with a text takes its hash off again. With the right text that gives the number and the generation that were
 * put there; with any other one, two random words. An answer counts only if the token with that number has that generation
 * in the index at hand: a generation is given once in a family, so it is the token whose SHA-256 was computed and compared
 * when the slot was written, and whether it is revoked, expired or moved is read from its row as always. A text that is no
 * token passes with the probability of guessing 128 bits, times the number of tokens.
 *
 * <p>Attack. What is not known is never put in, so nobody can push others out by guessing, and it grows with the number of
 * tokens of the policy, up to a limit, never with what is asked. It holds no clear text, and no digest: without the secret,
 * which never leaves the process, a slot says nothing. The hash has two lanes with secrets of their own; in each, words are
 * folded into the state by multiplying it by a secret odd number and XORing the halves of the product. Two texts agree in
 * both by chance alone, as {@link io.doorward.index.persistent.KeyedHash} explains for one; and an outsider sees neither,
 * but at most the time that a look-up takes, which tells one who holds a token whether it was used lately.
 *
 * <p>Threads. No locks. A slot may be read while another thread writes it, one word from each of two tokens: then one of the
 * words gives nothing with this text, and the token is looked up the long way. Words themselves are read and written whole.
 */
final class TokenMemo {

    /** Longer ones are hashed at each use. */
    private static final int MOST_CHARACTERS = 128;

    private static final int CHARACTERS_A_WORD = Long.BYTES / Character.BYTES;
    private static final int SLOT_WORDS = 2;
    private static final int SET_SLOTS = 4;
    private static final int SET_WORDS = SET_SLOTS * SLOT_WORDS;

    private static final int FEWEST_SETS = 4;

    /** 16 MB, for a million tokens; of more than that, those used lately are remembered. */
    private static final int MOST_SETS = 1 << 18;

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private final Secret secret;
    private final long[] words;
    private final int setMask;

    /** What the hash depends on; the same for all sizes of the memo. */
    private record Secret(long startA, long startB, long factorA, long factorB, long lastA, long lastB) {

        static Secret draw() {
            SecureRandom random = new SecureRandom();
            return new Secret(
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong() | 1,
                    random.nextLong() | 1,
                    random.nextLong() | 1,
                    random.nextLong() | 1);
        }
    }

    private TokenMemo(Secret secret, int sets) {
        this.secret = secret;
        words = new long[sets * SET_WORDS];
        setMask = sets - 1;
    }

    /** One that remembers nothing yet. */
    static TokenMemo empty() {
        return new TokenMemo(Secret.draw(), FEWEST_SETS);
    }

    /** This one if it has room for so many tokens, or a larger one, which remembers nothing yet. */
    TokenMemo fitting(int tokens) {
        int sets = Math.min(MOST_SETS, Integer.highestOneBit(Math.max(1, tokens - 1)) * 2 / SET_SLOTS);
        return sets <= setMask + 1 ? this : new TokenMemo(secret, sets);
    }

    /** The number of the token with this text if it is remembered, and is in the table; else {@link Numbers#NOTHING}. */
    int find(String text, TokenTable tokens) {
        return visit(text, tokens, Numbers.NOTHING);
    }

    /** Remembers that the text is that of a token of the table, as its SHA-256 has shown. */
    void put(String text, TokenTable tokens, int number) {
        visit(text, tokens, number);
    }

    /** Hashes the text, and then looks for it, or remembers its number if that is known. */
    private int visit(String text, TokenTable tokens, int known) {
        int length = text.length();
        if (length > MOST_CHARACTERS) {
            return Numbers.NOTHING;
        }
        Secret s = secret;
        long a = s.startA ^ length;
        long b = s.startB ^ length;
        int i = 0;
        for (; i + CHARACTERS_A_WORD <= length; i += CHARACTERS_A_WORD) {
            long word = text.charAt(i)
                    | ((long) text.charAt(i + 1) << 16)
                    | ((long) text.charAt(i + 2) << 32)
                    | ((long) text.charAt(i + 3) << 48);
            a = fold(a ^ word, s.factorA);
            b = fold(b ^ word, s.factorB);
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = (rest << Character.SIZE) | text.charAt(i);
        }
        a = fold(a ^ rest, s.lastA);
        b = fold(b ^ rest, s.lastB);
        int set = ((int) (a ^ b) & setMask) * SET_WORDS;
        return known == Numbers.NOTHING ? find(set, a, b, tokens) : put(set, a, b, tokens, known);
    }

    private int find(int set, long a, long b, TokenTable tokens) {
        for (int slot = set; slot < set + SET_WORDS; slot += SLOT_WORDS) {
            long number = (long) WORD.getOpaque(words, slot) ^ a;
            if (number >= 0
                    && number < tokens.bound
                    && tokens.generation((int) number) == ((long) WORD.getOpaque(words, slot + 1) ^ b)) {
                return (int) number;
            }
        }
        return Numbers.NOTHING;
    }

    /** Writes the first slot of a set; what is there moves on, and that of the last one is forgotten. */
    private int put(int set, long a, long b, TokenTable tokens, int number) {
        for (int word = set + SET_WORDS - 1; word >= set + SLOT_WORDS; word--) {
            WORD.setOpaque(words, word, (long) WORD.getOpaque(words, word - SLOT_WORDS));
        }
        WORD.setOpaque(words, set, number ^ a);
        WORD.setOpaque(words, set + 1, tokens.generation(number) ^ b);
        return number;
    }

    private static long fold(long x, long y) {
        return (x * y) ^ Math.multiplyHigh(x, y);
    }
}
