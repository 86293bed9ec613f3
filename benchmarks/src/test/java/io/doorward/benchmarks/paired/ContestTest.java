package io.doorward.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {

    /** Counts up to a number for each operation. */
    private record Counter(String name, int steps, StringBuilder log) implements Contender {

        @Override
        public int most() {
            return 1 << 10;
        }

        @Override
        public void prepare(int from, int count) {
            log.append(name.charAt(0));
        }

        @Override
        public long run(int from, int count) {
            long sum = from;
            for (int i = 0; i < count * steps; i++) {
                sum = sum * 31 + i;
            }
            return sum;
        }
    }

    @Test
    void theBaselineIsFirstAndLastInEachRound() {
        StringBuilder log = new StringBuilder();
        Contest contest = new Contest(
                64, List.of(new Counter("base", 5, log), new Counter("x", 5, log), new Counter("y", 5, log)), 1, 1);
        List<Track> tracks = contest.run(0);
        assertThat(tracks).extracting(Track::name).containsExactly("base", "x", "y");
        assertThat(tracks).allSatisfy(track -> assertThat(track.rounds()).isEqualTo(5));
        assertThat(log.toString()).endsWith("b").matches(".*(b(xy|yx)b){5}");
    }

    @Test
    void theRatioIsTheMiddleOfThoseOfTheRounds() {
        Track track = new Track(new Counter("x", 1, new StringBuilder()), 10);
        track.add(new Stopwatch.Lap(100, 200, 80), 5, 20); // 10 ns an operation, twice the baseline's
        track.add(new Stopwatch.Lap(300, 900, 0), 10, 10);
        track.add(new Stopwatch.Lap(9000, 9000, 160), 100, 900);
        assertThat(track.ratio().median()).isEqualTo(3);
        assertThat(track.wallRatio().median()).isEqualTo(1);
        assertThat(track.cpuNanos().median()).isEqualTo(30);
        assertThat(track.wallNanos().median()).isEqualTo(90);
        assertThat(track.bytes()).isZero();
    }
}
