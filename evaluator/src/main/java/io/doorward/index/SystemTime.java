package io.doorward.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * The system's clock, as one that an index can read without making an object: its milliseconds are a plain number. An index
 * asks for the finer {@link #instant()} only where a window opens or closes within the current millisecond, see {@link
 * Windows}.
 *
 * <p>It never goes back: where the host's clock is put back, it stands still until that clock has caught up, so that what was
 * over does not begin again. Thread-safe.
 *
 * <p>Why not leave it to the compiler to take the {@link Instant} apart: it stops doing so for the whole process once a host
 * has made instants of the epoch, or has evaluators with three kinds of clock.
 */
public final class SystemTime implements InstantSource {

    private static final Clock UTC = Clock.systemUTC();
    private static final VarHandle LATEST;

    static {
        try {
            LATEST = MethodHandles.lookup().findVarHandle(SystemTime.class, "latestMillis", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final SteadyTime fine = new SteadyTime(UTC);
    private volatile long latestMillis = Long.MIN_VALUE;

    /** A clock of its own, which has gone nowhere yet. */
    public SystemTime() {}

    /** The given clock as one that never goes back. */
    public static InstantSource steady(InstantSource clock) {
        boolean isSystem = clock.equals(UTC)
                || clock.equals(Clock.system(ZoneId.systemDefault()))
                || clock.equals(InstantSource.system());
        return isSystem ? new SystemTime() : new SteadyTime(clock);
    }

    @Override
    public Instant instant() {
        Instant now = fine.instant();
        long millis = raise(now.toEpochMilli());
        return now.toEpochMilli() < millis ? Instant.ofEpochMilli(millis) : now;
    }

    @Override
    public long millis() {
        return raise(System.currentTimeMillis());
    }

    /** The later one of this and the latest so far, which it becomes. */
    private long raise(long millis) {
        long latest = latestMillis;
        while (millis > latest) {
            if (LATEST.compareAndSet(this, latest, millis)) {
                return millis;
            }
            latest = latestMillis;
        }
        return latest;
    }
}
