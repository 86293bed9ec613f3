package io.doorward.index;

import io.doorward.index.persistent.KeyedPermutation;
import java.util.function.IntConsumer;

/**
 * A set of grants on devices in one array of {@code int}, in the making; what is finished is the array alone.
 *
 * <p>Layout: open addressing in order (Amble and Knuth, "Ordered hash tables", 1974). An entry is the key of a device, which
 * is its number in a secret order ({@link KeyedPermutation}), and in the last {@value #CODE_BITS} bits the code of what is
 * granted ({@link GrantCodes}); 0 is a free slot. Keys lie in descending order. The home of a key is the slot at its fraction
 * of all keys; an entry lies at its home, or as near behind it as those before it allow. So a look-up goes from the home up to
 * the key, or to the first that is smaller or a free slot, which shows that there is none: 2.4 slots on average, whether there
 * is a grant or not, for {@value #FILLED_PERCENT} slots of a hundred are taken. In which slot it ends cannot be foretold, so
 * the first four are looked at without a branch, and the others seldom. A grant takes 5.4 bytes, and
 * 6.1 or more in one table of twelve, which is crowded at its end. No choice of devices can make it more slots, since the order is
 * secret.
 *
 * <p>The last {@value #TAIL} slots are nobody's home, the very last one is free: nothing is carried over to the beginning.
 */
final class GrantTable {

    static final int CODE_BITS = 8;

    /** Without any grant, a look-up finds a free slot. */
    static final int[] EMPTY = new int[GrantTable.TAIL + 1];

    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int DEVICES = 1 << KeyedPermutation.BITS;

    /** So few that it does not matter in a table of some hundred grants, so many that a table seldom needs to be larger for it. */
    private static final int TAIL = 4;

    /** So many slots are looked at whatever is in them; from nobody's home on there are as many. */
    private static final int STEP = TAIL;

    private static final int FILLED_PERCENT = 74;
    private static final int FULLEST_PERCENT = 80;
    private static final int SPARSEST_PERCENT = 30;
    private static final int PERCENT = 100;
    private static final int FEW = 16;

    private final KeyedPermutation order;
    private int[] entries;
    private int count;
    private boolean isCopy;

    /** Goes on from a finished array, which stays as it is. */
    GrantTable(KeyedPermutation order, int[] entries, int count) {
        this.order = order;
        this.entries = entries;
        this.count = count;
    }

    /** A table for that many grants. */
    static GrantTable sized(KeyedPermutation order, int grants) {
        GrantTable table = new GrantTable(order, grants == 0 ? EMPTY : new int[slotsFor(grants)], 0);
        table.isCopy = grants > 0;
        return table;
    }

    /** Whether there is a place for the device. */
    static boolean takes(int device) {
        return device < DEVICES;
    }

    /** The code of the grant on the device with this key, or {@link GrantCodes#NONE}. */
    static int code(int[] entries, int key) {
        return code(entries, entries.length, key);
    }

    /** The same for who knows the length of the array: then the slot is on its way from memory together with the array's own. */
    static int code(int[] entries, int slots, int key) {
        int last = (key << CODE_BITS) | CODE_MASK;
        int home = home(key, slots);
        int first = entries[home];
        int second = entries[home + 1];
        int third = entries[home + 2];
        int fourth = entries[home + 3];
        if (Integer.compareUnsigned(fourth, last) > 0) {
            return codeBehind(entries, home + STEP, last);
        }
        return (first & ifOf(first, last))
                | (second & ifOf(second, last))
                | (third & ifOf(third, last))
                | (fourth & ifOf(fourth, last));
    }

    private static int codeBehind(int[] entries, int from, int last) {
        int slot = from;
        while (Integer.compareUnsigned(entries[slot], last) > 0) {
            slot++;
        }
        return entries[slot] & ifOf(entries[slot], last);
    }

    /** The bits of the code if the entry is that of a device, else none. */
    private static int ifOf(int entry, int last) {
        return ((((entry ^ last) >>> CODE_BITS) - 1) >> (Integer.SIZE - 1)) & CODE_MASK;
    }

