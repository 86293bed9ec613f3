package io.doorward.index.persistent;

import org.jspecify.annotations.Nullable;

/**
 * A persistent array: the next version copies only the path to the changed place, and versions share everything else.
 *
 * <p>How it works. A tree of nodes of 256 slots each; the digits of the index in base 256, highest first, name the slot
 * on each level, and the slots of the lowest level hold the values. A version of up to 256 values is one node, of up to
 * 65,536 two levels, of up to 16 million three; it grows a level at the top when an index needs one more digit. A change
 * copies one node on each level, 1 KB each (Bagwell, "Ideal hash trees", 2001, with the index itself for the hash).
 *
 * <p>A node is a plain array, one slot longer than its width: the last slot names the {@link Edit} that made the node, which
 * alone may write to it. Nothing is wrapped, so that a look-up loads one array a level.
 *
 * <p>Threads. A version whose edit has ended never changes; readers need no lock. Everything is reached through final
 * fields, so that a version may be handed over in any way.
 *
 * <p>Invariant: a place that was never set, or was cleared, holds null; indexes are 0 or more.
 */
public final class RadixArray<T> {

    /** 256 slots: three levels hold sixteen million values, and a change copies about 3 KB. Not yet measured against others. */
    private static final int BITS = 8;

    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;
    private static final int OWNER = WIDTH;

    private static final RadixArray<?> EMPTY = new RadixArray<>(new Object[WIDTH + 1], 0);

    private final @Nullable Object[] root;

    /** How far an index is shifted to give its slot in the root. */
    private final int shift;

    private RadixArray(@Nullable Object[] root, int shift) {
        this.root = root;
        this.shift = shift;
    }

    /** An array of nulls. */
    @SuppressWarnings("unchecked") // it holds nothing
    public static <T> RadixArray<T> empty() {
        return (RadixArray<T>) EMPTY;
    }

    /** The value at the index, or null. O(log n) to the base 256. */
    @SuppressWarnings("unchecked") // the lowest level holds values only
    public @Nullable T get(int index) {
        if (!reaches(shift, index)) {
            return null;
        }
        @Nullable Object[] node = root;
        for (int level = shift; level > 0; level -= BITS) {
            Object child = node[(index >>> level) & MASK];
            if (child == null) {
                return null;
            }
            node = (@Nullable Object[]) child;
        }
        return (T) node[index & MASK];
    }

    /** The next version, with this value at the index; null clears the place. This version is void if it is of the same edit. */
    public RadixArray<T> with(Edit edit, int index, @Nullable T value) {
        @Nullable Object[] top = root;
        int topShift = shift;
        while (!reaches(topShift, index)) {
            @Nullable Object[] higher = newNode(edit);
            higher[0] = top;
            top = higher;
            topShift += BITS;
        }
        top = owned(edit, top);
        @Nullable Object[] node = top;
        for (int level = topShift; level > 0; level -= BITS) {
            int slot = (index >>> level) & MASK;
            Object child = node[slot];
            @Nullable Object[] next = child == null ? newNode(edit) : owned(edit, (@Nullable Object[]) child);
            node[slot] = next;
            node = next;
        }
        node[index & MASK] = value;
        return top == root ? this : new RadixArray<>(top, topShift);
    }

    /** Whether an array with this shift at the top has a place for the index. */
    private static boolean reaches(int shift, int index) {
        return (long) index >>> (shift + BITS) == 0;
    }

    private static @Nullable Object[] newNode(Edit edit) {
        @Nullable Object[] node = new Object[WIDTH + 1];
        node[OWNER] = edit;
        return node;
    }

    private static @Nullable Object[] owned(Edit edit, @Nullable Object[] node) {
        if (node[OWNER] == edit) {
            return node;
        }
        @Nullable Object[] copy = node.clone();
        copy[OWNER] = edit;
        return copy;
    }
}
