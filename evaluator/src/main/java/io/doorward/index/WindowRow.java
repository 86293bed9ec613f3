package io.doorward.index;

import io.doorward.model.Window;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A validity window as numbers: an instant is a count of seconds and the nanoseconds within that second, so that a check
 * compares without making objects, exact to the nanosecond in all years that a policy can name.
 */
final class WindowRow {

    private static final int MILLIS_PER_SECOND = 1000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    static final WindowRow ALWAYS = new WindowRow(Window.ALWAYS);

    private static final long NEVER_BEGAN = Long.MIN_VALUE;
    private static final long NEVER_ENDS = Long.MAX_VALUE;

    private final long fromSecond;
    private final int fromNano;
    private final long toSecond;
    private final int toNano;

    WindowRow(Window window) {
        Instant notBefore = window.notBefore();
        Instant expiresAt = window.expiresAt();
        fromSecond = notBefore == null ? NEVER_BEGAN : notBefore.getEpochSecond();
        fromNano = notBefore == null ? 0 : notBefore.getNano();
        toSecond = expiresAt == null ? NEVER_ENDS : expiresAt.getEpochSecond();
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

    /** Whether the window opens or closes within the millisecond since 1970, but not at its beginning. */
    boolean splits(long millis) {
        return (fromSecond != NEVER_BEGAN && splits(fromSecond, fromNano, millis))
                || (toSecond != NEVER_ENDS && splits(toSecond, toNano, millis));
    }

    private static boolean splits(long second, int nano, long millis) {
        return nano % NANOS_PER_MILLI != 0 && second * MILLIS_PER_SECOND + nano / NANOS_PER_MILLI == millis;
    }

    /** Names the instants at which the window opens and closes. */
    void forEachBoundary(Consumer<Instant> boundaries) {
        if (fromSecond != NEVER_BEGAN) {
            boundaries.accept(Instant.ofEpochSecond(fromSecond, fromNano));
        }
        if (toSecond != NEVER_ENDS) {
            boundaries.accept(Instant.ofEpochSecond(toSecond, toNano));
        }
    }

    Window toWindow() {
        return Window.of(
                fromSecond == NEVER_BEGAN ? null : Instant.ofEpochSecond(fromSecond, fromNano),
                toSecond == NEVER_ENDS ? null : Instant.ofEpochSecond(toSecond, toNano));
    }
}
