package io.doorward.index;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * The system's clock, as one that an index can read without making an object: its milliseconds are a plain number. An index
 * asks for the finer {@link #instant()} only where a window opens or closes within the current millisecond, see {@link
 * Windows}.
 *
 * <p>Why not leave it to the compiler to take the {@link Instant} apart: it stops doing so for the whole process once a host
 * has made instants of the epoch, or has evaluators with three kinds of clock.
 */
public final class SystemTime implements InstantSource {

    /** The only one. */
    public static final SystemTime CLOCK = new SystemTime();

    private static final Clock UTC = Clock.systemUTC();

    private SystemTime() {}

    /** The given clock, or {@link #CLOCK} if it is one of the JDK's names for the system's. */
    public static InstantSource orOther(InstantSource clock) {
        boolean isSystem = clock.equals(UTC)
                || clock.equals(Clock.system(ZoneId.systemDefault()))
                || clock.equals(InstantSource.system());
        return isSystem ? CLOCK : clock;
    }

    @Override
    public Instant instant() {
        return UTC.instant();
    }

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }
}
