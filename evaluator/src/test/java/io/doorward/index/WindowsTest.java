package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Window;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private final Windows windows = new Windows();

    @Test
    void aBoundaryAtTheBeginningOfAMillisecondDoesNotSplitIt() {
        windows.of(Window.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00.123Z")));
        windows.of(Window.ALWAYS);
        assertThat(windows.splitMillis()).isEmpty();
    }

    @Test
    void millisecondsThatABoundarySplitsAreListedOnceAndInOrder() {
        windows.of(Window.until(Instant.ofEpochMilli(7).plusNanos(1)));
        windows.of(Window.from(Instant.ofEpochMilli(7).plusNanos(999_999)));
        windows.of(Window.of(
                Instant.ofEpochMilli(-5).plusNanos(500), Instant.ofEpochMilli(3).plusNanos(1000)));
        assertThat(windows.splitMillis()).containsExactly(-5, 3, 7);
    }

    @Test
    void millisecondsThatWereSplitBeforeStaySo() {
        long[] before = {-5, 9};
        assertThat(windows.splitMillis(before)).isSameAs(before);
        windows.of(Window.from(Instant.ofEpochMilli(7)));
        assertThat(windows.splitMillis(before)).isSameAs(before);
        windows.of(Window.until(Instant.ofEpochMilli(7).plusNanos(1)));
        windows.of(Window.from(Instant.ofEpochMilli(9).plusNanos(1)));
        assertThat(windows.splitMillis(before)).containsExactly(-5, 7, 9);
    }

    @Test
    void aWindowSplitsTheMillisecondsWithinWhichItOpensOrCloses() {
        WindowRow both = windows.of(Window.of(
                Instant.ofEpochMilli(-5).plusNanos(1),
                Instant.ofEpochMilli(1_007).plusNanos(999_999)));
        assertThat(LongStream.rangeClosed(-10, 2_000).filter(both::splits)).containsExactly(-5L, 1_007L);
        WindowRow opens = windows.of(Window.from(Instant.ofEpochMilli(1_007).plusNanos(1)));
        assertThat(LongStream.rangeClosed(-10, 2_000).filter(opens::splits)).containsExactly(1_007L);
        WindowRow atBeginnings = windows.of(Window.of(Instant.ofEpochMilli(-5), Instant.ofEpochMilli(1_007)));
        assertThat(LongStream.rangeClosed(-10, 2_000).filter(atBeginnings::splits))
                .isEmpty();
    }

    @Test
    void theFirstAndTheLastInstantOfAPolicyFit() {
        windows.of(Window.of(Window.MIN, Window.MAX));
        assertThat(windows.splitMillis()).containsExactly(Window.MAX.toEpochMilli());
    }

    @Test
    void equalWindowsShareARow() {
        Window window = Window.from(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(windows.of(window))
                .isSameAs(windows.of(Window.from(Instant.parse("2026-01-01T00:00:00Z"))))
                .isNotSameAs(windows.of(Window.until(Instant.parse("2026-01-01T00:00:00Z"))));
        assertThat(windows.of(Window.of(null, null))).isSameAs(WindowRow.ALWAYS);
    }
}
