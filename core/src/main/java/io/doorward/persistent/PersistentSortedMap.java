package io.doorward.persistent;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map whose next version costs O(log n) and shares the rest with this one: the backbone of a policy,
 * where a change of one row must not copy a million others.
 *
 * <p>Keys in their natural order; neither keys nor values are null. Thread-safe. Sub-maps are maps of their own, made in
 * O(log n). About 40 bytes an entry.
 */
@SuppressWarnings("JdkObsolete") // a navigable map would be three times as much code that nobody calls
public final class PersistentSortedMap<K extends Comparable<? super K>, V> extends AbstractMap<K, V>
        implements SortedMap<K, V> {

    private final @Nullable Node<K, V> root;

    private PersistentSortedMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    private static final PersistentSortedMap<?, ?> EMPTY = new PersistentSortedMap<Integer, Object>(null);

    /** The empty map; always the same. */
    @SuppressWarnings("unchecked") // it has neither keys nor values
    public static <K extends Comparable<? super K>, V> PersistentSortedMap<K, V> of() {
        return (PersistentSortedMap<K, V>) EMPTY;
    }

    /** A map with these entries. O(n) if they ascend in a map of natural order, else O(n log n). */
    public static <K extends Comparable<? super K>, V> PersistentSortedMap<K, V> copyOf(Map<K, V> map) {
        if (map instanceof PersistentSortedMap<K, V> same) {
            return same;
        }
        if (map.isEmpty()) {
            return of();
        }
        boolean ascends = map instanceof SortedMap<K, V> sorted && sorted.comparator() == null;
        List<Map.Entry<K, V>> entries = new ArrayList<>((ascends ? map : new TreeMap<>(map)).entrySet());
        return new PersistentSortedMap<>(Node.ofAscending(entries));
    }

    /** This map with an entry more, or with another value for the key, which stays the object that it was. O(log n). */
    public PersistentSortedMap<K, V> plus(K key, V value) {
        return new PersistentSortedMap<>(Node.plus(root, key, value));
    }

    /** This map without a key; itself if it has no such key. O(log n). */
    @SuppressWarnings("ReferenceEquality") // the very same tree means that nothing was removed
    public PersistentSortedMap<K, V> minus(K key) {
        Node<K, V> without = Node.minus(root, key);
        return without == root ? this : new PersistentSortedMap<>(without);
    }

    /**
     * What an other version has that this one has not, or has otherwise: its value, or empty for a key that it lacks.
     * O(d log n) for d differences between versions made of each other, O(n) for others. Values that are not the very same
     * are compared by {@code equals}.
     */
    public SortedMap<K, Optional<V>> differences(PersistentSortedMap<K, V> other) {
        List<Map.Entry<K, Optional<V>>> found = new ArrayList<>();
        forEachDifference(other, (key, before, after) -> found.add(Map.entry(key, Optional.ofNullable(after))));
        return found.isEmpty() ? of() : new PersistentSortedMap<>(Node.ofAscending(found));
    }

    /** Names the same differences in the order of keys, each with what this version has. At the same cost. */
    public void forEachDifference(PersistentSortedMap<K, V> other, DifferenceVisitor<? super K, ? super V> visitor) {
        Difference.forEach(root, other.root, visitor);
    }

    /** As for any map; O(d log n) at most for versions that were made of each other. */
    @Override
    @SuppressWarnings("unchecked") // equal sizes and keys of one class, as node() sees to
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof PersistentSortedMap<?, ?> that)) {
            return super.equals(other);
        }
        if (root == null || that.root == null) {
            return isEmpty() && that.isEmpty();
        }
        return size() == that.size()
                && root.key.getClass() == that.root.key.getClass()
                && !Difference.isAny(root, ((PersistentSortedMap<K, V>) that).root);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Node<K, V> node = node(key);
        return node == null ? null : node.value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return node(key) != null;
    }

    /** Keys of another type are simply not there, as in a hash map. */
    @SuppressWarnings("unchecked")
    private @Nullable Node<K, V> node(@Nullable Object key) {
        return root == null || key == null || key.getClass() != root.key.getClass() ? null : Node.find(root, (K) key);
    }

    @Override
    public int size() {
        return Node.size(root);
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return null;
    }

    @Override
    public K firstKey() {
        return Node.first(rootOrThrow()).key;
    }

    @Override
    public K lastKey() {
        return Node.last(rootOrThrow()).key;
    }

    private Node<K, V> rootOrThrow() {
        if (root == null) {
            throw new NoSuchElementException("The map is empty.");
        }
        return root;
    }

    @Override
    public SortedMap<K, V> subMap(K from, K to) {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("A range cannot end before it begins.");
        }
        return new PersistentSortedMap<>(Node.range(root, from, to));
    }

    @Override
    public SortedMap<K, V> headMap(K to) {
        return new PersistentSortedMap<>(Node.range(root, null, to));
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return new PersistentSortedMap<>(Node.range(root, from, null));
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Ascent<>(root);
            }

            @Override
            public int size() {
                return Node.size(root);
            }

            @Override
            public boolean contains(@Nullable Object entry) {
                if (!(entry instanceof Map.Entry<?, ?> that)) {
                    return false;
                }
                Node<K, V> node = node(that.getKey());
                return node != null && node.equals(that);
            }
        };
    }

    /** Whether the tree is in order and in balance; for tests. */
    boolean isSound() {
        return Node.isSound(root);
    }

    /** Walks the entries in order. */
    private static final class Ascent<K extends Comparable<? super K>, V> implements Iterator<Map.Entry<K, V>> {

        private final Deque<Node<K, V>> path = new ArrayDeque<>();

        Ascent(@Nullable Node<K, V> root) {
            descend(root);
        }

        private void descend(@Nullable Node<K, V> tree) {
            for (Node<K, V> node = tree; node != null; node = node.left) {
                path.push(node);
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Map.Entry<K, V> next() {
            Node<K, V> node = path.pop();
            descend(node.right);
            return node;
        }
    }
}
