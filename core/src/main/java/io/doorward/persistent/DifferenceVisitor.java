package io.doorward.persistent;

import org.jspecify.annotations.Nullable;

/** Is told what differs between two versions of a map, key by key. */
@FunctionalInterface
public interface DifferenceVisitor<K, V> {

    /**
     * One key with its values in both versions, which differ.
     *
     * @param before null if the key is new
     * @param after null if the key is gone
     */
    void differs(K key, @Nullable V before, @Nullable V after);
}
