package io.doorward.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.security.SecureRandom;

/**
 * Remembers which token a clear text turned out to be, so that SHA-256 is computed once for a token that is used often, and
 * not at each use. It is a hint: what it names is checked in the index at hand at every use, and it never says no.
 *
 * <p>How it works. Sets of four slots, each of two words; a keyed hash of 128 bits of the text names two sets, in one of which
 * the token is, and hides it in the slot:
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

    /** 2 MB, for a hundred thousand tokens; of more than that, those used lately are remembered. */
    private static final int MOST_SETS = 1 << 15;

    /** With two sets to choose from, 99 of 100 tokens find a slot while no more than 3 in 5 are taken. */
    private static final long FULLEST_NUMERATOR = 3;

    private static final long FULLEST_DENOMINATOR = 5;

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
        int sets = setMask + 1;
        while (sets < MOST_SETS && FULLEST_NUMERATOR * sets * SET_SLOTS < FULLEST_DENOMINATOR * tokens) {
            sets *= 2;
        }
        return sets == setMask + 1 ? this : new TokenMemo(secret, sets);
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
        int first = ((int) a & setMask) * SET_WORDS;
        int second = ((int) (b >>> Integer.SIZE) & setMask) * SET_WORDS;
        if (known != Numbers.NOTHING) {
            put(first, second, a, known ^ a, tokens.generation(known) ^ b);
            return known;
        }
        int found = find(first, a, b, tokens);
        return found == Numbers.NOTHING ? find(second, a, b, tokens) : found;
    }

    /**
     * Looks at the four slots of a set at once, without a branch for each: which slot it is cannot be foretold, and a
     * processor that guesses wrong, while it waits for the slots, has to begin anew with all that it has done meanwhile.
     */
    private int find(int set, long a, long b, TokenTable tokens) {
        long n0 = (long) WORD.getOpaque(words, set) ^ a;
        long n1 = (long) WORD.getOpaque(words, set + 2) ^ a;
        long n2 = (long) WORD.getOpaque(words, set + 4) ^ a;
        long n3 = (long) WORD.getOpaque(words, set + 6) ^ a;
        long is0 = isNumber(n0);
        long is1 = isNumber(n1);
        long is2 = isNumber(n2);
        long is3 = isNumber(n3);
        int number = (int) ((n0 & is0) | (n1 & is1) | (n2 & is2) | (n3 & is3));
        long generation = ((long) WORD.getOpaque(words, set + 1) & is0)
                | ((long) WORD.getOpaque(words, set + 3) & is1)
                | ((long) WORD.getOpaque(words, set + 5) & is2)
                | ((long) WORD.getOpaque(words, set + 7) & is3);
        boolean isFound = (is0 | is1 | is2 | is3) != 0
                && Integer.compareUnsigned(number, tokens.bound) < 0
                && tokens.generation(number) == (generation ^ b);
        return isFound ? number : Numbers.NOTHING;
    }

    /** All ones if the word may be the number of a token, all zeros if not. */
    private static long isNumber(long word) {
        return ((word >>> Integer.SIZE) - 1) >> (Long.SIZE - 1);
    }

    /**
     * Writes to the slot in which this text was before, as another token, or to a free one, or to the first one of the first
     * set, where the others move on and the last one is forgotten.
     */
    private void put(int first, int second, long a, long number, long generation) {
        int slot = slotOf(first, a);
        if (slot == Numbers.NOTHING) {
            slot = slotOf(second, a);
        }
        if (slot == Numbers.NOTHING) {
            slot = slotOf(first, 0);
        }
        if (slot == Numbers.NOTHING) {
            slot = slotOf(second, 0);
        }
        if (slot == Numbers.NOTHING) {
            slot = first;
            for (int word = first + SET_WORDS - 1; word >= first + SLOT_WORDS; word--) {
                WORD.setOpaque(words, word, (long) WORD.getOpaque(words, word - SLOT_WORDS));
            }
        }
        WORD.setOpaque(words, slot, number);
        WORD.setOpaque(words, slot + 1, generation);
    }

    /** The slot of the text with this first half of its hash; of 0 one that is free. */
    private int slotOf(int set, long a) {
        for (int slot = set; slot < set + SET_WORDS; slot += SLOT_WORDS) {
            if (isNumber((long) WORD.getOpaque(words, slot) ^ a) != 0) {
                return slot;
            }
        }
        return Numbers.NOTHING;
    }

    private static long fold(long x, long y) {
        return (x * y) ^ Math.multiplyHigh(x, y);
    }
}
