package io.doorward.index;

import io.doorward.model.Window;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A validity window as numbers: an instant is a count of seconds and the nanoseconds within that second, so that a check
 * compares without making objects, exact to the nanosecond in all years that a policy can name.
 */
final class WindowRow {

    static final WindowRow ALWAYS = new WindowRow(Window.ALWAYS);

    private final @Nullable Instant notBefore;
    private final @Nullable Instant expiresAt;
    private final long fromSecond;
    private final int fromNano;
    private final long toSecond;
    private final int toNano;

    WindowRow(Window window) {
        notBefore = window.notBefore();
        expiresAt = window.expiresAt();
        fromSecond = notBefore == null ? Long.MIN_VALUE : notBefore.getEpochSecond();
        fromNano = notBefore == null ? 0 : notBefore.getNano();
        toSecond = expiresAt == null ? Long.MAX_VALUE : expiresAt.getEpochSecond();
        toNano = expiresAt == null ? Integer.MAX_VALUE : expiresAt.getNano();
    }

    boolean isAlways() {
        return this == ALWAYS;
    }

    boolean contains(long second, int nano) {
        return isFrom(second, nano) && isBeforeEnd(second, nano);
    }

    private boolean isFrom(long second, int nano) {
        return second > fromSecond || (second == fromSecond && nano >= fromNano);
    }

    private boolean isBeforeEnd(long second, int nano) {
        return second < toSecond || (second == toSecond && nano < toNano);
    }

    /** Names the instants at which the window opens and closes. */
    void forEachBoundary(Consumer<Instant> boundaries) {
        if (notBefore != null) {
            boundaries.accept(notBefore);
        }
        if (expiresAt != null) {
            boundaries.accept(expiresAt);
        }
    }

    Window toWindow() {
        return Window.of(notBefore, expiresAt);
    }
}
