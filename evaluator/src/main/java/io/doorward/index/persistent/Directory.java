package io.doorward.index.persistent;

/**
 * A persistent hash table from the hashes of keys to numbers. It knows no keys: it names the numbers that may have been put
 * under a hash, and whoever asks compares the key of what he finds there.
 *
 * <p>How it works. Extendible hashing (Fagin, Nievergelt, Pippenger, Strong, 1979): the first bits of a hash, as many as the
 * directory is deep, name one of its places, and places whose hashes begin alike share a bucket until it grows too full; it
 * is then split by the next bit. If it has no next bit, the directory becomes twice as wide. A bucket is a small table of
 * its own, with open addressing by the last bits of the hash and linear probing, and never changes: the next version has a
 * copy. So a change copies one bucket of at most 16 KB and the path to it, whatever the size of the table, but for one
 * change in some hundred thousand that widens the directory, a slot for every few thousand entries.
 *
 * <p>A bucket is an {@code int[]}; an entry takes 4 bytes, 5 to 11 with its share of free slots:
 *
 * <pre>
 *   0, 1         number of the edit that made it
 *   2            how many bits its hashes have in common
 *   3            how many entries it has
 *   4 ...        a power of two of slots: tag, 5 bits of the hash | number + 1; 0 is a free slot
 * </pre>
 *
 * A tag spares most looks at things that only share a slot; that it does not hold the whole hash keeps the table small enough
 * for the processor's caches. Where a bucket is split or loses an entry, hashes are asked for anew ({@link Hashes}).
 *
 * <p>Invariant: a bucket is at most three quarters full, so that probing ends at a free slot, and every entry is reached from
 * its hash's slot without meeting one. Nothing is marked as deleted; the gap that an entry leaves is closed.
 *
 * <p>Attack: hashes must come from a {@link KeyedHash}; then nobody can choose keys that share a bucket. Should so many
 * hashes begin alike all the same that no bit splits them, their bucket grows instead.
 *
 * <p>Threads. As {@link PagedArray}.
 */
public final class Directory {

    /** How long a number is. */
    public static final int NUMBER_BITS = 27;

    /** The most things that a directory can have. */
    public static final int MOST = 1 << NUMBER_BITS;

    private static final int EDIT = 0;
    private static final int BITS_IN_COMMON = 2;
    private static final int COUNT = 3;
    private static final int FIRST_SLOT = 4;

    private static final int NUMBER_MASK = MOST - 1;

    private static final int FEWEST_SLOTS = 8;

    /** 16 KB: so few buckets that the way to them stays in the caches, small enough to be copied in a microsecond. */
    private static final int MOST_SLOTS_BITS = 12;

    private static final int MOST_SLOTS = 1 << MOST_SLOTS_BITS;

    /** The bits of a hash that become the tag are those above the ones that choose among {@link #MOST_SLOTS}. */
    private static final int TAG_SHIFT = Integer.SIZE - 5 - MOST_SLOTS_BITS;

    /** Together with the bits that choose among {@link #MOST_SLOTS} no more than a hash has. */
    private static final int DEEPEST = Integer.SIZE - MOST_SLOTS_BITS;

    private static final Directory EMPTY =
            new Directory(PagedArray.<int[]>empty().with(new Edit(-1), 0, newBucket(FEWEST_SLOTS, new Edit(-1), 0)), 0);

    private final PagedArray<int[]> buckets;

    /** How many bits of a hash choose a place. */
    private final int depth;

    private Directory(PagedArray<int[]> buckets, int depth) {
        this.buckets = buckets;
        this.depth = depth;
    }

    /** Knows the things in a directory. */
    public interface Hashes {

        /** The hash under which the thing with this number was put. */
        int hashOf(int number);
    }

    /** A directory without entries. */
    public static Directory empty() {
        return EMPTY;
    }

    // Reading: for (int probe = 0; (entry = entry(bucket, hash, probe)) != 0; probe++) { if (mayBeOf(entry, hash)) ...
    // }

    /** The bucket in which everything with this hash is. */
    public int[] bucket(int hash) {
        int[] bucket = buckets.get(place(hash));
        if (bucket == null) {
            throw new IllegalStateException("Defect in a directory: it has no bucket at a place");
        }
        return bucket;
    }

