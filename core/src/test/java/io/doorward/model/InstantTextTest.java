package io.doorward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @Test
    void readsAnInstantToTheNanosecond() {
        assertThat(InstantText.parse("2026-07-01T12:34:56Z")).isEqualTo(Instant.parse("2026-07-01T12:34:56Z"));
        assertThat(InstantText.parse("2026-07-01T12:34:56.5Z")).isEqualTo(Instant.parse("2026-07-01T12:34:56.500Z"));
        assertThat(InstantText.parse("2026-07-01T12:34:56.000000001Z"))
                .isEqualTo(Instant.parse("2026-07-01T12:34:56.000000001Z"));
        assertThat(InstantText.parse("2024-02-29T00:00:00Z")).isEqualTo(Instant.parse("2024-02-29T00:00:00Z"));
    }

    @Test
    void readsTheFirstAndTheLastInstant() {
        assertThat(InstantText.parse("0001-01-01T00:00:00Z")).isEqualTo(Window.MIN);
        assertThat(InstantText.parse("9999-12-31T23:59:59.999999999Z")).isEqualTo(Window.MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-07-01",
                "2026-07-01T12:00Z",
                "2026-07-01T12:00:00",
                "2026-07-01T12:00:00z",
                "2026-07-01t12:00:00Z",
                "2026-07-01 12:00:00Z",
                "2026-07-01T12:00:00+00:00",
                "2026-07-01T12:00:00.Z",
                "2026-07-01T12:00:00,5Z",
                "2026-07-01T12:00:00.1234567890Z",
                "2026-07-01T12:00:00Z ",
                " 2026-07-01T12:00:00Z",
                "2026-07-01T12:00:00Z\n",
                "2026-7-01T12:00:00Z",
                "+2026-07-01T12:00:00Z",
                "-2026-07-01T12:00:00Z",
                "12026-07-01T12:00:00Z",
                "٢٠٢٦-07-01T12:00:00Z",
                "2026-07-01T24:00:00Z",
                "2026-07-01T23:60:00Z",
                "2026-06-30T23:59:60Z",
                "2026-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "0000-12-31T23:59:59Z",
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> InstantText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an instant");
    }

    @Test
    void writesNoDecimalThatSaysNothing() {
        assertThat(InstantText.format(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(InstantText.format(Instant.parse("2026-07-01T00:00:00.120Z")))
                .isEqualTo("2026-07-01T00:00:00.12Z");
        assertThat(InstantText.format(Window.MIN)).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(InstantText.format(Window.MAX)).isEqualTo("9999-12-31T23:59:59.999999999Z");
    }

    @Test
    void doesNotWriteWhatItCannotRead() {
        assertThatThrownBy(() -> InstantText.format(Window.MAX.plusNanos(1))).hasMessageContaining("0001 to 9999");
        assertThatThrownBy(() -> InstantText.format(Window.MIN.minusNanos(1))).hasMessageContaining("0001 to 9999");
    }

    @Test
    void readsWhatItWrites() {
        Random random = new Random(7);
        long seconds = Window.MAX.getEpochSecond() - Window.MIN.getEpochSecond();
        int[] fractions = {1, 10, 1_000, 1_000_000, 100_000_000};
        for (int i = 0; i < 10_000; i++) {
            int fraction = fractions[random.nextInt(fractions.length)];
            Instant instant = Window.MIN
                    .plusSeconds((long) (random.nextDouble() * seconds))
                    .plusNanos((long) random.nextInt(1_000_000_000 / fraction) * fraction);
            assertThat(InstantText.parse(InstantText.format(instant))).isEqualTo(instant);
        }
    }
}
