package io.doorward.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.doorward.document.Position;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A key of changes, whose value is read and written in one way, in whatever change it stands.
 *
 * @param name the key itself
 * @param reading how its value is read
 * @param writing how its value is written; an IllegalArgumentException if it cannot be read back
 */
record ChangeKey<V>(String name, Reading<V> reading, Function<V, JsonNode> writing) {

    /** How a value is read. */
    @FunctionalInterface
    interface Reading<V> {

        /** The value that stands here; null after a problem was reported. */
        @Nullable
        V read(PolicyInput in, Position key);
    }

    @Nullable
    V read(PolicyInput in, Position key) {
        return reading.read(in, key);
    }

    JsonNode write(V value) {
        return writing.apply(value);
    }
}
