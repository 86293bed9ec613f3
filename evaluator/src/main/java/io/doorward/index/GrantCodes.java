package io.doorward.index;

import io.doorward.index.persistent.KeyedPermutation;
import io.doorward.permission.PermissionSet;
import java.util.Arrays;

/**
 * Small numbers for what grants without a window carry, so that a grant on a device fits into one {@code int} (see {@link
 * GrantTable}): the same few sets make up almost all grants of a policy. Immutable; the next version may know more and never
 * another meaning of a number, so that whoever holds this one need not hear of it.
 *
 * <p>Codes run from 1 to {@value #MOST}. A set that came when they were used up has none: its grants lie apart, as those with
 * a window do, and have the code {@link #APART}.
 */
final class GrantCodes {

    /** There is no grant. */
    static final int NONE = 0;

    /** There is a grant, which lies apart. */
    static final int APART = (1 << GrantTable.CODE_BITS) - 1;

    /** What fits into the bits that {@link GrantTable} has for a code. */
    static final int MOST = APART - 1;

    final Family family;

    /** By which grants are found; here, where whoever looks for one has to come by. */
    final KeyedPermutation order;

    /** By code; nothing for those that stand for no set. Of full length, so that every code has a place. */
    private final long[] masks;

    private final GrantRow[] grants;

    private GrantCodes(Family family, long[] masks, GrantRow[] grants) {
        this.family = family;
        order = family.order;
        this.masks = masks;
        this.grants = grants;
    }

    static GrantCodes none(Family family) {
        return new GrantCodes(family, new long[APART + 1], new GrantRow[0]);
    }

    /** What a code carries; nothing for {@link #NONE} and {@link #APART}. */
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

    /** The code of a closed set, or {@link #APART}. */
    int of(PermissionSet closed) {
        for (int code = 1; code <= grants.length; code++) {
            if (masks[code] == closed.bits()) {
                return code;
            }
        }
        return APART;
    }

    /** The same with one more set, which has the next code. */
    GrantCodes plus(PermissionSet closed) {
        int code = grants.length + 1;
        long[] moreMasks = masks.clone();
        moreMasks[code] = closed.bits();
        GrantRow[] moreGrants = Arrays.copyOf(grants, code);
        moreGrants[code - 1] = new GrantRow(closed, WindowRow.ALWAYS);
        return new GrantCodes(family, moreMasks, moreGrants);
    }
}
