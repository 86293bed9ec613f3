package io.doorward.persistent;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of a weight-balanced search tree; never changed once made. Null stands for the empty tree.
 *
 * <p>How it works: Adams, "Efficient sets: a balancing act" (1993), with the parameters that Hirai and Yamamoto proved
 * right in "Balancing weight-balanced trees" (2011): with weight = size + 1, no side is more than {@value #DELTA} times as
 * heavy as the other, and a double rotation is due where the inner grandchild is {@value #GAMMA} times as heavy as the outer
 * one or more. The depth is then below 2.5 log2(n), for no order of insertion worse.
 *
 * <p>Invariant: keys ascend from left to right, {@code size} counts the tree, the weights are in balance.
 */
final class Node<K extends Comparable<? super K>, V> implements Map.Entry<K, V> {

    private static final int DELTA = 3;
    private static final int GAMMA = 2;

    final K key;
    final V value;
    final @Nullable Node<K, V> left;
    final @Nullable Node<K, V> right;
    final int size;

    private Node(@Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
        this(left, key, value, right, size(left) + 1 + size(right));
    }

    private Node(@Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right, int size) {
        this.key = key;
        this.value = value;
        this.left = left;
        this.right = right;
        this.size = size;
    }

    static int size(@Nullable Node<?, ?> tree) {
        return tree == null ? 0 : tree.size;
    }

    /** The tree of entries that ascend already. O(n). */
    static <K extends Comparable<? super K>, V> @Nullable Node<K, V> ofAscending(List<Map.Entry<K, V>> entries) {
        int size = entries.size();
        if (size == 0) {
            return null;
        }
        int middle = size / 2;
        Map.Entry<K, V> entry = entries.get(middle);
        return new Node<>(
                ofAscending(entries.subList(0, middle)),
                entry.getKey(),
                entry.getValue(),
                ofAscending(entries.subList(middle + 1, size)));
    }

    static <K extends Comparable<? super K>, V> @Nullable Node<K, V> find(@Nullable Node<K, V> tree, K key) {
        Node<K, V> node = tree;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return node;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    static <K extends Comparable<? super K>, V> Node<K, V> plus(@Nullable Node<K, V> tree, K key, V value) {
        if (tree == null) {
            return new Node<>(null, key, value, null);
        }
        int order = key.compareTo(tree.key);
        if (order == 0) {
            // The key stays the object that it is: versions are compared faster, and lie as near together as they did.
            return new Node<>(tree.left, tree.key, value, tree.right, tree.size);
        }
        // Where only a value is another one, the other sides stay unread, which would be waited for at each step down.
        if (order < 0) {
            Node<K, V> left = plus(tree.left, key, value);
            return left.size == size(tree.left)
                    ? new Node<>(left, tree.key, tree.value, tree.right, tree.size)
                    : balance(left, tree.key, tree.value, tree.right);
        }
        Node<K, V> right = plus(tree.right, key, value);
        return right.size == size(tree.right)
                ? new Node<>(tree.left, tree.key, tree.value, right, tree.size)
                : balance(tree.left, tree.key, tree.value, right);
    }

    /** The tree without the key; the very same tree if it is not there. */
    @SuppressWarnings("ReferenceEquality") // the very same tree means that nothing was removed
    static <K extends Comparable<? super K>, V> @Nullable Node<K, V> minus(@Nullable Node<K, V> tree, K key) {
        if (tree == null) {
            return null;
        }
        int order = key.compareTo(tree.key);
        if (order == 0) {
            return glue(tree.left, tree.right);
        }
        if (order < 0) {
            Node<K, V> left = minus(tree.left, key);
            return left == tree.left ? tree : balance(left, tree.key, tree.value, tree.right);
        }
        Node<K, V> right = minus(tree.right, key);
        return right == tree.right ? tree : balance(tree.left, tree.key, tree.value, right);
    }

    /** Keys from {@code from} on, null for all, to before {@code to}, null for all. O(log n). */
    static <K extends Comparable<? super K>, V> @Nullable Node<K, V> range(
            @Nullable Node<K, V> tree, @Nullable K from, @Nullable K to) {
        if (tree == null || (from == null && to == null)) {
            return tree;
        }
        if (from != null && tree.key.compareTo(from) < 0) {
            return range(tree.right, from, to);
        }
        if (to != null && tree.key.compareTo(to) >= 0) {
            return range(tree.left, from, to);
        }
        return link(range(tree.left, from, null), tree.key, tree.value, range(tree.right, null, to));
    }

    static <K extends Comparable<? super K>, V> Node<K, V> first(Node<K, V> tree) {
        Node<K, V> node = tree;
        while (node.left != null) {
            node = node.left;
        }
        return node;
    }

    static <K extends Comparable<? super K>, V> Node<K, V> last(Node<K, V> tree) {
        Node<K, V> node = tree;
        while (node.right != null) {
            node = node.right;
        }
        return node;
    }

    /** Joins two trees of any sizes around a key between them. */
    private static <K extends Comparable<? super K>, V> Node<K, V> link(
            @Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
        if (isTooHeavy(left, right)) {
            Node<K, V> heavy = requireNonNull(left);
            return balance(heavy.left, heavy.key, heavy.value, link(heavy.right, key, value, right));
        }
        if (isTooHeavy(right, left)) {
            Node<K, V> heavy = requireNonNull(right);
            return balance(link(left, key, value, heavy.left), heavy.key, heavy.value, heavy.right);
        }
        return new Node<>(left, key, value, right);
    }

    /** Joins the two sides of a node that goes away. */
    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> glue(
            @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        if (left.size > right.size) {
            Node<K, V> between = last(left);
            return balance(minus(left, between.key), between.key, between.value, right);
        }
        Node<K, V> between = first(right);
        return balance(left, between.key, between.value, minus(right, between.key));
    }

    /** A node whose sides were in balance before one of them gained or lost one entry. */
    private static <K extends Comparable<? super K>, V> Node<K, V> balance(
            @Nullable Node<K, V> left, K key, V value, @Nullable Node<K, V> right) {
        if (isTooHeavy(right, left)) {
            Node<K, V> heavy = requireNonNull(right);
            if (weight(heavy.left) < GAMMA * weight(heavy.right)) {
                return new Node<>(new Node<>(left, key, value, heavy.left), heavy.key, heavy.value, heavy.right);
            }
            Node<K, V> inner = requireNonNull(heavy.left);
            return new Node<>(
                    new Node<>(left, key, value, inner.left),
                    inner.key,
                    inner.value,
                    new Node<>(inner.right, heavy.key, heavy.value, heavy.right));
        }
        if (isTooHeavy(left, right)) {
            Node<K, V> heavy = requireNonNull(left);
            if (weight(heavy.right) < GAMMA * weight(heavy.left)) {
                return new Node<>(heavy.left, heavy.key, heavy.value, new Node<>(heavy.right, key, value, right));
            }
            Node<K, V> inner = requireNonNull(heavy.right);
            return new Node<>(
                    new Node<>(heavy.left, heavy.key, heavy.value, inner.left),
                    inner.key,
                    inner.value,
                    new Node<>(inner.right, key, value, right));
        }
        return new Node<>(left, key, value, right);
    }

    private static long weight(@Nullable Node<?, ?> tree) {
        return size(tree) + 1L;
    }

    private static boolean isTooHeavy(@Nullable Node<?, ?> one, @Nullable Node<?, ?> other) {
        return weight(one) > DELTA * weight(other);
    }

    /** Whether the invariant holds throughout; for tests. */
    static <K extends Comparable<? super K>, V> boolean isSound(@Nullable Node<K, V> tree) {
        return tree == null
                || (tree.size == size(tree.left) + 1 + size(tree.right)
                        && !isTooHeavy(tree.left, tree.right)
                        && !isTooHeavy(tree.right, tree.left)
                        && (tree.left == null || last(tree.left).key.compareTo(tree.key) < 0)
                        && (tree.right == null || first(tree.right).key.compareTo(tree.key) > 0)
                        && isSound(tree.left)
                        && isSound(tree.right));
    }

    @Override
    public K getKey() {
        return key;
    }

    @Override
    public V getValue() {
        return value;
    }

    @Override
    public V setValue(V newValue) {
        throw new UnsupportedOperationException("This map never changes; make the next one with plus.");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Map.Entry<?, ?> that && key.equals(that.getKey()) && value.equals(that.getValue());
    }

    @Override
    public int hashCode() {
        return key.hashCode() ^ value.hashCode();
    }

    @Override
    public String toString() {
        return key + "=" + value;
    }
}
