package io.doorward.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.benchmarks.memory.Heap;
import io.doorward.decision.Reason;
import io.doorward.differential.Candidate;
import io.doorward.differential.Comparison;
import io.doorward.differential.EvaluatorCandidate;
import io.doorward.differential.Expected;
import io.doorward.differential.Probe;
import io.doorward.differential.Truth;
import io.doorward.evaluator.Evaluator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What is built by streaming a large workload answers as the oracle does: some workspaces are drawn, the first and the last
 * among them, and the oracle is asked the same of an {@link Excerpt} for each.
 *
 * <p>The size, how many workspaces and how much is asked about each are on the command line, in {@code CONTRIBUTING.md}; that
 * the whole fits into a heap is shown by giving the JVM no more.
 */
class SampledAnswersTest {

    private static final Size SIZE = Size.valueOf(System.getProperty("doorward.sample", "S"));
    private static final long SEED = Long.getLong("doorward.seed", 20260601);
    private static final int WORKSPACES = Math.min(SIZE.workspaces(), Integer.getInteger("doorward.sampled", 200));
    private static final int QUESTIONS = Integer.getInteger("doorward.asked", 1000);

    /** A list costs the oracle a question for each thing that there is. */
    private static final int QUESTIONS_FOR_A_LIST = 25;

    private static final double MEGABYTE = 1 << 20;

    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private int lists;

    @Test
    void anIndexThatIsBuiltByStreamingAnswersAsTheOracleDoes() {
        print(
                "Sample: -Ddoorward.sample=%s -Ddoorward.seed=%d -Ddoorward.sampled=%d -Ddoorward.asked=%d, -Xmx %,.0f MB",
                SIZE, SEED, WORKSPACES, QUESTIONS, Runtime.getRuntime().maxMemory() / MEGABYTE);
        long before = Heap.used();
        Plan plan = new Plan(SIZE, SEED);
        long planned = Heap.used();
        try (Evaluator evaluator = Evaluator.follow(new WorkloadSource(
                SIZE.workspaces(), number -> PlannedPolicy.workspace(plan.workspace(number), Part.ALL)))) {
            print(
                    "%,d grants; the evaluator keeps %,.1f MB, who draws the rows %,.1f MB",
                    SIZE.grants(), (Heap.used() - planned) / MEGABYTE, (planned - before) / MEGABYTE);
            SplittableRandom random = new SplittableRandom(SEED);
            for (int workspace : sampled(random)) {
                ask(evaluator, new Excerpt(plan, workspace, random.split()), random.split());
            }
        }
        print("%,d questions: %s; %,d lists and sets", sum(), reasons, lists);
        assertThat(reasons)
                .containsKeys(
                        Reason.ALLOWED,
                        Reason.UNKNOWN_TOKEN,
                        Reason.UNKNOWN_ACTION,
                        Reason.UNKNOWN_DEVICE,
                        Reason.UNKNOWN_WORKSPACE,
                        Reason.NOT_A_MEMBER,
                        Reason.EXPIRED,
                        Reason.NO_GRANT,
                        Reason.MISSING_PERMISSIONS,
                        Reason.OWNING_WORKSPACE_ONLY,
                        Reason.CLAIM_CEILING);
    }

    private static Iterable<Integer> sampled(SplittableRandom random) {
        TreeSet<Integer> numbers = new TreeSet<>();
        numbers.add(0);
        numbers.add(SIZE.workspaces() - 1);
        while (numbers.size() < WORKSPACES) {
            numbers.add(random.nextInt(SIZE.workspaces()));
        }
        return numbers;
    }

    private void ask(Evaluator evaluator, Excerpt excerpt, SplittableRandom random) {
        Truth truth = new Truth(excerpt.policy);
        Candidate candidate = new EvaluatorCandidate(evaluator);
        ExcerptProbes probes = new ExcerptProbes(excerpt, random);
        for (int i = 0; i < QUESTIONS; i++) {
            compare(excerpt, probes.decision(), truth, candidate);
            if (i % QUESTIONS_FOR_A_LIST == 0) {
                compare(excerpt, probes.list(lists), truth, candidate);
            }
        }
    }

    private void compare(Excerpt excerpt, Probe probe, Truth truth, Candidate candidate) {
        Expected expected = truth.of(probe);
        if (expected instanceof Expected.Decided decided) {
            reasons.merge(decided.answer().reason(), 1, Integer::sum);
        } else {
            lists++;
        }
        assertThat(Comparison.difference(candidate, probe, expected))
                .as("seed %d, %s: %s", SEED, excerpt.home.id, probe)
                .isEmpty();
    }

    private int sum() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