    /** The next entry that may have this hash; 0 if no other has. */
    public static int entry(int[] bucket, int hash, int probe) {
        return bucket[FIRST_SLOT + ((hash + probe) & slotMask(bucket))];
    }

    /** Whether the entry may be one with this hash: of those with another one, one in 32 may. */
    public static boolean mayBeOf(int entry, int hash) {
        return ((entry ^ tag(hash)) & ~NUMBER_MASK) == 0;
    }

    /**
     * The entry that is most likely the one of a thing with this hash: a guess, which has to be compared as any other, found
     * without a branch that a processor could guess wrong while it waits for the entries. 0 or an entry of something else if
     * the first three tell nothing.
     */
    public static int likely(int[] bucket, int hash) {
        int first = entry(bucket, hash, 0);
        int second = entry(bucket, hash, 1);
        int third = entry(bucket, hash, 2);
        int isFirst = ifMayBeOf(first, hash);
        int isSecond = ifMayBeOf(second, hash);
        return (first & isFirst) | (~isFirst & ((second & isSecond) | (~isSecond & third)));
    }

    /** All ones or all zeros. */
    private static int ifMayBeOf(int entry, int hash) {
        int difference = (entry ^ tag(hash)) >>> NUMBER_BITS;
        return (difference - 1) >> (Integer.SIZE - 1);
    }

    /** The number of an entry. */
    public static int number(int entry) {
        return (entry & NUMBER_MASK) - 1;
    }

    // Writing

    /** The next version, with a number under a hash. This version is void if it is of the same edit. */
    public Directory plus(Edit edit, int hash, int number, Hashes hashes) {
        if (number >= NUMBER_MASK) {
            throw new IllegalStateException(
                    "An index holds fewer than " + MOST + " things of a kind; there are more in this policy.");
        }
        Directory next = this;
        int[] bucket = bucket(hash);
        while (isFull(bucket)) {
            if (slots(bucket) < MOST_SLOTS || bucket[BITS_IN_COMMON] == DEEPEST) {
                bucket = enlarged(bucket, edit, hashes);
                next = next.put(edit, hash, bucket);
            } else {
                next = next.split(edit, hash, bucket, hashes);
                bucket = next.bucket(hash);
            }
        }
        if (!isOwned(bucket, edit)) {
            bucket = copy(bucket, edit);
            next = next.put(edit, hash, bucket);
        }
        add(bucket, hash, tag(hash) | (number + 1));
        return next;
    }

    /** The next version, without a number under a hash. This version is void if it is of the same edit. */
    public Directory minus(Edit edit, int hash, int number, Hashes hashes) {
        Directory next = this;
        int[] bucket = bucket(hash);
        if (!isOwned(bucket, edit)) {
            bucket = copy(bucket, edit);
            next = put(edit, hash, bucket);
        }
        int probe = 0;
        while (number(entry(bucket, hash, probe)) != number) {
            if (entry(bucket, hash, probe) == 0) {
                throw new IllegalStateException("Defect in a directory: number " + number + " is not under its hash");
            }
            probe++;
        }
        close(bucket, (hash + probe) & slotMask(bucket), hashes);
        bucket[COUNT]--;
        return next;
    }

    /** Takes an entry out: each one behind it that would not be found any more moves into the gap. */
    private static void close(int[] bucket, int gone, Hashes hashes) {
        int mask = slotMask(bucket);
        int gap = gone;
        int slot = (gap + 1) & mask;
        while (bucket[FIRST_SLOT + slot] != 0) {
            int entry = bucket[FIRST_SLOT + slot];
            int home = hashes.hashOf(number(entry)) & mask;
            if (((slot - home) & mask) >= ((slot - gap) & mask)) {
                bucket[FIRST_SLOT + gap] = entry;
                gap = slot;
            }
            slot = (slot + 1) & mask;
        }
        bucket[FIRST_SLOT + gap] = 0;
    }

