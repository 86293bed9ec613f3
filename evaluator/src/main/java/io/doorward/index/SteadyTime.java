package io.doorward.index;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still where the one behind it goes back. Thread-safe if that one is. */
final class SteadyTime implements InstantSource {

    private final InstantSource clock;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    SteadyTime(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        Instant now = clock.instant();
        Instant seen = latest();
        while (now.isAfter(seen)) {
            if (latest.compareAndSet(seen, now)) {
                return now;
            }
            seen = latest();
        }
        return seen;
    }

    private Instant latest() {
        return requireNonNull(latest.get());
    }
}
