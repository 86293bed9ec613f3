package io.doorward.index.persistent;

/**
 * A persistent hash table from the hashes of keys to numbers. It knows no keys: it names the numbers that were put under a
 * hash of 32 bits, and whoever asks compares the key of what he finds there.
 *
 * <p>How it works. Extendible hashing (Fagin, Nievergelt, Pippenger, Strong, 1979): the first bits of a hash, as many as the
 * directory is deep, name one of its places, and places whose hashes begin alike share a bucket until it grows too full; it
 * is then split by the next bit. If it has no next bit, the directory becomes twice as wide. A bucket is a small table of
 * its own, with open addressing by the last bits of the hash and linear probing, and never changes: the next version has a
 * copy. So a change copies one bucket of at most 2 KB and the path to it, whatever the size of the table, but for one
 * change in some hundred thousand that widens the directory, a slot for every hundred entries.
 *
 * <p>A bucket is a {@code long[]}:
 *
 * <pre>
 *   0            number of the edit that made it
 *   1            how many bits its hashes have in common (upper half) | how many entries it has
 *   2 ...        a power of two of slots: hash (upper half) | number + 1; 0 is a free slot
 * </pre>
 *
 * <p>Invariant: a bucket is at most three quarters full, so that probing ends at a free slot. Nothing is marked as deleted;
 * a bucket that loses an entry is written anew.
 *
 * <p>Attack: hashes must come from a {@link KeyedHash}; then nobody can choose keys that share a bucket. Should so many
 * hashes begin alike all the same that no bit splits them, their bucket grows instead.
 *
 * <p>Threads. As {@link RadixArray}.
 */
public final class Directory {

    private static final int EDIT = 0;
    private static final int COUNT = 1;
    private static final int FIRST_SLOT = 2;

    private static final int FEWEST_SLOTS = 8;

    /** 2 KB: large enough that few buckets are half empty, small enough to be copied in passing. */
    private static final int MOST_SLOTS = 256;

    /** Together with the bits that choose among {@link #MOST_SLOTS} no more than a hash has. */
    private static final int DEEPEST = 24;

    private static final Directory EMPTY = new Directory(
            RadixArray.<long[]>empty().with(new Edit(-1), 0, newBucket(FEWEST_SLOTS, new Edit(-1), 0)), 0);

    private final RadixArray<long[]> buckets;

    /** How many bits of a hash choose a place. */
    private final int depth;

    private Directory(RadixArray<long[]> buckets, int depth) {
        this.buckets = buckets;
        this.depth = depth;
    }

    /** A directory without entries. */
    public static Directory empty() {
        return EMPTY;
    }

    // Reading: for (int probe = 0; (entry = entry(bucket, hash, probe)) != 0; probe++) { if (isOf(entry, hash)) ... }

    /** The bucket in which everything with this hash is. */
    public long[] bucket(int hash) {
        long[] bucket = buckets.get(place(hash));
        if (bucket == null) {
            throw new IllegalStateException("Defect in a directory: it has no bucket at a place");
        }
        return bucket;
    }

    /** The next entry that may have this hash; 0 if no other has. */
    public static long entry(long[] bucket, int hash, int probe) {
        int mask = bucket.length - FIRST_SLOT - 1;
        return bucket[FIRST_SLOT + ((hash + probe) & mask)];
    }

    /** Whether the entry is one with this hash. */
    public static boolean isOf(long entry, int hash) {
        return (int) (entry >>> Integer.SIZE) == hash;
    }

    /** The number of an entry. */
    public static int number(long entry) {
        return (int) entry - 1;
    }

    // Writing

    /** The next version, with a number under a hash. This version is void if it is of the same edit. */
    public Directory plus(Edit edit, int hash, int number) {
        Directory next = this;
        long[] bucket = bucket(hash);
        while (isFull(bucket)) {
            if (slots(bucket) < MOST_SLOTS || bitsInCommon(bucket) == DEEPEST) {
                bucket = copy(bucket, 2 * slots(bucket), edit);
                next = next.put(edit, hash, bucket);
            } else {
                next = next.split(edit, hash, bucket);
                bucket = next.bucket(hash);
            }
        }
        if (bucket[EDIT] != edit.number) {
            bucket = copy(bucket, slots(bucket), edit);
            next = next.put(edit, hash, bucket);
        }
        add(bucket, entryOf(hash, number));
        return next;
    }

