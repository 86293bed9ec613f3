package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;
import io.doorward.permission.PermissionSet;
import java.util.Arrays;

/**
 * Small numbers for what grants without a window carry, so that a grant on a device fits into one {@code int} (see {@link
 * GrantTable}): the same few sets make up almost all grants of a policy. Immutable; the next version may know more and never
 * another meaning of a number, so that whoever holds this one need not hear of it.
 *
 * <p>Codes run from 1 to {@value #MOST}. A set that came when they were used up has none, and its grants lie apart, as those
 * with a window do.
 */
final class GrantCodes {

    /** No code: there is no grant, or it lies apart. */
    static final int NONE = 0;

    /** What fits into the bits that {@link GrantTable} has for a code. */
    static final int MOST = (1 << GrantTable.CODE_BITS) - 1;

    /** By which grants are found; here, where whoever looks for one has to come by. */
    final KeyedHash hash;

    private final long[] masks;
    private final GrantRow[] grants;

    private GrantCodes(KeyedHash hash, long[] masks, GrantRow[] grants) {
        this.hash = hash;
        this.masks = masks;
        this.grants = grants;
    }

    static GrantCodes none(KeyedHash hash) {
        return new GrantCodes(hash, new long[1], new GrantRow[0]);
    }

    /** What a code carries; nothing for {@link #NONE}. */
    long mask(int code) {
        return masks[code];
    }

    GrantRow grant(int code) {
        return grants[code - 1];
    }

    int count() {
        return grants.length;
    }

    boolean isFull() {
        return grants.length == MOST;
    }

    /** The code of a closed set, or {@link #NONE}. */
    int of(PermissionSet closed) {
        for (int code = 1; code < masks.length; code++) {
            if (masks[code] == closed.bits()) {
                return code;
            }
        }
        return NONE;
    }

    /** The same with one more set, which has the next code. */
    GrantCodes plus(PermissionSet closed) {
        int count = grants.length + 1;
        long[] moreMasks = Arrays.copyOf(masks, count + 1);
        moreMasks[count] = closed.bits();
        GrantRow[] moreGrants = Arrays.copyOf(grants, count);
        moreGrants[count - 1] = new GrantRow(closed, WindowRow.ALWAYS);
        return new GrantCodes(hash, moreMasks, moreGrants);
    }
}