    /** How many entries there are. O(n), for tests. */
    public int count() {
        int count = 0;
        for (int place = 0; place < 1 << depth; place++) {
            int[] bucket = bucket(depth == 0 ? 0 : place << (Integer.SIZE - depth));
            if (place == firstPlaceOf(bucket, place)) {
                count += bucket[COUNT];
            }
        }
        return count;
    }

    private int place(int hash) {
        return (int) (Integer.toUnsignedLong(hash) >>> (Integer.SIZE - depth));
    }

    /** Writes a bucket to all places that share it. */
    private Directory put(Edit edit, int hash, int[] bucket) {
        PagedArray<int[]> next = buckets;
        int first = firstPlaceOf(bucket, place(hash));
        int places = 1 << (depth - bucket[BITS_IN_COMMON]);
        for (int place = first; place < first + places; place++) {
            next = next.with(edit, place, bucket);
        }
        return next == buckets ? this : new Directory(next, depth);
    }

    private int firstPlaceOf(int[] bucket, int place) {
        int sharing = depth - bucket[BITS_IN_COMMON];
        return (place >>> sharing) << sharing;
    }

    private Directory split(Edit edit, int hash, int[] full, Hashes hashes) {
        if (full[BITS_IN_COMMON] == depth) {
            return widened(edit).split(edit, hash, full, hashes);
        }
        int bits = full[BITS_IN_COMMON] + 1;
        int[] zeros = newBucket(slots(full), edit, bits);
        int[] ones = newBucket(slots(full), edit, bits);
        for (int i = FIRST_SLOT; i < full.length; i++) {
            if (full[i] != 0) {
                int itsHash = hashes.hashOf(number(full[i]));
                add(itsHash << (bits - 1) < 0 ? ones : zeros, itsHash, full[i]);
            }
        }
        int next = 1 << (Integer.SIZE - bits);
        return put(edit, hash & ~next, zeros).put(edit, hash | next, ones);
    }

    private Directory widened(Edit edit) {
        PagedArray<int[]> wide = PagedArray.empty();
        for (int place = 0; place < 1 << depth; place++) {
            int[] bucket = buckets.get(place);
            wide = wide.with(edit, 2 * place, bucket).with(edit, 2 * place + 1, bucket);
        }
        return new Directory(wide, depth + 1);
    }

    private static int[] newBucket(int slots, Edit edit, int bitsInCommon) {
        int[] bucket = new int[FIRST_SLOT + slots];
        own(bucket, edit);
        bucket[BITS_IN_COMMON] = bitsInCommon;
        return bucket;
    }

    private static int[] copy(int[] bucket, Edit edit) {
        int[] same = bucket.clone();
        own(same, edit);
        return same;
    }

    private static int[] enlarged(int[] bucket, Edit edit, Hashes hashes) {
        int[] larger = newBucket(2 * slots(bucket), edit, bucket[BITS_IN_COMMON]);
        for (int i = FIRST_SLOT; i < bucket.length; i++) {
            if (bucket[i] != 0) {
                add(larger, hashes.hashOf(number(bucket[i])), bucket[i]);
            }
        }
        return larger;
    }

    private static void own(int[] bucket, Edit edit) {
        bucket[EDIT] = (int) (edit.number >>> Integer.SIZE);
        bucket[EDIT + 1] = (int) edit.number;
    }

    private static boolean isOwned(int[] bucket, Edit edit) {
        return bucket[EDIT] == (int) (edit.number >>> Integer.SIZE) && bucket[EDIT + 1] == (int) edit.number;
    }

    private static void add(int[] bucket, int hash, int entry) {
        int probe = 0;
        while (entry(bucket, hash, probe) != 0) {
            probe++;
        }
        bucket[FIRST_SLOT + ((hash + probe) & slotMask(bucket))] = entry;
        bucket[COUNT]++;
    }

    private static int tag(int hash) {
        return (hash << TAG_SHIFT) & ~NUMBER_MASK;
    }

    private static int slots(int[] bucket) {
        return bucket.length - FIRST_SLOT;
    }

    private static int slotMask(int[] bucket) {
        return bucket.length - FIRST_SLOT - 1;
    }

    private static boolean isFull(int[] bucket) {
        return 4 * (bucket[COUNT] + 1) > 3 * slots(bucket);
    }
}