    /** The next version, without a number under a hash. This version is void if it is of the same edit. */
    public Directory minus(Edit edit, int hash, int number) {
        long[] bucket = bucket(hash);
        long[] without = newBucket(slots(bucket), edit, bitsInCommon(bucket));
        long gone = entryOf(hash, number);
        for (int i = FIRST_SLOT; i < bucket.length; i++) {
            if (bucket[i] != 0 && bucket[i] != gone) {
                add(without, bucket[i]);
            }
        }
        return put(edit, hash, without);
    }

    /** How many entries there are. O(n), for tests. */
    public int count() {
        int count = 0;
        for (int place = 0; place < 1 << depth; place++) {
            long[] bucket = bucket(place << (Integer.SIZE - depth));
            if (place == firstPlaceOf(bucket, place)) {
                count += (int) bucket[COUNT];
            }
            if (depth == 0) {
                break;
            }
        }
        return count;
    }

    private int place(int hash) {
        return (int) (Integer.toUnsignedLong(hash) >>> (Integer.SIZE - depth));
    }

    /** Writes a bucket to all places that share it. */
    private Directory put(Edit edit, int hash, long[] bucket) {
        RadixArray<long[]> next = buckets;
        int first = firstPlaceOf(bucket, place(hash));
        int places = 1 << (depth - bitsInCommon(bucket));
        for (int place = first; place < first + places; place++) {
            next = next.with(edit, place, bucket);
        }
        return next == buckets ? this : new Directory(next, depth);
    }

    private int firstPlaceOf(long[] bucket, int place) {
        int sharing = depth - bitsInCommon(bucket);
        return (place >>> sharing) << sharing;
    }

    private Directory split(Edit edit, int hash, long[] full) {
        if (bitsInCommon(full) == depth) {
            return widened(edit).split(edit, hash, full);
        }
        int bits = bitsInCommon(full) + 1;
        long[] zeros = newBucket(slots(full), edit, bits);
        long[] ones = newBucket(slots(full), edit, bits);
        for (int i = FIRST_SLOT; i < full.length; i++) {
            if (full[i] != 0) {
                add(full[i] << (bits - 1) < 0 ? ones : zeros, full[i]);
            }
        }
        int next = 1 << (Integer.SIZE - bits);
        return put(edit, hash & ~next, zeros).put(edit, hash | next, ones);
    }

    private Directory widened(Edit edit) {
        RadixArray<long[]> wide = RadixArray.empty();
        for (int place = 0; place < 1 << depth; place++) {
            long[] bucket = buckets.get(place);
            wide = wide.with(edit, 2 * place, bucket).with(edit, 2 * place + 1, bucket);
        }
        return new Directory(wide, depth + 1);
    }

    private static long[] newBucket(int slots, Edit edit, int bitsInCommon) {
        long[] bucket = new long[FIRST_SLOT + slots];
        bucket[EDIT] = edit.number;
        bucket[COUNT] = (long) bitsInCommon << Integer.SIZE;
        return bucket;
    }

    private static long[] copy(long[] bucket, int slots, Edit edit) {
        if (slots == slots(bucket)) {
            long[] same = bucket.clone();
            same[EDIT] = edit.number;
            return same;
        }
        long[] larger = newBucket(slots, edit, bitsInCommon(bucket));
        for (int i = FIRST_SLOT; i < bucket.length; i++) {
            if (bucket[i] != 0) {
                add(larger, bucket[i]);
            }
        }
        return larger;
    }

    private static void add(long[] bucket, long entry) {
        int hash = (int) (entry >>> Integer.SIZE);
        int probe = 0;
        while (entry(bucket, hash, probe) != 0) {
            probe++;
        }
        bucket[FIRST_SLOT + ((hash + probe) & (slots(bucket) - 1))] = entry;
        bucket[COUNT]++;
    }

    private static long entryOf(int hash, int number) {
        return ((long) hash << Integer.SIZE) | (number + 1);
    }

    private static int slots(long[] bucket) {
        return bucket.length - FIRST_SLOT;
    }

    private static int bitsInCommon(long[] bucket) {
        return (int) (bucket[COUNT] >>> Integer.SIZE);
    }

    private static boolean isFull(long[] bucket) {
        return 4 * ((int) bucket[COUNT] + 1) > 3 * slots(bucket);
    }
}
