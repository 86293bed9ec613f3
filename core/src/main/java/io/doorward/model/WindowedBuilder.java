package io.doorward.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row in the making that has a validity window. */
abstract class WindowedBuilder<B extends WindowedBuilder<B>> extends RowBuilder<B> {

    private @Nullable Instant notBefore;
    private @Nullable Instant expiresAt;

    WindowedBuilder(@Nullable RowBuilder<?> parent, String kind, String key) {
        super(parent, kind, key);
    }

    /** The first valid instant; without it there is no beginning. */
    public B notBefore(Instant instant) {
        notBefore = instant;
        return self();
    }

    /** The first instant that is not valid any more; without it there is no end. */
    public B expiresAt(Instant instant) {
        expiresAt = instant;
        return self();
    }

    final boolean hasWindow() {
        return notBefore != null || expiresAt != null;
    }

    final Window window(Problems problems) {
        String fault = Window.fault(notBefore, expiresAt);
        if (fault != null) {
            problems.add(this, "The window of the " + whatAndWhere() + " holds at no instant: " + fault);
            return Window.ALWAYS;
        }
        return Window.of(notBefore, expiresAt);
    }
}
