package io.doorward.index;

import io.doorward.model.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** Compiles windows; equal ones share a row. */
final class Windows {

    private static final long[] NO_MILLIS = {};

    private final Map<Window, WindowRow> rows = new HashMap<>();

    WindowRow of(Window window) {
        return window.isAlways() ? WindowRow.ALWAYS : rows.computeIfAbsent(window, WindowRow::new);
    }

    /**
     * The milliseconds since 1970 within which some window opens or closes, sorted; not those at whose very beginning it
     * does. In all others every instant of the millisecond gives the same answers, so that a clock need be read no finer.
     */
    long[] splitMillis() {
        return rows.values().stream()
                .<Instant>mapMulti(WindowRow::forEachBoundary)
                .filter(boundary -> !boundary.equals(boundary.truncatedTo(ChronoUnit.MILLIS)))
                .mapToLong(Instant::toEpochMilli)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The same together with others. */
    long[] splitMillis(long[] others) {
        long[] more = rows.isEmpty() ? NO_MILLIS : splitMillis();
        return more.length == 0
                ? others
                : LongStream.concat(Arrays.stream(others), Arrays.stream(more))
                        .sorted()
                        .distinct()
                        .toArray();
    }
}
