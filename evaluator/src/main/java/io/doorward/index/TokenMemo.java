package io.doorward.index;

import io.doorward.index.persistent.Directory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.security.SecureRandom;

/**
 * Remembers which token a clear text turned out to be, so that SHA-256 is computed once for a token that is used often, and
 * not at each use. It is a hint: what it names is checked in the index at hand at every use, and it never says no. Texts that
 * are long or have characters of more than a byte ({@link NarrowText}) are not remembered.
 *
 * <p>How it works. Sets of four slots, each of two words; a keyed hash of 128 bits of the text names two sets, in one of which
 * the token is, and hides it in the slot:
 *
 * <pre>
 *   numbers of the principal and of the token XOR first half of the hash | generation of the token XOR second half
 * </pre>
 *
 * Whoever asks with a text takes its hash off again. With the right text that gives the numbers and the generation that were
 * put there; with any other one, two random words, of which 34 bits at their beginnings would have to be zeros
 * to be looked at. An answer counts only if the token with that number has that generation and that principal
 * in the index at hand: a generation is given once in a family, so it is the token whose SHA-256 was computed and compared
 * when the slot was written, and whether it is revoked or expired is read from its row as always. The principal's number
 * stands here so that a check need not wait for the token's row to go on. A text that is no
 * token passes with the probability of guessing 128 bits, times the number of tokens.
 *
 * <p>Attack. What is not known is never put in, so nobody can push others out by guessing, and it grows with the number of
 * tokens of the policy, up to a limit, never with what is asked. It holds no clear text, and no digest: without the secret,
 * which never leaves the process, a slot says nothing. The hash has two lanes, each the sum, over pairs of words, of the
 * product of both, each XORed with a secret word, of which the halves are XORed; the secrets of one lane are those of the other
 * one further on (NH with Toeplitz keys: Black, Halevi, Krawczyk, Krovetz, Rogaway, "UMAC", 1999). Pairs do not wait for each
 * other. Two texts agree in a lane by chance alone for whoever does not know the secrets, and an outsider sees neither lane,
 * but at most the time that a look-up takes, which tells one who holds a token whether it was used lately.
 *
 * <p>Threads. No locks. A slot may be read while another thread writes it, or be left with a word from each of two threads
 * that wrote it. If the words are of two texts, one of them gives nothing with this text. If they are of one text, whose token
 * has gone from one principal to another, they give a generation and numbers of two versions, which are those of no token: so
 * all of them are compared with the token's row. One text may come to stand in two slots; where that is so in one set it is
 * not remembered. In all these cases the token is looked up the long way, and written anew. Words themselves are read and
 * written whole.
 */
final class TokenMemo {

    /** So many characters are hashed in a step. */
    private static final int PAIR = 2 * Long.BYTES;

    /** The last so many, which are all of most tokens, are hashed without a loop. */
    private static final int USUAL_LENGTH = 3 * PAIR;

    /** Four words for the length, behind two for each step and two more for the last one. */
    private static final int LENGTH_SECRET = 2 * (NarrowText.LONGEST / PAIR) + 2;

    private static final int SPREAD_SECRET = LENGTH_SECRET + 4;
    private static final int SECRET_WORDS = SPREAD_SECRET + 1;

    private static final int NUMBER_BITS = Directory.NUMBER_BITS;

    private static final int NUMBER_MASK = Directory.MOST - 1;
    private static final int GENERATION_BITS = Family.GENERATION_BITS;

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

    /** What the hash depends on; the same for all sizes of the memo. */
    private final long[] secret;

    private final long[] words;
    private final int setMask;

    private TokenMemo(long[] secret, int sets) {
        this.secret = secret;
        words = new long[sets * SET_WORDS];
        setMask = sets - 1;
    }

    /** One that remembers nothing yet. */
    static TokenMemo empty() {
        SecureRandom random = new SecureRandom();
        return new TokenMemo(random.longs(SECRET_WORDS).toArray(), FEWEST_SETS);
    }

    /** This one if it has room for so many tokens, or a larger one, which remembers nothing yet. */
    TokenMemo fitting(int tokens) {
        int sets = setMask + 1;
        while (sets < MOST_SETS && FULLEST_NUMERATOR * sets * SET_SLOTS < FULLEST_DENOMINATOR * tokens) {
            sets *= 2;
        }
        return sets == setMask + 1 ? this : new TokenMemo(secret, sets);
    }

    /** Hashes a text for the methods that follow, which find the hash with it. */
    void hash(NarrowText text) {
        long[] s = secret;
        int length = text.length();
        long a = fold(length ^ s[LENGTH_SECRET], s[LENGTH_SECRET + 1]);
        long b = fold(length ^ s[LENGTH_SECRET + 2], s[LENGTH_SECRET + 3]);
        int at = 0;
        for (; length - at > USUAL_LENGTH; at += PAIR) {
            a += foldPair(text, at, s, 0);
            b += foldPair(text, at, s, 2);
        }
        if (length - at > 2 * PAIR) {
            a += foldPair(text, at + 2 * PAIR, s, 0);
            b += foldPair(text, at + 2 * PAIR, s, 2);
        }
        if (length - at > PAIR) {
            a += foldPair(text, at + PAIR, s, 0);
            b += foldPair(text, at + PAIR, s, 2);
        }
        if (length > 0) {
            a += foldPair(text, at, s, 0);
            b += foldPair(text, at, s, 2);
        }
        text.first = a;
        text.second = b;
    }

