package io.doorward.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the document says, kept until the builder for it can be had: the id, without which there is no
 * builder, may be the last key of the row.
 */
final class Details<B> implements Consumer<B> {

    private final List<Consumer<B>> calls = new ArrayList<>();

    /** Something to tell the builder. */
    void add(Consumer<B> call) {
        calls.add(call);
    }

    /** A value to set, unless there is none because what stood in its place was refused. */
    <T> void set(@Nullable T value, BiConsumer<B, T> setter) {
        if (value != null) {
            calls.add(builder -> setter.accept(builder, value));
        }
    }

    @Override
    public void accept(B builder) {
        calls.forEach(call -> call.accept(builder));
    }
}
