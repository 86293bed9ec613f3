package io.doorward.benchmarks.check;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.Evaluator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One check by the strings of a request: time, and with {@code -prof gc} the bytes that it allocates.
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar CheckBenchmark -p size=M -prof gc
 * }</pre>
 *
 * <p>The workload is {@link Workload}'s. Questions are drawn beforehand into a pool, of which 8,192 stay in the processor's
 * caches and 262,144 do not, and are asked block by block in a plain loop, so that the processor overlaps the cache misses
 * of neighbouring questions: a single check in a request takes longer. Before a block is asked, outside the time that
 * counts, its strings forget their hashes where {@link #fresh} says so, as if they had just been read from a request. That
 * brings their headers, not their characters, into the cache; those of a request that has just been parsed are there, too.
 *
 * <p>Every contender has to agree with the answers of the workload on 5,000 questions before it is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsPrepend = {"-Xms3g", "-Xmx3g", "--add-opens=java.base/java.lang=ALL-UNNAMED"})
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls the setup
public class CheckBenchmark {

    private static final long SEED = 20260601;
    private static final int BLOCK = 8192;
    private static final int ASKED_BEFORE = 5000;

    /** How large the policy is. */
    @Param({"S", "M"})
    public Size size;

    /** What is asked. */
    @Param({"MIXED", "ALLOWED", "DENIED", "UNKNOWN_TOKEN", "UNKNOWN_DEVICE", "NON_LATIN_1"})
    public Kind kind;

    /** How many different questions; a multiple of 8,192. */
    @Param({"8192", "262144"})
    public int pool;

    /** Whether the strings have never been hashed. */
    @Param("true")
    public boolean fresh;

    private Questions questions;
    private Contender allows;
    private Contender check;
    private Contender twoMaps;
    private int next;

    /** Draws and compiles everything. */
    @Setup(Level.Trial)
    public void prepare() {
        Workload workload = Workload.of(size, SEED);
        Evaluator evaluator = Evaluator.follow(workload.source());
        allows = evaluator::allows;
        check = (token, action, device) ->
                evaluator.check(token, action, device).allowed();
        twoMaps = new TwoMaps(workload);
        questions = workload.questions(kind, pool);
        agree("allows", allows, questions.allowed());
        agree("check", check, questions.allowed());
        agree("twoMaps", twoMaps, questions.allowedByOwnGrants());
    }

    /** Goes on to the next block and makes its strings fresh. */
    @Setup(Level.Invocation)
    public void nextBlock() {
        next = (next + BLOCK) % pool;
        if (fresh) {
            StringHashes.forget(questions.tokens(), next, BLOCK);
            StringHashes.forget(questions.devices(), next, BLOCK);
        }
    }

    /** Yes or no. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public int allows() {
        return askBlock(allows);
    }

    /** Yes or no, and why, what is missing and how long it holds. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public int check() {
        return askBlock(check);
    }

    /** The baseline, which knows nothing of teams, claims, windows and hashed tokens. */
    @Benchmark
    @OperationsPerInvocation(BLOCK)
    public int twoMaps() {
        return askBlock(twoMaps);
    }

    private int askBlock(Contender contender) {
        int allowed = 0;
        for (int i = next; i < next + BLOCK; i++) {
            if (contender.allows(
                    questions.tokens()[i], questions.actions()[i], questions.devices()[i])) {
                allowed++;
            }
        }
        return allowed;
    }

    private void agree(String name, Contender contender, boolean[] expected) {
        for (int i = 0; i < ASKED_BEFORE; i++) {
            if (contender.allows(
                            questions.tokens()[i],
                            questions.actions()[i],
                            questions.devices()[i])
                    != expected[i]) {
                throw new IllegalStateException(name + " is wrong about question " + i + " of " + kind + " at size "
                        + size + ", seed " + SEED + ": " + questions.actions()[i] + " on "
                        + questions.devices()[i]);
            }
        }
    }
}
