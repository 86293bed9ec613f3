package io.doorward.index.persistent;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent table from numbers to values, for a few numbers out of many, where a {@link RadixArray} would be mostly empty.
 *
 * <p>How it works. The first bits of a number's hash name a part; each part is a small table of its own, with open addressing
 * and linear probing by the bits that follow, at most half full: numbers in one array, one more than they are, 0 for a free
 * slot, values in another one beside it. A change copies the values of one part, or the part, and the list of parts. When
 * parts have {@value #MOST_A_PART} entries on average, a table of twice as many takes their place. The hash depends on a
 * secret, so that nobody can pick numbers that crowd together.
 *
 * <p>Immutable; everything is reached through final fields.
 *
 * <p>Invariant: a number stands in the part that its hash names, in one slot, without a free slot between it and the
 * slot that its hash names; {@code size} counts all parts.
 */
public final class NumberTable<V> {

    /** A part then takes 2 KB at most, of which a change of a value copies half. */
    private static final int MOST_A_PART = 96;

    private static final int SMALLEST_PART = 4;

    private final KeyedHash hash;

    /** Numbers and values of the parts in turn: both arrays are one load away. */
    private final Object[] parts;

    /** How many bits of a hash name the part. */
    private final int bits;

    private final int size;

    private NumberTable(KeyedHash hash, Object[] parts, int bits, int size) {
        this.hash = hash;
        this.parts = parts;
        this.bits = bits;
        this.size = size;
    }

    /** A table of nothing. */
    public static <V> NumberTable<V> empty(KeyedHash hash) {
        return sized(hash, 0);
    }

    /** A table of nothing yet, with as many parts as that many entries need. */
    private static <V> NumberTable<V> sized(KeyedHash hash, int expected) {
        int bits = 0;
        while ((expected >>> bits) > MOST_A_PART) {
            bits++;
        }
        Object[] parts = new Object[2 << bits];
        int capacity = capacityFor(Math.max(1, expected >>> bits));
        for (int at = 0; at < parts.length; at += 2) {
            parts[at] = new int[capacity];
            parts[at + 1] = new Object[capacity];
        }
        return new NumberTable<>(hash, parts, bits, 0);
    }

    /** A table of as many entries as there are numbers, which differ; each has the value of its place. O(n). */
    public static <V> NumberTable<V> of(KeyedHash hash, int[] numbers, V[] values) {
        NumberTable<V> table = sized(hash, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            table.insert(numbers[i], values[i]);
        }
        return new NumberTable<>(hash, table.parts, table.bits, numbers.length);
    }

    /** How many entries there are. */
    public int size() {
        return size;
    }

    /** The value of a number, or null. */
    @SuppressWarnings("unchecked") // values stand beside numbers
    public @Nullable V get(int number) {
        int hashed = hash.of(number);
        int at = part(hashed);
        int[] numbers = (int[]) parts[at];
        int slot = slot(hashed, numbers.length);
        int there;
        while ((there = numbers[slot]) != 0) {
            if (there == number + 1) {
                return (V) ((Object[]) parts[at + 1])[slot];
            }
            slot = (slot + 1) & (numbers.length - 1);
        }
        return null;
    }

    /** The next version, with this value for the number; null removes it. O(1), but for a copy of the list of parts. */
    public NumberTable<V> with(int number, @Nullable V value) {
        int at = part(hash.of(number));
        int slot = slotOf((int[]) parts[at], number);
        boolean isNew = ((int[]) parts[at])[slot] == 0;
        if (value == null) {
            return isNew ? this : without(at, slot);
        }
        if (isNew && (size >>> bits) >= MOST_A_PART) {
            return grown().with(number, value);
        }
        Object[] next = parts.clone();
        NumberTable<V> table = new NumberTable<>(hash, next, bits, isNew ? size + 1 : size);
        next[at + 1] = ((Object[]) parts[at + 1]).clone();
        if (isNew) {
            next[at] = ((int[]) parts[at]).clone();
            table.insert(number, value);
        } else {
            ((Object[]) next[at + 1])[slot] = value;
        }
        return table;
    }

    private NumberTable<V> without(int at, int slot) {
        int[] numbers = (int[]) parts[at];
        Object[] values = (Object[]) parts[at + 1];
        Object[] next = parts.clone();
        next[at] = new int[numbers.length];
        next[at + 1] = new Object[numbers.length];
        NumberTable<V> table = new NumberTable<>(hash, next, bits, size - 1);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0 && i != slot) {
                put((int[]) next[at], (Object[]) next[at + 1], numbers[i], values[i]);
            }
        }
        return table;
    }

    private NumberTable<V> grown() {
        NumberTable<V> table = sized(hash, 2 * size);
        forEachSlot((value, number) -> table.insert(number, value));
        return new NumberTable<>(hash, table.parts, table.bits, size);
    }

    /** Puts an entry into a part that nobody else sees yet. */
    private void insert(int number, Object value) {
        int at = part(hash.of(number));
        int[] numbers = (int[]) parts[at];
        Object[] values = (Object[]) parts[at + 1];
        put(numbers, values, number + 1, value);
        if (isTooFull(numbers)) {
            int[] wider = new int[2 * numbers.length];
            Object[] widerValues = new Object[wider.length];
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i] != 0) {
                    put(wider, widerValues, numbers[i], values[i]);
                }
            }
            parts[at] = wider;
            parts[at + 1] = widerValues;
        }
    }

    private static boolean isTooFull(int[] numbers) {
        int taken = 0;
        for (int number : numbers) {
            taken += number == 0 ? 0 : 1;
        }
        return 2 * taken > numbers.length;
    }

    private void put(int[] numbers, Object[] values, int numberPlusOne, Object value) {
        int slot = slotOf(numbers, numberPlusOne - 1);
        numbers[slot] = numberPlusOne;
        values[slot] = value;
    }

    /** Where the number stands, or the free slot where it would. */
    private int slotOf(int[] numbers, int number) {
        int slot = slot(hash.of(number), numbers.length);
        while (numbers[slot] != 0 && numbers[slot] != number + 1) {
            slot = (slot + 1) & (numbers.length - 1);
        }
        return slot;
    }

    private int part(int hashed) {
        // An int cannot be shifted by all its bits.
        return (int) ((hashed & 0xFFFF_FFFFL) >>> (Integer.SIZE - bits)) << 1;
    }

    private int slot(int hashed, int capacity) {
        return (hashed << bits) >>> (Integer.numberOfLeadingZeros(capacity) + 1);
    }

    private static int capacityFor(int entries) {
        return Math.max(SMALLEST_PART, Integer.highestOneBit(entries) << 2);
    }

    /** The numbers, sorted. */
    public int[] numbers() {
        int[] found = new int[size];
        int count = 0;
        for (int at = 0; at < parts.length; at += 2) {
            for (int number : (int[]) parts[at]) {
                if (number != 0) {
                    found[count++] = number - 1;
                }
            }
        }
        Arrays.sort(found);
        return found;
    }

    /** Names every entry, in no order that means anything. */
    @SuppressWarnings("unchecked") // values stand beside numbers
    public void forEach(ObjIntConsumer<V> entries) {
        forEachSlot((value, number) -> entries.accept((V) value, number));
    }

    private void forEachSlot(ObjIntConsumer<Object> entries) {
        for (int at = 0; at < parts.length; at += 2) {
            int[] numbers = (int[]) parts[at];
            Object[] values = (Object[]) parts[at + 1];
            for (int slot = 0; slot < numbers.length; slot++) {
                if (numbers[slot] != 0) {
                    entries.accept(values[slot], numbers[slot] - 1);
                }
            }
        }
    }
}
