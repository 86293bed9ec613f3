package io.doorward.benchmarks.pause;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Target;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.Evaluator;
import io.doorward.store.InMemoryPolicyStore;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Whether readers pause while the policy changes: how long single checks take at worst, alone and beside a writer of 1,000
 * changes a second, by turns of half a second. Beside them, with the same writer, calls that only read the clock: what these
 * take at worst comes from the machine, from collections of garbage and from the clock, and not from a check.
 *
 * <p>{@code java -Xmx4g -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.pause.PauseBenchmark M}, and
 * the same with {@code -XX:+UseZGC}, where collections of garbage stop nobody for long.
 *
 * <p>On Linux only: what other processes take away is told by the kernel.
 */
public final class PauseBenchmark {

    private static final long SEED = 20260601;
    private static final int TARGETS = 1_000;
    private static final int POOL = 1 << 18;
    private static final int AGREED = 5_000;
    private static final int WARM_UP = 6;
    private static final int TURNS = 60;
    private static final long TURN_NANOS = 500_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    private final InMemoryPolicyStore store;
    private final Evaluator evaluator;
    private final Questions questions;
    private final List<Target> targets;

    private PauseBenchmark(Workload workload) {
        store = InMemoryPolicyStore.of(workload.policy());
        evaluator = Evaluator.follow(store);
        questions = workload.questions(Kind.MIXED, POOL);
        targets = workload.targets(TARGETS);
    }

    /** Takes sizes. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (String size : arguments) {
            print(
                    "%s, Java %s, %d processors, -Xmx %,d MB",
                    size,
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20);
            new PauseBenchmark(Workload.of(Size.valueOf(size), SEED)).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        agree();
        long changes;
        long collections = collectionMillis();
        try (WaitForProcessor wait = WaitForProcessor.ofThisThread()) {
            turns(WARM_UP, wait, reader(), reader(), clock());
            Reader alone = reader();
            Reader beside = reader();
            Reader clock = clock();
            changes = turns(TURNS, wait, alone, beside, clock);
            report("alone", alone);
            report("beside a writer", beside);
            report("clock beside a writer", clock);
        }
        print(
                "  %,.0f changes a second; collections took %,d ms in all",
                changes / (2 * TURNS * TURN_NANOS / NANOS_PER_SECOND), collectionMillis() - collections);
        evaluator.close();
        store.close();
    }

    /** Returns how many changes were made. */
    private long turns(int count, WaitForProcessor wait, Reader alone, Reader beside, Reader clock)
            throws InterruptedException {
        long changes = 0;
        for (int turn = 0; turn < count; turn++) {
            alone.readFor(TURN_NANOS, wait);
            for (Reader reader : List.of(beside, clock)) {
                Writer writer = Writer.start(store, targets);
                try (writer) {
                    reader.readFor(TURN_NANOS, wait);
                }
                changes += writer.written();
            }
        }
        return changes;
    }

    private Reader reader() {
        return new Reader(
                i -> evaluator.allows(
                        questions.tokens()[i], questions.actions()[i], questions.devices()[i]),
                POOL);
    }

    /** Calls that ask nothing. */
    private Reader clock() {
        return new Reader(i -> questions.allowed()[i], POOL);
    }

    private void agree() {
        for (int i = 0; i < AGREED; i++) {
            if (evaluator.allows(
                            questions.tokens()[i],
                            questions.actions()[i],
                            questions.devices()[i])
                    != questions.allowed()[i]) {
                throw new IllegalStateException("The evaluator is wrong about question " + i + ".");
            }
        }
    }

    private static long collectionMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private static void report(String what, Reader reader) {
        print("  %-22s %,d calls, %,d yes", what, reader.byTheClock().count(), reader.allowed());
        line("by the clock", reader.byTheClock());
        line("with a processor", reader.running());
    }

    private static void line(String what, Latencies latencies) {
        print(
                "    %-20s median %.2f us, 99%% %.2f us, 99.9%% %.1f us, 99.99%% %,.1f us, 99.999%% %,.1f us, longest %,.1f us",
                what,
                latencies.percentile(50) / NANOS_PER_MICRO,
                latencies.percentile(99) / NANOS_PER_MICRO,
                latencies.percentile(99.9) / NANOS_PER_MICRO,
                latencies.percentile(99.99) / NANOS_PER_MICRO,
                latencies.percentile(99.999) / NANOS_PER_MICRO,
                latencies.longest() / NANOS_PER_MICRO);
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
