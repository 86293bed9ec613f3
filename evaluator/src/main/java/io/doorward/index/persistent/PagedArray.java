package io.doorward.index.persistent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A persistent array: the next version copies only the page with the changed place and the list of pages, and versions share
 * all other pages.
 *
 * <p>How it works. Pages of 512 values hang in one list. A look-up loads the list and a page, whatever the size; deeper trees
 * copy less in arrays of many millions, and cost a check a load and a branch for each level. A change copies 2 KB of a page
 * and 4 bytes of the list for each 512 values, 1 KB of them for a hundred thousand.
 *
 * <p>A page is a plain array, one slot longer than its width: the last slot names the {@link Edit} that made it, which alone
 * may write to it.
 *
 * <p>Threads. A version whose edit has ended never changes; readers need no lock. Everything is reached through final
 * fields, so that a version may be handed over in any way.
 *
 * <p>Invariant: a place that was never set, or was cleared, holds null; indexes are 0 or more.
 */
public final class PagedArray<T> {

    private static final int BITS = 9;
    private static final int WIDTH = 1 << BITS;
    private static final int MASK = WIDTH - 1;
    private static final int OWNER = WIDTH;

    /** Stands for a page that is not there. */
    private static final @Nullable Object[] NOTHING = new Object[WIDTH + 1];

    private static final PagedArray<?> EMPTY = new PagedArray<>(new Object[0][], null);

    private final @Nullable Object[][] pages;

    /** The edit that made the list, which alone may write to it. */
    private final @Nullable Edit owner;

    private PagedArray(@Nullable Object[][] pages, @Nullable Edit owner) {
        this.pages = pages;
        this.owner = owner;
    }

    /** An array of nulls. */
    @SuppressWarnings("unchecked") // it holds nothing
    public static <T> PagedArray<T> empty() {
        return (PagedArray<T>) EMPTY;
    }

    /** The value at the index, or null. O(1). */
    @SuppressWarnings("unchecked") // pages hold values only, but for the owner, whose place no index names
    public @Nullable T get(int index) {
        int page = index >>> BITS;
        return page < pages.length ? (T) pages[page][index & MASK] : null;
    }

    /** The next version, with this value at the index; null clears the place. This version is void if it is of the same edit. */
    public PagedArray<T> with(Edit edit, int index, @Nullable T value) {
        int at = index >>> BITS;
        PagedArray<T> next = owned(edit, at);
        @Nullable Object[] page = next.pages[at];
        if (page[OWNER] != edit) {
            page = page.clone();
            page[OWNER] = edit;
            next.pages[at] = page;
        }
        page[index & MASK] = value;
        return next;
    }

    /** A version whose list of pages is the edit's own and has a place for one page. */
    private PagedArray<T> owned(Edit edit, int page) {
        if (owner == edit && page < pages.length) {
            return this;
        }
        int most = page < pages.length ? pages.length : Math.max(page + 1, owner == edit ? 2 * pages.length : 0);
        @Nullable Object[][] list = Arrays.copyOf(pages, most);
        Arrays.fill(list, Math.min(pages.length, most), most, NOTHING);
        return new PagedArray<>(list, edit);
    }
}
