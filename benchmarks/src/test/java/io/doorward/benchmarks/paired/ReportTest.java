package io.doorward.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    /** Is never run. */
    private record Idle(String name) implements Contender {

        @Override
        public int most() {
            return 1;
        }

        @Override
        public void prepare(int from, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long run(int from, int count) {
            throw new UnsupportedOperationException();
        }
    }

    private static Track track(String name, long cpuNanos) {
        Track track = new Track(new Idle(name), 10);
        track.add(new Stopwatch.Lap(cpuNanos, 2 * cpuNanos, 0), 10, 10);
        return track;
    }

    @Test
    void whatIsWrittenCanBeReadAgain(@TempDir Path directory) throws Exception {
        Report report = new Report("check", Map.of("size", "S"), List.of(track("slow", 100), track("fast", 50)));
        Path file = directory.resolve("check.json");
        report.write(file);
        JsonNode read = new ObjectMapper().readTree(file.toFile());
        assertThat(read.path("options").path("size").asText()).isEqualTo("S");
        JsonNode fast = read.path("contenders").path(1);
        assertThat(fast.path("name").asText()).isEqualTo("fast");
        assertThat(fast.path("ratio").path(1).asDouble()).isEqualTo(0.5);
        assertThat(fast.path("wallRatio").path(1).asDouble()).isEqualTo(1);
        assertThat(fast.path("cpuNanosByRound").path(0).asDouble()).isEqualTo(5);
    }

    @Test
    void theTableHasALineForEachContender() {
        Report report = new Report("check", Map.of(), List.of(track("slow", 100), track("fast", 50)));
        assertThat(report.table().lines().toList())
                .anyMatch(line -> line.startsWith("slow ") && line.contains("1.000"))
                .anyMatch(line -> line.startsWith("fast ") && line.contains("0.500"));
    }
}
