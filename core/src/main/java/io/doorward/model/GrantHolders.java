package io.doorward.model;

import io.doorward.persistent.PersistentSortedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which members of a workspace may have a grant on a device, so that a device that leaves need not be looked for in all
 * memberships.
 *
 * <p>How it works. Who holds what is written down once, when first a device leaves. From then on only grants that come are
 * noted; those that go are not. So it may name somebody who holds nothing any more, and never leaves out somebody who does.
 * When as much has been noted as was written down, it is {@linkplain #isOld old}, and to be forgotten: else grants that come
 * and go would be noted without end.
 *
 * <p>An immutable value; some 100 bytes a device and 6 a grant.
 */
final class GrantHolders {

    private static final int FEW = 1_000;

    /** As it was written down, in the order of ids. */
    private final Map<DeviceId, List<PrincipalId>> written;

    private final long writtenGrants;

    private final References<DeviceId, PrincipalId> noted;
    private final long notedGrants;

    private GrantHolders(
            Map<DeviceId, List<PrincipalId>> written,
            long writtenGrants,
            References<DeviceId, PrincipalId> noted,
            long notedGrants) {
        this.written = written;
        this.writtenGrants = writtenGrants;
        this.noted = noted;
        this.notedGrants = notedGrants;
    }

    /** Writes down what these hold. O(n) in their grants on devices. */
    static GrantHolders of(SortedMap<PrincipalId, Member> members) {
        Map<DeviceId, List<PrincipalId>> written = new HashMap<>();
        long grants = 0;
        for (Member member : members.values()) {
            for (DeviceId device : member.rights().devices().keySet()) {
                written.computeIfAbsent(device, d -> new ArrayList<>(2)).add(member.principal());
                grants++;
            }
        }
        return new GrantHolders(written, grants, References.none(), 0);
    }

    private GrantHolders with(PrincipalId member, Collection<DeviceId> more) {
        References<DeviceId, PrincipalId> all = noted;
        long count = notedGrants;
        for (DeviceId device : more) {
            if (Collections.binarySearch(written(device), member) < 0) {
                all = all.plus(device, member);
                count++;
            }
        }
        return count == notedGrants ? this : new GrantHolders(written, writtenGrants, all, count);
    }

    /** The same where a membership is another one by now. */
    GrantHolders after(@Nullable Member was, Member is) {
        return with(is.principal(), ReferenceCheck.come(devices(was), devices(is)));
    }

    /**
     * The same where memberships are others by now; written down anew if this has grown old by them. O(d log n) for d
     * differences between versions made of each other.
     */
    GrantHolders after(PersistentSortedMap<PrincipalId, Member> were, PersistentSortedMap<PrincipalId, Member> are) {
        GrantHolders[] found = {this};
        were.forEachDifference(are, (id, was, is) -> {
            if (is != null) {
                found[0] = found[0].after(was, is);
            }
        });
        return found[0].isOld() ? of(are) : found[0];
    }

    private static SortedMap<DeviceId, Grant> devices(@Nullable Member member) {
        return member == null ? PersistentSortedMap.of() : member.rights().devices();
    }

    private List<PrincipalId> written(DeviceId device) {
        return written.getOrDefault(device, List.of());
    }

    /** Whether so much has been noted that it is time to forget it, and to write it down anew. */
    boolean isOld() {
        return notedGrants > FEW + writtenGrants;
    }

    /** Who may have a grant on the device, in the order of ids. */
    Collection<PrincipalId> on(DeviceId device) {
        Collection<PrincipalId> came = noted.to(device);
        if (came.isEmpty()) {
            return written(device);
        }
        TreeSet<PrincipalId> all = new TreeSet<>(came);
        all.addAll(written(device));
        return all;
    }
}
