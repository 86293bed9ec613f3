package io.doorward.benchmarks.build;

import io.doorward.benchmarks.clock.Stopwatch;
import io.doorward.benchmarks.clock.Took;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.Evaluator;
import io.doorward.store.PolicySource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long an evaluator takes to compile what a source streams. The rows of all sizes are in memory before it begins, so that
 * nothing else is timed.
 *
 * <p>What is to be compared is measured under the same conditions: the sizes take turns in one process, and the first turns
 * do not count, so that for each of them the compiler is done, the heap as large as it becomes and its memory the process's
 * own. How many times as long a size takes as the first one is told by pairs of the same turn.
 *
 * <p>{@code java -Xmx10g -XX:+UseSerialGC -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.build.BuildBenchmark HALF_L L}
 */
public final class BuildBenchmark {

    private static final long SEED = 20260601;
    private static final int TURNS_TO_WARM_UP = 3;
    private static final int TURNS = 9;

    private final Size size;
    private final PolicySource rows;
    private final List<Took> took = new ArrayList<>();

    private BuildBenchmark(Size size) {
        this.size = size;
        rows = Workload.of(size, SEED).heldSource();
    }

    /** Takes sizes. */
    public static void main(String[] arguments) {
        print("Java %s", Runtime.version());
        List<BuildBenchmark> sizes = Arrays.stream(arguments)
                .map(size -> new BuildBenchmark(Size.valueOf(size)))
                .toList();
        for (int turn = 0; turn < TURNS_TO_WARM_UP + TURNS; turn++) {
            for (BuildBenchmark one : sizes) {
                Took took = one.build();
                if (turn >= TURNS_TO_WARM_UP) {
                    one.took.add(took);
                }
            }
        }
        sizes.forEach(one -> one.report(sizes.get(0)));
    }

    private Took build() {
        System.gc();
        Stopwatch watch = Stopwatch.start();
        Evaluator evaluator = Evaluator.follow(rows);
        Took time = watch.stop();
        evaluator.close();
        return time;
    }

    private void report(BuildBenchmark first) {
        print("%s, %,d grants:", size, size.grants());
        report("processor time of the process, collections included", first, Took::ofProcess);
        report("of the thread that builds", first, Took::ofThread);
        report("by the clock", first, Took::byTheClock);
    }

    private void report(String what, BuildBenchmark first, ToDoubleFunction<Took> seconds) {
        double[] mine = new double[TURNS];
        double[] ratios = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            mine[i] = seconds.applyAsDouble(took.get(i));
            ratios[i] = mine[i] / seconds.applyAsDouble(first.took.get(i));
        }
        Arrays.sort(mine);
        Arrays.sort(ratios);
        String times = this == first
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %.2f times as long as %s (%.2f to %.2f)",
                        ratios[TURNS / 2],
                        first.size,
                        ratios[0],
                        ratios[TURNS - 1]);
        print("  %-55s %.2f s (%.2f to %.2f)%s", what, mine[TURNS / 2], mine[0], mine[TURNS - 1], times);
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