    /** The code in an entry; {@link GrantCodes#NONE} in a free slot. */
    static int codeOf(int entry) {
        return entry & CODE_MASK;
    }

    /** The device in an entry. */
    static int deviceOf(int entry, KeyedPermutation order) {
        return order.number(entry >>> CODE_BITS);
    }

    /** Names the devices on which there is a grant, in no order that means anything. */
    static void forEachDevice(int[] entries, KeyedPermutation order, IntConsumer devices) {
        for (int entry : entries) {
            if (entry != 0) {
                devices.accept(deviceOf(entry, order));
            }
        }
    }

    void put(int device, int code) {
        int entry = (order.key(device) << CODE_BITS) | code;
        int slot = slotOf(entry);
        if (isOfOneDevice(entries[slot], entry)) {
            own();
            entries[slot] = entry;
            return;
        }
        if (PERCENT * (count + 1L) > (long) FULLEST_PERCENT * (entries.length - TAIL)) {
            rebuild(slotsFor(count + 1));
            slot = slotOf(entry);
        }
        own();
        insert(entry, slot);
    }

    /** Moves those behind the slot on by one, up to the next free one. */
    private void insert(int entry, int slot) {
        int free = slot;
        while (entries[free] != 0) {
            free++;
        }
        if (free == entries.length - 1) {
            rebuild(larger(entries.length));
            insert(entry, slotOf(entry));
        } else {
            System.arraycopy(entries, slot, entries, slot + 1, free - slot);
            entries[slot] = entry;
            count++;
        }
    }

    void remove(int device) {
        int entry = order.key(device) << CODE_BITS;
        int slot = slotOf(entry | CODE_MASK);
        if (!isOfOneDevice(entries[slot], entry)) {
            return;
        }
        own();
        int end = slot + 1;
        while (entries[end] != 0 && home(entries[end] >>> CODE_BITS, entries.length) < end) {
            end++;
        }
        System.arraycopy(entries, slot + 1, entries, slot, end - slot - 1);
        entries[end - 1] = 0;
        count--;
        if (count == 0) {
            entries = EMPTY;
            isCopy = false;
        } else if (entries.length > FEW && PERCENT * (long) count < (long) SPARSEST_PERCENT * entries.length) {
            rebuild(slotsFor(count));
        }
    }

    /** Where the device of an entry is, or belongs. */
    private int slotOf(int entry) {
        int last = entry | CODE_MASK;
        int slot = home(entry >>> CODE_BITS, entries.length);
        while (Integer.compareUnsigned(entries[slot], last) > 0) {
            slot++;
        }
        return slot;
    }

    private static boolean isOfOneDevice(int there, int entry) {
        return there != 0 && (there ^ entry) >>> CODE_BITS == 0;
    }

    private void own() {
        if (!isCopy) {
            entries = entries.clone();
            isCopy = true;
        }
    }

    /** Lays all entries out anew, with so many slots, or more if they would not fit. */
    private void rebuild(int slots) {
        int[] all = entries;
        entries = new int[slots];
        isCopy = true;
        int next = 0;
        for (int entry : all) {
            if (entry != 0) {
                int slot = Math.max(next, home(entry >>> CODE_BITS, slots));
                if (slot == slots - 1) {
                    entries = all;
                    rebuild(larger(slots));
                    return;
                }
                entries[slot] = entry;
                next = slot + 1;
            }
        }
    }

    /** The finished array; of this object nothing may be asked any more. */
    int[] entries() {
        return entries;
    }

    int count() {
        return count;
    }

    private static int home(int key, int slots) {
        return (int) (((long) (DEVICES - 1 - key) * (slots - TAIL)) >>> KeyedPermutation.BITS);
    }

    private static int slotsFor(int grants) {
        return (int) Math.min(Integer.MAX_VALUE - FEW, (long) PERCENT * grants / FILLED_PERCENT + 1 + TAIL);
    }

    private static int larger(int slots) {
        return slots + slots / 8 + 1;
    }
}
