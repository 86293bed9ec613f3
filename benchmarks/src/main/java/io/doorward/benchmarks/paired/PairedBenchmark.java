package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Measures by turns, see {@link Contest}; the first contender is the baseline.
 *
 * <pre>{@code
 * java -Xmx3g -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.paired.PairedBenchmark check \
 *     --size M --pool 262144 --mode overlap --strings fresh --contenders two-maps,ours,handles,floor --seconds 20
 * }</pre>
 *
 * <p>{@code check}: see {@link CheckContenders}. {@code chosen}: see {@link ChosenContenders}. {@code lists}: see {@link
 * ListContenders}. {@code beside}: see {@link BesideContenders}. {@code regression}: see {@link Regression}.
 *
 * <p>{@code --size}: see {@link Size}. {@code --pool}: how many different questions, a power of two; 8,192 stay in the
 * processor's caches and 262,144 do not. {@code --mode}: {@code overlap} or {@code dependent}, see {@link Asking}. {@code
 * --strings}: {@code fresh} copies, made anew before each slice, which have never been hashed; or {@code reused}. {@code
 * --kind}: see {@link Kind}. {@code --json}: where raw results go, {@code none} for nowhere.
 */
public final class PairedBenchmark {

    private static final int SEED = 20260601;
    private static final int POOL = 1 << 18;
    private static final int SMALL_POOL = 1 << 13;
    private static final int FEW_LISTS = 64;
    private static final double LONG_SLICE_MILLIS = 100;
    private static final double SECONDS_PER_SIZE = 15;
    private static final String NONE = "none";

    private final String command;
    private final Options options;

    private PairedBenchmark(String command, Options options) {
        this.command = command;
        this.options = options;
    }

    /** Runs the command that the first argument names. */
    public static void main(String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        new PairedBenchmark(command, new Options(arguments, 1)).run();
    }

    private void run() {
        switch (command) {
            case "check" -> check();
            case "chosen" -> chosen();
            case "lists" -> lists();
            case "beside" -> beside();
            case "regression" -> regression();
            default ->
                throw new IllegalArgumentException("Say what to measure: check, chosen, lists, beside or regression.");
        }
    }

    private void check() {
        int pool = pool(POOL);
        CheckContenders all = new CheckContenders(
                Workload.of(size(), seed()), options.oneOf(Kind.class, "kind", Kind.MIXED), pool, mode(), isFresh());
        run(all::named, "two-maps,ours,handles,floor", pool, Contest.SLICE_MILLIS);
    }

    private void chosen() {
        int pool = pool(SMALL_POOL);
        ChosenContenders all = new ChosenContenders(pool, mode(), isFresh(), seed());
        run(all::named, "random,string,fnv,murmur", pool, Contest.SLICE_MILLIS);
    }

    private void lists() {
        int pool = pool(FEW_LISTS);
        ListContenders all = new ListContenders(Workload.of(size(), seed()), pool);
        run(
                all::named,
                "cursor,cursor-wide,batch,devices,principals,first-page,hundredth-page",
                pool,
                Contest.SLICE_MILLIS);
    }

    private void beside() {
        int pool = pool(POOL);
        BesideContenders all = new BesideContenders(Workload.of(size(), seed()), pool);
        run(all::named, "alone,reader,writer", pool, LONG_SLICE_MILLIS);
    }

    private void regression() {
        Path file = Path.of(
                options.text("recorded", "benchmarks/results/recorded-jdk" + Machine.javaVersion() + ".properties"));
        boolean record = Boolean.parseBoolean(options.text("record", "false"));
        Regression regression = new Regression(seed(), options.decimal("seconds", SECONDS_PER_SIZE));
        options.refuseOthers();
        Map<String, Double> ratios = regression.measure(List.of(Size.S, Size.M));
        ratios.forEach((name, ratio) -> System.out.println(String.format(Locale.ROOT, "%s %.3f", name, ratio)));
        if (record) {
            Regression.record(ratios, file);
            return;
        }
        Properties recorded = Regression.recorded(file);
        System.out.println("Recorded: " + new TreeMap<>(recorded));
        List<String> losses = Regression.losses(ratios, recorded);
        if (!losses.isEmpty()) {
            throw new IllegalStateException(String.join(" ", losses));
        }
    }

    private Size size() {
        return options.oneOf(Size.class, "size", Size.S);
    }

    private int seed() {
        return options.number("seed", SEED);
    }

    private int pool(int otherwise) {
        return options.number("pool", otherwise);
    }

    private Mode mode() {
        return options.oneOf(Mode.class, "mode", Mode.OVERLAP);
    }

    private boolean isFresh() {
        return "fresh".equals(options.text("strings", "fresh"));
    }

    private void run(Function<String, Contender> contenders, String names, int pool, double sliceMillis) {
        List<String> chosen = options.list("contenders", names);
        double seconds = options.decimal("seconds", 20);
        double slice = options.decimal("slice", sliceMillis);
        String json = options.text("json", file());
        options.refuseOthers();
        Contest contest = new Contest(pool, chosen.stream().map(contenders).toList(), slice, seed());
        Report report = new Report(command, options.used(), contest.run(seconds));
        report.print();
        System.out.println("(sum of all answers: " + contest.result() + ")");
        if (!NONE.equals(json)) {
            report.write(Path.of(json));
        }
    }

    /** Where raw results go unless somebody says otherwise: named by what makes them differ. */
    private String file() {
        return ("benchmarks/results/" + command + "-"
                        + String.join("-", options.used("size", "pool", "mode", "strings", "kind")) + "-jdk"
                        + Machine.javaVersion() + ".json")
                .toLowerCase(Locale.ROOT);
    }
}
