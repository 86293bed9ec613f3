package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Window;
import java.time.Instant;
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
