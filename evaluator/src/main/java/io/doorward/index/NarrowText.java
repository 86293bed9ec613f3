package io.doorward.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A short text of characters of one byte each, laid out so that eight of them are read at once: what almost all tokens and
 * ids are. Reading a {@code String} character by character costs several times as much.
 *
 * <p>It holds the text that it was given last, and what tables made of it to look for it: so the look-ups of one request can
 * go on side by side, and wait for memory at the same time. Not thread-safe; makes no objects.
 */
final class NarrowText {

    /** In characters. */
    static final int LONGEST = 128;

    /** Most texts are no longer: what is done with so many characters takes no loop. */
    private static final int USUAL_LENGTH = 5 * Long.BYTES;

    private static final int WIDEST_CHARACTER = 0xFF;

    /**
     * Whether a loop over {@code String.charAt} is compiled well. From JDK 18 on a call that is seldom made, as that for a text
     * with wide characters, is not inlined any more, and a loop with a call in it takes three times as long.
     */
    private static final boolean IS_LOOP_QUICK = Runtime.version().feature() < 18;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle HALF = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes = new byte[LONGEST + 2 * Long.BYTES];
    private final CharBuffer characters = CharBuffer.allocate(LONGEST);
    private final ByteBuffer encoded = ByteBuffer.wrap(bytes);
    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
    private int length;

    /** Two words that a table made of the text: a hash, or the id itself. */
    long first;

    long second;

    /** Whether it is a UUID. */
    boolean isUuid;

    /** Where a table looks for it. */
    int hash;

    /** What may be its number, or is. */
    int number;

    /** Whether it is not after all: other than 0 then. */
    long difference;

    /** Of a token whose it may be, or is: the number of a principal. */
    int principal;

    /** What the table says of what has this number; of a token what the table has to say, its generation. */
    long state;

    long place;

    /** Something of what is read next if it is found, only to have that on its way from memory. */
    int hint;

    /** Takes a text; false if it is too long, or has a character that takes more than a byte. */
    boolean take(String text) {
        return take(text, IS_LOOP_QUICK);
    }

    /** The same in one of two ways. */
    boolean take(String text, boolean byLoop) {
        length = 0;
        if (text.length() > LONGEST) {
            return false;
        }
        length = text.length();
        WORD.set(bytes, length, 0L);
        WORD.set(bytes, length + Long.BYTES, 0L);
        return byLoop ? takeByLoop(text) : takeByEncoder(text);
    }

    @SuppressWarnings("deprecation") // it drops the upper byte of a character, which is looked at here
    private boolean takeByLoop(String text) {
        text.getBytes(0, text.length(), bytes, 0);
        return isNarrow(text);
    }

    /**
     * Of a string that keeps a byte a character, the compiler knows that none is wide: it tells such strings apart before the
     * loop, and of the loop for them nothing is left.
     */
    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > WIDEST_CHARACTER) {
                return false;
            }
        }
        return true;
    }

    /** Quicker where the loop is not tight, and slower by a few nanoseconds where it is. */
    private boolean takeByEncoder(String text) {
        text.getChars(0, text.length(), characters.array(), 0);
        characters.limit(text.length()).position(0);
        encoded.position(0);
        return encoder.encode(characters, encoded, false).isUnderflow() && !characters.hasRemaining();
    }

    int length() {
        return length;
    }

    /** Eight characters from a place on, the first of them in the lowest bits; beyond the end of the text zeros, up to two words. */
    long word(int place) {
        return (long) WORD.get(bytes, place);
    }

    /** Four characters, likewise. */
    long half(int place) {
        return (int) HALF.get(bytes, place) & 0xFFFF_FFFFL;
    }

    /** Forgets the text, which may be a secret. */
    void wipe() {
        WORD.set(bytes, 0, 0L);
        WORD.set(bytes, Long.BYTES, 0L);
        WORD.set(bytes, 2 * Long.BYTES, 0L);
        WORD.set(bytes, 3 * Long.BYTES, 0L);
        WORD.set(bytes, 4 * Long.BYTES, 0L);
        if (length > USUAL_LENGTH) {
            Arrays.fill(bytes, USUAL_LENGTH, length, (byte) 0);
        }
        if (!IS_LOOP_QUICK) {
            Arrays.fill(characters.array(), 0, length, '\0');
        }
    }
}
