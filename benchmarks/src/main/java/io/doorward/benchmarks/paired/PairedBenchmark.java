package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures by turns, see {@link Contest}; the first contender is the baseline.
 *
 * <pre>{@code
 * java -Xmx3g -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.paired.PairedBenchmark check \
 *     --size M --pool 262144 --mode overlap --strings fresh --contenders two-maps,ours,handles,floor --seconds 20
 * }</pre>
 *
 * <p>{@code --size}: S or M. {@code --pool}: how many different questions, a power of two; 8,192 stay in the processor's
 * caches and 262,144 do not. {@code --mode}: {@code overlap} or {@code dependent}, see {@link Asking}. {@code --strings}:
 * {@code fresh} copies, made anew before each slice, which have never been hashed; or {@code reused}. {@code --kind}: see
 * {@link Kind}. {@code --json}: where raw results go, {@code none} for nowhere.
 */
public final class PairedBenchmark {

    private static final int SEED = 20260601;
    private static final String NONE = "none";

    private PairedBenchmark() {}

    /** Runs the command that the first argument names. */
    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "nothing" : arguments[0];
        if (!"check".equals(command)) {
            throw new IllegalArgumentException("Say what to measure: check; not " + command + ".");
        }
        check(new Options(arguments, 1));
    }

    private static void check(Options options) {
        Size size = options.oneOf(Size.class, "size", Size.S);
        Kind kind = options.oneOf(Kind.class, "kind", Kind.MIXED);
        int pool = options.number("pool", 1 << 18);
        Mode mode = options.oneOf(Mode.class, "mode", Mode.OVERLAP);
        String strings = options.text("strings", "fresh");
        List<String> names = options.list("contenders", "two-maps,ours,handles,floor");
        double seconds = options.decimal("seconds", 20);
        int seed = options.number("seed", SEED);
        String json = options.text(
                "json",
                String.format(
                                Locale.ROOT,
                                "benchmarks/results/check-%s-%d-%s-%s-jdk%d.json",
                                size,
                                pool,
                                mode,
                                strings,
                                Machine.javaVersion())
                        .toLowerCase(Locale.ROOT));
        options.refuseOthers();
        CheckContenders all = new CheckContenders(Workload.of(size, seed), kind, pool, mode, "fresh".equals(strings));
        List<Contender> contenders = names.stream().map(all::named).toList();
        Contest contest = new Contest(pool, contenders, seed);
        Report report = new Report("check", options.used(), contest.run(seconds));
        report.print();
        System.out.println("(sum of all answers: " + contest.result() + ")");
        if (!NONE.equals(json)) {
            report.write(Path.of(json));
        }
    }
}
