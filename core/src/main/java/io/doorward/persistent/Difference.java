package io.doorward.persistent;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two trees, found by walking both and stepping over what they share. O(d log n) for d differences
 * between a tree and a version made of it; O(n) for trees that share nothing.
 */
final class Difference<K extends Comparable<? super K>, V> {

    private final SortedMap<K, Optional<V>> found = new TreeMap<>();

    static <K extends Comparable<? super K>, V> SortedMap<K, Optional<V>> between(
            @Nullable Node<K, V> before, @Nullable Node<K, V> after) {
        Difference<K, V> difference = new Difference<>();
        difference.walk(before, after);
        return difference.found;
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
            found.put(after.key, Optional.of(after.value));
            walk(null, after.right);
        } else {
            Node<K, V> same = after.key.equals(before.key) ? before : Node.find(before, after.key);
            boolean top = same == before;
            walk(top ? before.left : Node.range(before, null, after.key), after.left);
            if (same == null || (same.value != after.value && !same.value.equals(after.value))) {
                found.put(after.key, Optional.of(after.value));
            }
            walk(top ? before.right : Node.minus(Node.range(before, after.key, null), after.key), after.right);
        }
    }

    private void removed(@Nullable Node<K, V> tree) {
        if (tree != null) {
            removed(tree.left);
            found.put(tree.key, Optional.empty());
            removed(tree.right);
        }
    }
}
