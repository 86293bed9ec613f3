package io.doorward.persistent;

import org.jspecify.annotations.Nullable;

/**
 * What differs between two trees, found by walking both and stepping over what they share. O(d log n) for d differences
 * between a tree and a version made of it; O(n) for trees that share nothing.
 */
final class Difference<K extends Comparable<? super K>, V> {

    private final DifferenceVisitor<? super K, ? super V> visitor;

    private Difference(DifferenceVisitor<? super K, ? super V> visitor) {
        this.visitor = visitor;
    }

    /** Names the differences in the order of keys. */
    static <K extends Comparable<? super K>, V> void forEach(
            @Nullable Node<K, V> before, @Nullable Node<K, V> after, DifferenceVisitor<? super K, ? super V> visitor) {
        new Difference<K, V>(visitor).walk(before, after);
    }

    /** Whether anything differs. As {@link #forEach}, but only up to the first difference. */
    @SuppressWarnings("ReferenceEquality") // the very same tree has no differences
    static <K extends Comparable<? super K>, V> boolean isAny(@Nullable Node<K, V> before, @Nullable Node<K, V> after) {
        if (before == after) {
            return false;
        }
        if (before == null || after == null) {
            return true;
        }
        Node<K, V> counterpart = counterpart(before, after.key);
        return isOther(counterpart, after)
                || isAny(left(before, counterpart, after.key), after.left)
                || isAny(right(before, counterpart, after.key), after.right);
    }

    @SuppressWarnings("ReferenceEquality") // the very same tree has no differences
    private void walk(@Nullable Node<K, V> before, @Nullable Node<K, V> after) {
        if (before == after) {
            return;
        }
        if (after == null) {
            removed(before);
        } else if (before == null) {
            walk(null, after.left);
            visitor.differs(after.key, null, after.value);
            walk(null, after.right);
        } else {
            Node<K, V> counterpart = counterpart(before, after.key);
            walk(left(before, counterpart, after.key), after.left);
            if (isOther(counterpart, after)) {
                visitor.differs(after.key, counterpart == null ? null : counterpart.value, after.value);
            }
            walk(right(before, counterpart, after.key), after.right);
        }
    }

    /** The node of a key; most often the topmost, as long as no rotation has come between the two trees. */
    @SuppressWarnings("ReferenceEquality") // the very same key is equal
    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> counterpart(Node<K, V> tree, K key) {
        return key == tree.key || key.equals(tree.key) ? tree : Node.find(tree, key);
    }

    @SuppressWarnings("ReferenceEquality") // the very same value is equal
    private static <V> boolean isOther(@Nullable Node<?, V> before, Node<?, V> after) {
        return before == null || (before.value != after.value && !before.value.equals(after.value));
    }

    /** What lies before a key. */
    @SuppressWarnings("ReferenceEquality") // the topmost node itself
    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> left(
            Node<K, V> tree, @Nullable Node<K, V> ofKey, K key) {
        return ofKey == tree ? tree.left : Node.range(tree, null, key);
    }

    /** What lies behind a key. */
    @SuppressWarnings("ReferenceEquality") // the topmost node itself
    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> right(
            Node<K, V> tree, @Nullable Node<K, V> ofKey, K key) {
        return ofKey == tree ? tree.right : Node.minus(Node.range(tree, key, null), key);
    }

    private void removed(@Nullable Node<K, V> tree) {
        if (tree != null) {
            removed(tree.left);
            visitor.differs(tree.key, tree.value, null);
            removed(tree.right);
        }
    }
}
