package io.doorward.index.persistent;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent table from numbers to values, for a few numbers out of many, where a {@link PagedArray} would be mostly empty.
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
        return new Draft<V>(hash, 0).freeze();
    }

    /** A table of as many entries as there are numbers, which differ; each has the value of its place. O(n). */
    public static <V> NumberTable<V> of(KeyedHash hash, int[] numbers, V[] values) {
        Draft<V> draft = new Draft<>(hash, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            draft.set(numbers[i], values[i]);
        }
        return draft.freeze();
    }

    /** The next version in the making, for many changes at once. */
    public Draft<V> draft() {
        return new Draft<>(this);
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
        Draft<V> draft = draft();
        draft.set(number, value);
        return draft.freeze();
    }

    private int part(int hashed) {
        return part(hashed, bits);
    }

    private int slot(int hashed, int capacity) {
        return slot(hashed, bits, capacity);
    }

    private static int part(int hashed, int bits) {
        // An int cannot be shifted by all its bits.
        return (int) ((hashed & 0xFFFF_FFFFL) >>> (Integer.SIZE - bits)) << 1;
    }

    private static int slot(int hashed, int bits, int capacity) {
        return (hashed << bits) >>> (Integer.numberOfLeadingZeros(capacity) + 1);
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

    /** A table in the making, which copies each part once. For one thread. */
    public static final class Draft<V> {

        private final KeyedHash hash;
        private Object[] parts;
        private int bits;
        private int size;

        /**
         * For each part that is this draft's own one more than it has entries; {@link #VALUES} where only its values are, else
         * 0.
         */
        private int[] owned;

        private static final int VALUES = -1;

        private Draft(KeyedHash hash, int expected) {
            this.hash = hash;
            parts = new Object[0];
            owned = new int[0];
            makeParts(expected);
        }

        private Draft(NumberTable<V> before) {
            hash = before.hash;
            parts = before.parts.clone();
            bits = before.bits;
            size = before.size;
            owned = new int[parts.length / 2];
        }

        /** Makes as many empty parts as that many entries need. */
        private void makeParts(int expected) {
            bits = 0;
            while ((expected >>> bits) > MOST_A_PART) {
                bits++;
            }
            size = 0;
            parts = new Object[2 << bits];
            owned = new int[1 << bits];
            Arrays.fill(owned, 1);
            int capacity = capacityFor(Math.max(1, expected >>> bits));
            for (int at = 0; at < parts.length; at += 2) {
                parts[at] = new int[capacity];
                parts[at + 1] = new Object[capacity];
            }
        }

        private static int capacityFor(int entries) {
            return Math.max(SMALLEST_PART, Integer.highestOneBit(entries) << 2);
        }

        /** Gives a number a value; null takes it away. */
        public void set(int number, @Nullable V value) {
            int at = part(hash.of(number), bits);
            int slot = slotOf((int[]) parts[at], number);
            boolean isNew = ((int[]) parts[at])[slot] == 0;
            if (value == null) {
                if (!isNew) {
                    remove(at, slot);
                }
            } else if (!isNew) {
                ownValues(at);
                ((Object[]) parts[at + 1])[slot] = value;
            } else if ((size >>> bits) >= MOST_A_PART) {
                grow();
                set(number, value);
            } else {
                own(at);
                insert(at, number, value);
            }
        }

        private void insert(int at, int number, Object value) {
            int[] numbers = (int[]) parts[at];
            if (2 * owned[at >> 1] > numbers.length) {
                fill(at, 2 * numbers.length, -1);
            }
            put(at, number + 1, value);
            owned[at >> 1]++;
            size++;
        }

        private void remove(int at, int slot) {
            own(at);
            fill(at, ((int[]) parts[at]).length, slot);
            owned[at >> 1]--;
            size--;
        }

        /** Gives a part other arrays, with all that it has but for one slot. */
        private void fill(int at, int capacity, int without) {
            int[] numbers = (int[]) parts[at];
            Object[] values = (Object[]) parts[at + 1];
            parts[at] = new int[capacity];
            parts[at + 1] = new Object[capacity];
            for (int i = 0; i < numbers.length; i++) {
                if (numbers[i] != 0 && i != without) {
                    put(at, numbers[i], values[i]);
                }
            }
        }

        private void grow() {
            Object[] all = parts;
            makeParts(2 * size);
            for (int from = 0; from < all.length; from += 2) {
                int[] numbers = (int[]) all[from];
                Object[] values = (Object[]) all[from + 1];
                for (int i = 0; i < numbers.length; i++) {
                    if (numbers[i] != 0) {
                        insert(part(hash.of(numbers[i] - 1), bits), numbers[i] - 1, values[i]);
                    }
                }
            }
        }

        private void ownValues(int at) {
            if (owned[at >> 1] == 0) {
                parts[at + 1] = ((Object[]) parts[at + 1]).clone();
                owned[at >> 1] = VALUES;
            }
        }

        private void own(int at) {
            ownValues(at);
            if (owned[at >> 1] == VALUES) {
                int[] numbers = ((int[]) parts[at]).clone();
                parts[at] = numbers;
                int taken = 0;
                for (int number : numbers) {
                    taken += number == 0 ? 0 : 1;
                }
                owned[at >> 1] = taken + 1;
            }
        }

        private void put(int at, int numberPlusOne, Object value) {
            int[] numbers = (int[]) parts[at];
            int slot = slotOf(numbers, numberPlusOne - 1);
            numbers[slot] = numberPlusOne;
            ((Object[]) parts[at + 1])[slot] = value;
        }

        /** Where the number stands, or the free slot where it would. */
        private int slotOf(int[] numbers, int number) {
            int slot = slot(hash.of(number), bits, numbers.length);
            while (numbers[slot] != 0 && numbers[slot] != number + 1) {
                slot = (slot + 1) & (numbers.length - 1);
            }
            return slot;
        }

        /** The value of a number as it is by now, or null. */
        @SuppressWarnings("unchecked") // values stand beside numbers
        public @Nullable V get(int number) {
            int at = part(hash.of(number), bits);
            return (V) ((Object[]) parts[at + 1])[slotOf((int[]) parts[at], number)];
        }

        /** The finished table; nothing may be set any more. */
        public NumberTable<V> freeze() {
            return new NumberTable<>(hash, parts, bits, size);
        }
    }
}
