package io.doorward.index;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows references inside a policy, which holds no dangling one. */
final class References {

    private References() {}

    static <K, V> V follow(Map<K, V> rows, K key) {
        @Nullable V row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("Defect in the compiler of the index: nothing is known of " + key);
        }
        return row;
    }
}
