package io.doorward.benchmarks.build;

import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.Evaluator;
import io.doorward.store.PolicySource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long an evaluator takes to compile what a source streams. The rows are in memory before it begins, so that nothing else
 * is timed. It builds some times for each size and takes the middle.
 *
 * <p>{@code java -Xmx10g -XX:+UseSerialGC -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.build.BuildBenchmark HALF_L L}
 */
public final class BuildBenchmark {

    private static final long SEED = 20260601;
    private static final int TIMES = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private BuildBenchmark() {}

    /** Takes sizes. */
    public static void main(String[] arguments) {
        print(
                "Java %s; seconds for which the thread had a processor, and by the clock, collections included",
                Runtime.version());
        for (String size : arguments) {
            measure(Workload.of(Size.valueOf(size), SEED));
        }
    }

    private static void measure(Workload workload) {
        PolicySource rows = workload.heldSource();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] cpu = new long[TIMES];
        long[] wall = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            System.gc();
            long wallStart = System.nanoTime();
            long cpuStart = threads.getCurrentThreadCpuTime();
            Evaluator evaluator = Evaluator.follow(rows);
            cpu[i] = threads.getCurrentThreadCpuTime() - cpuStart;
            wall[i] = System.nanoTime() - wallStart;
            evaluator.close();
        }
        Arrays.sort(cpu);
        Arrays.sort(wall);
        print(
                "%s, %,d grants: median %.2f s, %.2f s by the clock (%.2f to %.2f)",
                workload.size(),
                workload.size().grants(),
                cpu[TIMES / 2] / NANOS_PER_SECOND,
                wall[TIMES / 2] / NANOS_PER_SECOND,
                wall[0] / NANOS_PER_SECOND,
                wall[TIMES - 1] / NANOS_PER_SECOND);
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
