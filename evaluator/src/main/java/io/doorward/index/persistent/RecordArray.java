package io.doorward.index.persistent;

/**
 * A persistent array of records of a few words each, which lie side by side: reading one loads a line of memory, not an
 * object.
 *
 * <p>How it works. Pages of 512 records hang in a {@link RadixArray}. A change copies one page, 16 KB where a record has four
 * words, and the path to it. Behind the records a page has one more word, the number of the {@link Edit} that made it, which alone
 * may write to it.
 *
 * <p>To read, take {@link #page} and {@link #offset} of the number, and words from there on.
 *
 * <p>Threads. As {@link RadixArray}.
 *
 * <p>Invariant: a record that was never written, or was cleared, is all zeros.
 */
public final class RecordArray {

    /** 512 records: so few pages that the way to them stays in the caches, small enough to be copied in a microsecond. */
    private static final int PAGE_BITS = 9;

    private static final int RECORDS = 1 << PAGE_BITS;
    private static final int MASK = RECORDS - 1;

    private final RadixArray<long[]> pages;
    private final int words;

    /** What stands for a page that is not there. */
    private final long[] zeros;

    private RecordArray(RadixArray<long[]> pages, int words, long[] zeros) {
        this.pages = pages;
        this.words = words;
        this.zeros = zeros;
    }

    /** An array of zeros, of so many words a record. */
    public static RecordArray ofWords(int words) {
        return new RecordArray(RadixArray.empty(), words, new long[RECORDS * words + 1]);
    }

    /** The page with this record; never to be written to. O(log n) to the base 256. */
    public long[] page(int index) {
        long[] page = pages.get(index >>> PAGE_BITS);
        return page == null ? zeros : page;
    }

    /** Whether two records are on the same page. */
    public static boolean areOnOnePage(int a, int b) {
        return (a ^ b) >>> PAGE_BITS == 0;
    }

    /** Where in its page this record begins. */
    public int offset(int index) {
        return (index & MASK) * words;
    }

    /** The next version, with these words at the index. This version is void if it is of the same edit. */
    public RecordArray with(Edit edit, int index, long... record) {
        if (record.length != words) {
            throw new IllegalArgumentException("A record has " + words + " words, not " + record.length);
        }
        long[] page = page(index);
        RadixArray<long[]> next = pages;
        if (page == zeros || page[page.length - 1] != edit.number) {
            page = page.clone();
            page[page.length - 1] = edit.number;
            next = pages.with(edit, index >>> PAGE_BITS, page);
        }
        System.arraycopy(record, 0, page, offset(index), words);
        return next == pages ? this : new RecordArray(next, words, zeros);
    }

    /** The next version, without a record at the index. This version is void if it is of the same edit. */
    public RecordArray without(Edit edit, int index) {
        return with(edit, index, new long[words]);
    }
}
