package io.doorward.index.persistent;

import java.util.Arrays;

/**
 * A persistent array of records of a few words each, which lie side by side: reading one loads a line of memory, not an
 * object.
 *
 * <p>How it works. As {@link PagedArray}, with pages of 512 records: a change copies one page, 16 KB where a record has four
 * words, and the list of pages, 80 KB for ten million records. Behind the records a page has one more word, the number of the
 * {@link Edit} that made it, which alone may write to it.
 *
 * <p>To read, take {@link #page} and {@link #offset} of the number, and words from there on.
 *
 * <p>Threads. As {@link PagedArray}.
 *
 * <p>Invariant: a record that was never written, or was cleared, is all zeros.
 */
public final class RecordArray {

    /** 512 records: so few pages that the way to them stays in the caches, small enough to be copied in a microsecond. */
    private static final int PAGE_BITS = 9;

    private static final int RECORDS = 1 << PAGE_BITS;
    private static final int MASK = RECORDS - 1;

    /** The number of no edit. */
    private static final long NOBODY = -1;

    private final long[][] pages;

    /** The number of the edit that made the list of pages, which alone may write to it. */
    private final long owner;

    private final int words;

    /** What stands for a page that is not there. */
    private final long[] zeros;

    private RecordArray(long[][] pages, long owner, int words, long[] zeros) {
        this.pages = pages;
        this.owner = owner;
        this.words = words;
        this.zeros = zeros;
    }

    /** An array of zeros, of so many words a record. */
    public static RecordArray ofWords(int words) {
        return new RecordArray(new long[0][], NOBODY, words, new long[RECORDS * words + 1]);
    }

    /** The page with this record; never to be written to. O(1). */
    public long[] page(int index) {
        int page = index >>> PAGE_BITS;
        return page < pages.length ? pages[page] : zeros;
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
        int at = index >>> PAGE_BITS;
        RecordArray next = owned(edit, at);
        long[] page = next.pages[at];
        if (page == zeros || page[page.length - 1] != edit.number) {
            page = page.clone();
            page[page.length - 1] = edit.number;
            next.pages[at] = page;
        }
        System.arraycopy(record, 0, page, offset(index), words);
        return next;
    }

    /** A version whose list of pages is the edit's own and has a place for one page. */
    private RecordArray owned(Edit edit, int page) {
        boolean isOwn = owner == edit.number;
        if (isOwn && page < pages.length) {
            return this;
        }
        int most = page < pages.length ? pages.length : Math.max(page + 1, isOwn ? 2 * pages.length : 0);
        long[][] list = Arrays.copyOf(pages, most);
        Arrays.fill(list, Math.min(pages.length, most), most, zeros);
        return new RecordArray(list, edit.number, words, zeros);
    }

    /** The next version, without a record at the index. This version is void if it is of the same edit. */
    public RecordArray without(Edit edit, int index) {
        return with(edit, index, new long[words]);
    }
}