    private static long foldPair(NarrowText text, int at, long[] s, int lane) {
        int key = at / Long.BYTES + lane;
        return fold(text.word(at) ^ s[key], text.word(at + Long.BYTES) ^ s[key + 1]);
    }

    /** Begins to look for a text that is hashed: which token it most likely is, and whose that is. */
    void begin(NarrowText text) {
        read(firstSet(text), text);
    }

    /**
     * The number of the token with this text if it is remembered, and is in the table; else {@link Numbers#NOTHING}. Then
     * {@code text} has the number of the principal.
     */
    int find(NarrowText text, TokenTable tokens) {
        if (isRight(text, tokens)) {
            return text.number;
        }
        read(secondSet(text), text);
        return isRight(text, tokens) ? text.number : Numbers.NOTHING;
    }

    private static boolean isRight(NarrowText text, TokenTable tokens) {
        int number = text.number;
        if (number >= tokens.bound) {
            return false;
        }
        long otherGeneration = tokens.generation(number) ^ text.state;
        int otherPrincipal = Holder.principal(tokens.holder(number)) ^ text.principal;
        return (otherGeneration | otherPrincipal) == 0;
    }

    /** Remembers that the text is that of a token of the table, as its SHA-256 has shown. */
    void put(NarrowText text, TokenTable tokens, int number) {
        long numbers = ((long) Holder.principal(tokens.holder(number)) << NUMBER_BITS) | number;
        put(firstSet(text), secondSet(text), numbers, tokens.generation(number), text.first, text.second);
    }

    private int firstSet(NarrowText text) {
        return set(text.first);
    }

    private int secondSet(NarrowText text) {
        return set(text.second);
    }

    /** Sums of products alone would lay texts that follow on each other at equal distances, which may mean in heaps. */
    private int set(long hash) {
        long spread = (hash ^ (hash >>> Integer.SIZE)) * (secret[SPREAD_SECRET] | 1);
        return ((int) (spread >>> Integer.SIZE) & setMask) * SET_WORDS;
    }

    /**
     * Looks at the four slots of a set at once, without a branch for each: which slot it is cannot be foretold, and a
     * processor that guesses wrong, while it waits for the slots, has to begin anew with all that it has done meanwhile. Where
     * none or more than one may be the text's, the generation becomes one that is never given.
     */
    private void read(int set, NarrowText text) {
        long a = text.first;
        long b = text.second;
        long[] slots = words; // read once, for each opaque read makes the compiler forget fields
        long n0 = word(slots, set) ^ a;
        long g0 = word(slots, set + 1) ^ b;
        long n1 = word(slots, set + 2) ^ a;
        long g1 = word(slots, set + 3) ^ b;
        long n2 = word(slots, set + 4) ^ a;
        long g2 = word(slots, set + 5) ^ b;
        long n3 = word(slots, set + 6) ^ a;
        long g3 = word(slots, set + 7) ^ b;
        long is0 = isPlausible(n0, g0);
        long is1 = isPlausible(n1, g1);
        long is2 = isPlausible(n2, g2);
        long is3 = isPlausible(n3, g3);
        long numbers = (n0 & is0) | (n1 & is1) | (n2 & is2) | (n3 & is3);
        text.number = (int) numbers & NUMBER_MASK;
        text.principal = (int) (numbers >>> NUMBER_BITS);
        long isNotOne = is0 + is1 + is2 + is3 + 1;
        text.state = (g0 & is0) | (g1 & is1) | (g2 & is2) | (g3 & is3) | (isNotOne << GENERATION_BITS);
    }

    private long word(int at) {
        return word(words, at);
    }

    private static long word(long[] slots, int at) {
        return (long) WORD.getOpaque(slots, at);
    }

    /** All ones if the words may be those of a token, all zeros if not. */
    private static long isPlausible(long numbers, long generation) {
        return (((numbers >>> (2 * NUMBER_BITS)) | (generation >>> GENERATION_BITS)) - 1) >> (Long.SIZE - 1);
    }

    /**
     * Writes to a free slot, or to the first one of the first set, where the others move on and the last one is forgotten. What
     * was there of this text before is forgotten, wherever it is.
     */
    private void put(int first, int second, long numbers, long generation, long a, long b) {
        forget(first, a, b);
        forget(second, a, b);
        int slot = freeSlot(first);
        if (slot == Numbers.NOTHING) {
            slot = freeSlot(second);
        }
        if (slot == Numbers.NOTHING) {
            slot = first;
            for (int word = first + SET_WORDS - 1; word >= first + SLOT_WORDS; word--) {
                WORD.setOpaque(words, word, word(word - SLOT_WORDS));
            }
        }
        write(slot, numbers ^ a, generation ^ b);
    }

    /** Makes the slots of a set free that are those of the text with this hash. */
    private void forget(int set, long a, long b) {
        for (int slot = set; slot < set + SET_WORDS; slot += SLOT_WORDS) {
            if (isPlausible(word(slot) ^ a, word(slot + 1) ^ b) != 0) {
                write(slot, 0, 0);
            }
        }
    }

    private void write(int slot, long numbers, long generation) {
        WORD.setOpaque(words, slot, numbers);
        WORD.setOpaque(words, slot + 1, generation);
    }

    private int freeSlot(int set) {
        for (int slot = set; slot < set + SET_WORDS; slot += SLOT_WORDS) {
            if ((word(slot) | word(slot + 1)) == 0) {
                return slot;
            }
        }
        return Numbers.NOTHING;
    }

    private static long fold(long x, long y) {
        return (x * y) ^ Math.multiplyHigh(x, y);
    }
}
