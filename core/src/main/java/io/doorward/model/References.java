package io.doorward.model;

import io.doorward.persistent.PersistentSortedMap;
import java.util.Set;

/** Which things name a thing, and how often each does. Immutable; the next version costs O(log n). */
final class References<A extends Comparable<? super A>, B extends Comparable<? super B>> {

    private final PersistentSortedMap<A, PersistentSortedMap<B, Integer>> counts;

    private References(PersistentSortedMap<A, PersistentSortedMap<B, Integer>> counts) {
        this.counts = counts;
    }

    static <A extends Comparable<? super A>, B extends Comparable<? super B>> References<A, B> none() {
        return new References<A, B>(PersistentSortedMap.<A, PersistentSortedMap<B, Integer>>of());
    }

    References<A, B> plus(A named, B by) {
        PersistentSortedMap<B, Integer> of = counts.get(named);
        PersistentSortedMap<B, Integer> before = of == null ? PersistentSortedMap.of() : of;
        return new References<>(counts.plus(named, before.plus(by, count(before, by) + 1)));
    }

    References<A, B> minus(A named, B by) {
        PersistentSortedMap<B, Integer> before = counts.get(named);
        if (before == null) {
            return this;
        }
        int count = count(before, by);
        PersistentSortedMap<B, Integer> rest = count > 1 ? before.plus(by, count - 1) : before.minus(by);
        return new References<>(rest.isEmpty() ? counts.minus(named) : counts.plus(named, rest));
    }

    /** Who names it, in order; a version of its own that later changes leave alone. */
    Set<B> to(A named) {
        PersistentSortedMap<B, Integer> of = counts.get(named);
        return of == null ? Set.of() : of.keySet();
    }

    private static <B extends Comparable<? super B>> int count(PersistentSortedMap<B, Integer> of, B by) {
        Integer count = of.get(by);
        return count == null ? 0 : count;
    }
}
