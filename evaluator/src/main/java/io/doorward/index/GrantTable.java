package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;
import java.util.function.IntConsumer;

/**
 * A set of grants on devices in one array of {@code int}, in the making; what is finished is the array alone.
 *
 * <p>Layout: open addressing with linear probing. An entry is the number of a device and, in the last {@value #CODE_BITS} bits,
 * the code of what is granted ({@link GrantCodes}); 0 is a free slot. Any length will do: the slot of a device is its hash,
 * a fraction of all hashes, times the length. Slots are {@value #TIGHTEST_PERCENT} percent taken at most, and after a whole
 * compilation two thirds: then a grant takes 6 bytes, a grant that is there is found in 2 probes on average, and 5 show
 * that there is none. The hash depends on a secret, so that no choice of devices can make that more.
 *
 * <p>Devices with numbers beyond 24 bits have no place here; their grants lie apart.
 */
final class GrantTable {

    static final int CODE_BITS = 8;

    /** Without any grant, a look-up finds a free slot. */
    static final int[] EMPTY = {0};

    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int DEVICES = 1 << (Integer.SIZE - CODE_BITS);
    private static final int TIGHTEST_PERCENT = 80;
    private static final int SPARSEST_PERCENT = 30;
    private static final int PERCENT = 100;
    private static final int FEW = 16;

    private final KeyedHash hash;
    private int[] entries;
    private int count;
    private boolean isCopy;

    /** Goes on from a finished array, which stays as it is. */
    GrantTable(KeyedHash hash, int[] entries, int count) {
        this.hash = hash;
        this.entries = entries;
        this.count = count;
    }

    /** A table for that many grants. */
    static GrantTable sized(KeyedHash hash, int grants) {
        GrantTable table = new GrantTable(hash, grants == 0 ? EMPTY : new int[capacityFor(grants)], 0);
        table.isCopy = grants > 0;
        return table;
    }

    /** Whether there is a place for the device. */
    static boolean takes(int device) {
        return device < DEVICES;
    }

    /** The code of the grant on a device, or {@link GrantCodes#NONE}. */
    static int code(int[] entries, KeyedHash hash, int device) {
        int slot = home(hash, device, entries.length);
        int entry;
        while ((entry = entries[slot]) != 0) {
            if (entry >>> CODE_BITS == device) {
                return entry & CODE_MASK;
            }
            if (++slot == entries.length) {
                slot = 0;
            }
        }
        return GrantCodes.NONE;
    }

    /** The code in an entry; {@link GrantCodes#NONE} in a free slot. */
    static int codeOf(int entry) {
        return entry & CODE_MASK;
    }

    /** The device in an entry. */
    static int deviceOf(int entry) {
        return entry >>> CODE_BITS;
    }

    /** Names the devices on which there is a grant, in no order that means anything. */
    static void forEachDevice(int[] entries, IntConsumer devices) {
        for (int entry : entries) {
            if (entry != 0) {
                devices.accept(entry >>> CODE_BITS);
            }
        }
    }

    void put(int device, int code) {
        if (PERCENT * (count + 1L) > (long) TIGHTEST_PERCENT * entries.length) {
            rebuild(count + 1);
        }
        own();
        int slot = slotOf(device);
        count += entries[slot] == 0 ? 1 : 0;
        entries[slot] = (device << CODE_BITS) | code;
    }

    void remove(int device) {
        int slot = slotOf(device);
        if (entries[slot] == 0) {
            return;
        }
        own();
        closeGap(slot);
        count--;
        if (entries.length > FEW && PERCENT * (long) count < (long) SPARSEST_PERCENT * entries.length) {
            rebuild(count);
        }
    }

    /** Moves entries up that could not be found behind a free slot. */
    private void closeGap(int slot) {
        int gap = slot;
        int next = slot;
        while (true) {
            next = next + 1 == entries.length ? 0 : next + 1;
            int entry = entries[next];
            if (entry == 0) {
                break;
            }
            int home = home(hash, entry >>> CODE_BITS, entries.length);
            boolean isBehindGap = gap <= next ? gap < home && home <= next : gap < home || home <= next;
            if (!isBehindGap) {
                entries[gap] = entry;
                gap = next;
            }
        }
        entries[gap] = 0;
    }

    private int slotOf(int device) {
        int slot = home(hash, device, entries.length);
        while (entries[slot] != 0 && entries[slot] >>> CODE_BITS != device) {
            if (++slot == entries.length) {
                slot = 0;
            }
        }
        return slot;
    }

    private void own() {
        if (!isCopy) {
            entries = entries.clone();
            isCopy = true;
        }
    }

    private void rebuild(int grants) {
        int[] all = entries;
        entries = grants == 0 ? EMPTY : new int[capacityFor(grants)];
        isCopy = grants > 0;
        for (int entry : all) {
            if (entry != 0) {
                entries[slotOf(entry >>> CODE_BITS)] = entry;
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

    private static int home(KeyedHash hash, int device, int length) {
        return (int) (((hash.of(device) & 0xFFFF_FFFFL) * length) >>> Integer.SIZE);
    }

    /** Two thirds are taken then; a slot is free in any case. */
    private static int capacityFor(int grants) {
        return (int) Math.min(Integer.MAX_VALUE - FEW, grants + grants / 2L + 1);
    }
}
