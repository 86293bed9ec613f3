package io.doorward.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegressionTest {

    @Test
    void twiceWhatWasRecordedIsNoLossAndMoreIsOne() {
        Properties recorded = new Properties();
        recorded.setProperty("S.ours", "0.900");
        recorded.setProperty("M.ours", "0.300");
        assertThat(Regression.losses(Map.of("S.ours", 1.8, "M.ours", 0.61), recorded))
                .containsExactly("M.ours takes 0.61 times what the two maps take; it was 0.300.");
    }

    @Test
    void whatWasNeverRecordedIsNoLoss() {
        assertThat(Regression.losses(Map.of("S.ours", 99.0), new Properties())).isEmpty();
    }

    @Test
    void whatIsRecordedIsReadAgain(@TempDir Path directory) {
        Path file = directory.resolve("ratios.properties");
        Regression.record(Map.of("S.ours", 0.9), file);
        assertThat(Regression.recorded(file)).containsOnly(Map.entry("S.ours", "0.900"));
    }
}
