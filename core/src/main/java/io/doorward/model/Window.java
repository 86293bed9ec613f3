package io.doorward.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a token, a membership, a team membership or a grant is valid: from {@code notBefore} on, and until just before
 * {@code expiresAt}.
 *
 * @param notBefore the first valid instant, or null where it was always valid; years 0001 to 9999
 * @param expiresAt the first instant that is not valid any more, or null where it never ends; years 0001 to 9999
 */
public record Window(@Nullable Instant notBefore, @Nullable Instant expiresAt) {

    /** No bounds at all. */
    public static final Window ALWAYS = new Window(null, null);

    /** The first instant that a window, or any other instant of a policy, can name. */
    public static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");

    /** The last instant that a window, or any other instant of a policy, can name. */
    public static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a bound is out of the years 0001 to 9999, or if they leave no instant
     */
    public Window {
        String fault = fault(notBefore, expiresAt);
        if (fault != null) {
            throw new IllegalArgumentException(fault + ".");
        }
    }

    /** The window with these bounds; null for none. {@link #ALWAYS} where both are null. */
    public static Window of(@Nullable Instant notBefore, @Nullable Instant expiresAt) {
        return notBefore == null && expiresAt == null ? ALWAYS : new Window(notBefore, expiresAt);
    }

    /** Valid from this instant on. */
    public static Window from(Instant notBefore) {
        return new Window(notBefore, null);
    }

    /** Valid until just before this instant. */
    public static Window until(Instant expiresAt) {
        return new Window(null, expiresAt);
    }

    /** Whether the instant lies in the window. */
    public boolean contains(Instant instant) {
        return (notBefore == null || !instant.isBefore(notBefore))
                && (expiresAt == null || instant.isBefore(expiresAt));
    }

    /** Whether there are no bounds. */
    public boolean isAlways() {
        return notBefore == null && expiresAt == null;
    }

    static @Nullable String fault(@Nullable Instant notBefore, @Nullable Instant expiresAt) {
        if (isOutOfRange(notBefore) || isOutOfRange(expiresAt)) {
            return "An instant must lie in the years 0001 to 9999";
        }
        if (notBefore != null && expiresAt != null && !notBefore.isBefore(expiresAt)) {
            return "notBefore (" + notBefore + ") must lie before expiresAt (" + expiresAt + ")";
        }
        return null;
    }

    static boolean isOutOfRange(@Nullable Instant instant) {
        return instant != null && (instant.isBefore(MIN) || instant.isAfter(MAX));
    }
}
