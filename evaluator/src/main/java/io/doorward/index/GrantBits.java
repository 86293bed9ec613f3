package io.doorward.index;

import io.doorward.index.persistent.KeyedPermutation;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The grants of a team on devices once more, as sets of bits by the device's number, one set for each code ({@link GrantCodes}):
 * so the devices of a large team are added to a set some sixty at a time, and not grant by grant. Who is in ten teams with
 * five thousand grants each has them gathered in a microsecond.
 *
 * <p>Made when a list or a batch first asks for them, and only where they take no more memory than the grants themselves. The
 * next version of the team copies the bits of the codes that a change touches.
 *
 * <p>Immutable.
 *
 * <p>Invariant: but for grants that lie apart it has the same as the {@link GrantTable} from which it was made; a device whose
 * number has a place among the bits is not among the others, and no set is empty.
 */
final class GrantBits {

    /** Where bits would take more memory than the grants. */
    private static final GrantBits NOT_KEPT = new GrantBits(0, 0, Numbers.NONE, new long[0][], Numbers.NONE);

    private static final int INTS_A_WORD = Long.SIZE / Integer.SIZE;

    /** So many words are added to a set while one grant is. */
    private static final int WORDS_A_GRANT = 16;

    /** With more changes than that at once, all is made anew when it is asked for. */
    private static final int MOST_CHANGES = 64;

    /** All bits of a word before this one are of smaller numbers than any in the sets. */
    private final int firstWord;

    private final int words;

    /** Which codes there are, ascending. */
    private final int[] codes;

    /** The devices of each of these codes. */
    private final long[][] bits;

    /** Entries of the table for devices whose numbers are far from the others'. */
    private final int[] others;

    private GrantBits(int firstWord, int words, int[] codes, long[][] bits, int[] others) {
        this.firstWord = firstWord;
        this.words = words;
        this.codes = codes;
        this.bits = bits;
        this.others = others;
    }

    /**
     * Makes them of the entries of a table, if they are worth it.
     *
     * @param present the devices of the workspace, of which most have numbers close together
     */
    static GrantBits of(int[] entries, KeyedPermutation order, PresentDevices present) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        int outside = 0;
        boolean[] isThere = new boolean[GrantCodes.APART];
        for (int entry : entries) {
            int code = GrantTable.codeOf(entry);
            if (isOneOf(code)) {
                int device = GrantTable.deviceOf(entry, order);
                if (present.isInSpan(device)) {
                    least = Math.min(least, device);
                    most = Math.max(most, device);
                    isThere[code] = true;
                } else {
                    outside++;
                }
            }
        }
        int[] codes =
                IntStream.range(0, isThere.length).filter(code -> isThere[code]).toArray();
        int firstWord = codes.length == 0 ? 0 : least >>> 6;
        int words = codes.length == 0 ? 0 : (most >>> 6) + 1 - firstWord;
        return isWorthIt(words, codes.length, outside, entries)
                ? filled(entries, order, present, firstWord, words, codes, outside)
                : NOT_KEPT;
    }

    private static GrantBits filled(
            int[] entries,
            KeyedPermutation order,
            PresentDevices present,
            int firstWord,
            int words,
            int[] codes,
            int outside) {
        long[][] bits = new long[codes.length][words];
        int[] others = outside == 0 ? Numbers.NONE : new int[outside];
        int count = 0;
        for (int entry : entries) {
            int code = GrantTable.codeOf(entry);
            if (isOneOf(code)) {
                int device = GrantTable.deviceOf(entry, order);
                if (present.isInSpan(device)) {
                    bits[Arrays.binarySearch(codes, code)][(device >>> 6) - firstWord] |= 1L << device;
                } else {
                    others[count++] = entry;
                }
            }
        }
        return new GrantBits(firstWord, words, codes, bits, others);
    }

    private static boolean isOneOf(int code) {
        return code != GrantCodes.NONE && code != GrantCodes.APART;
    }

    private static boolean isWorthIt(int words, int codes, int others, int[] entries) {
        return (long) INTS_A_WORD * words * codes + others <= entries.length;
    }

    /** Whether there are any; if not, the grants themselves have to be looked at. */
    boolean areKept() {
        return this != NOT_KEPT;
    }

    /** How many grants are added to a set in the time that it takes to add all of these. */
    int cost() {
        return words * codes.length / WORDS_A_GRANT + others.length;
    }

    /** Adds devices to a set as {@link RightsRow#addDevices} does. */
    int addDevices(byte[] kinds, byte kind, KeyedPermutation order, NumberSet devices) {
        int seen = RightsRow.addDevices(others, order, kinds, kind, devices);
        for (int i = 0; i < codes.length; i++) {
            byte there = kinds[codes[i]];
            seen |= there;
            if (there == kind) {
                devices.addAll(firstWord, bits[i]);
            }
        }
        return seen;
    }

    /**
     * The same after a change of some grants; null if it has to be made anew, or to be asked anew whether it is worth it, which
     * it is not as long as the table of the grants stays as large.
     *
     * @param devices those on which the grant is another one
     */
    @Nullable
    GrantBits after(RightsRow was, RightsRow is, int[] devices) {
        if (!areKept()) {
            return is.entries.length == was.entries.length ? this : null;
        }
        if (devices.length > MOST_CHANGES || !isWorthIt(words, codes.length, others.length, is.entries)) {
            return null;
        }
        long[][] revised = bits.clone();
        for (int device : devices) {
            if (!set(revised, device, was.code(device), 0) || !set(revised, device, is.code(device), 1)) {
                return null;
            }
        }
        for (int i = 0; i < codes.length; i++) {
            if (revised[i] != bits[i] && Arrays.stream(revised[i]).allMatch(word -> word == 0)) {
                return null;
            }
        }
        return new GrantBits(firstWord, words, codes, revised, others);
    }

    /** Sets the bit of a device in the set of a code, if there is one; false if it has no place there. */
    private boolean set(long[][] revised, int device, int code, long bit) {
        if (!isOneOf(code)) {
            return true;
        }
        int set = Arrays.binarySearch(codes, code);
        int word = (device >>> 6) - firstWord;
        if (set < 0 || word < 0 || word >= words) {
            return false;
        }
        if (revised[set] == bits[set]) {
            revised[set] = bits[set].clone();
        }
        revised[set][word] = (revised[set][word] & ~(1L << device)) | (bit << device);
        return true;
    }
}
