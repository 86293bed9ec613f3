package io.doorward.exhaustive;

import java.time.Instant;
import java.util.function.Consumer;

/** The window of a row: every policy that has any is asked right before noon and at noon. */
enum Span {
    ALWAYS,
    UNTIL_NOON,
    FROM_NOON;

    /** High noon, inside a second, so that an instant can lie before it in that second or in an earlier one. */
    static final Instant NOON = Instant.parse("2026-07-01T12:00:00.5Z");

    /** Sets the bounds of a row in the making. */
    void set(Consumer<Instant> notBefore, Consumer<Instant> expiresAt) {
        switch (this) {
            case UNTIL_NOON -> expiresAt.accept(NOON);
            case FROM_NOON -> notBefore.accept(NOON);
            case ALWAYS -> {}
        }
    }
}
