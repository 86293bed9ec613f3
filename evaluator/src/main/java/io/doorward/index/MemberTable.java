package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The memberships of one workspace, by the number of the principal.
 *
 * <p>Layout: open addressing with linear probing in a table at most half full, of two arrays side by side; 0 is a free slot,
 * any other number one more than that of a principal. Which slot is a principal's depends on a secret, so that nobody can
 * pick members that crowd together. Immutable.
 */
final class MemberTable {

    private final KeyedHash hash;
    private final int[] keys;
    private final @Nullable MemberRow[] rows;

    /** How far a hash is shifted to give its slot. */
    private final int shift;

    MemberTable(Collection<MemberRow> members, KeyedHash hash) {
        this.hash = hash;
        int capacity = Integer.highestOneBit(Math.max(1, members.size())) << 2;
        keys = new int[capacity];
        rows = new MemberRow[capacity];
        shift = Integer.numberOfLeadingZeros(capacity) + 1;
        for (MemberRow member : members) {
            int slot = slot(member.principal);
            while (keys[slot] != 0) {
                slot = (slot + 1) & (capacity - 1);
            }
            keys[slot] = member.principal + 1;
            rows[slot] = member;
        }
    }

    @Nullable
    MemberRow of(int principal) {
        int key = principal + 1;
        for (int slot = slot(principal); keys[slot] != 0; slot = (slot + 1) & (keys.length - 1)) {
            if (keys[slot] == key) {
                return rows[slot];
            }
        }
        return null;
    }

    /** The numbers of the members, sorted. */
    int[] principals() {
        return Arrays.stream(keys)
                .filter(key -> key != 0)
                .map(key -> key - 1)
                .sorted()
                .toArray();
    }

    private int slot(int principal) {
        return hash.of(principal) >>> shift;
    }
}
