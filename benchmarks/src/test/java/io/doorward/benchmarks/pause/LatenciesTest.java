package io.doorward.benchmarks.pause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentilesAreAtMostASixteenthTooLong() {
        Random random = new Random(1);
        long[] all = new long[100_000];
        Latencies latencies = new Latencies();
        for (int i = 0; i < all.length; i++) {
            all[i] = random.nextLong() >>> (2 + random.nextInt(62));
            latencies.add(all[i]);
        }
        Arrays.sort(all);
        assertThat(latencies.count()).isEqualTo(all.length);
        assertThat(latencies.longest()).isEqualTo(all[all.length - 1]);
        for (double percent : new double[] {0.01, 1, 50, 90, 99, 99.9, 99.99, 100}) {
            long exact = all[(int) Math.ceil(all.length * percent / 100) - 1];
            assertThat(latencies.percentile(percent)).as("%s %%", percent).isBetween(exact, exact + exact / 16);
        }
    }

    @Test
    void shortOnesAreExact() {
        Latencies latencies = new Latencies();
        for (int nanos = 0; nanos < 32; nanos++) {
            latencies.add(nanos);
        }
        for (int nanos = 0; nanos < 32; nanos++) {
            assertThat(latencies.percentile(100 * (nanos + 1) / 32.0)).isEqualTo(nanos);
        }
    }
}
