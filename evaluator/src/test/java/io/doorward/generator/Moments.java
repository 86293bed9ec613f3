package io.doorward.generator;

import io.doorward.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The few instants of one policy, so that one window ends where another begins. */
final class Moments {

    static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    /** Where a number ends, or a careless reading does. */
    private static final List<Instant> CORNERS = List.of(
            Window.MIN,
            Window.MIN.plusNanos(1),
            Instant.EPOCH,
            Instant.EPOCH.minusNanos(1),
            Instant.ofEpochSecond(0, Long.MAX_VALUE),
            Instant.ofEpochSecond(0, Long.MAX_VALUE).plusNanos(1),
            Instant.ofEpochSecond(0, Long.MIN_VALUE),
            Instant.ofEpochSecond(0, Long.MIN_VALUE).minusNanos(1),
            Instant.parse("2026-07-01T12:00:00.999999999Z"),
            Instant.parse("2038-01-19T03:14:08Z"),
            Instant.parse("5000-01-01T00:00:00Z"),
            Window.MAX.minusNanos(1),
            Window.MAX);

    private final List<Instant> instants;
    private final double density;

    Moments(Chance chance) {
        NavigableSet<Instant> drawn = new TreeSet<>();
        drawn.add(NOW);
        for (int i = chance.between(1, 3); i > 0; i--) {
            drawn.add(NOW.plusNanos(chance.oneOf(-86_400_000_000_000L, -1_000_000_000L, -1L, 1L, 2L, 1_000_000_000L)));
        }
        for (int i = chance.between(0, 2); i > 0; i--) {
            drawn.add(chance.pick(CORNERS));
        }
        instants = new ArrayList<>(drawn);
        density = chance.oneOf(0.0, 0.1, 0.1, 0.3, 0.6);
    }

    /** A window, which most often has no bounds. */
    Window window(Chance chance) {
        if (!chance.of(density)) {
            return Window.ALWAYS;
        }
        int from = chance.between(-1, instants.size() - 1);
        int to = chance.between(from + 1, instants.size());
        return Window.of(from < 0 ? null : instants.get(from), to == instants.size() ? null : instants.get(to));
    }

    Instant any(Chance chance) {
        return chance.pick(instants);
    }

    /** An instant on a bound, a nanosecond beside one, or where no window can reach. */
    static Instant near(Chance chance, NavigableSet<Instant> bounds) {
        if (bounds.isEmpty() || chance.of(0.1)) {
            return chance.oneOf(NOW, NOW, Instant.MIN, Instant.MAX, Instant.EPOCH);
        }
        Instant bound = chance.pick(List.copyOf(bounds));
        return bound.plusNanos(chance.oneOf(-1, 0, 0, 1));
    }
}
