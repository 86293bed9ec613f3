package io.doorward.exhaustive;

import io.doorward.differential.Candidate;
import io.doorward.differential.Comparison;
import io.doorward.differential.Probe;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Every so many-th policy of the small world, asked everything, on every core, until one answer differs. */
final class ExhaustiveRun {

    /** How many policies lie between two lines of progress. */
    private static final long PROGRESS = 10_000;

    /** How many combinations wait for a thread before whoever finds them asks himself. */
    private static final int WAITING = 1000;

    private static final double NANOS_PER_SECOND = 1e9;

    private final long every;
    private final Function<Policy, Candidate> candidates;
    private final SmallPolicies smallPolicies = new SmallPolicies();
    private final AllQuestions allQuestions = new AllQuestions();
    private final long start = System.nanoTime();

    private final AtomicLong policies = new AtomicLong();
    private final AtomicLong questions = new AtomicLong();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final AtomicReference<Difference> difference = new AtomicReference<>();

    /**
     * A run that has not begun.
     *
     * @param every 1 for all policies, 2 for every second one, and so on
     * @param candidates makes the candidate of a policy
     */
    ExhaustiveRun(long every, Function<Policy, Candidate> candidates) {
        this.every = every;
        this.candidates = candidates;
    }

    /** A probe whose answers differ. */
    record Difference(long number, Block block, Combination combination, Policy policy, Probe probe, String text) {

        @Override
        public String toString() {
            return String.format(
                    "Policy %d (block \"%s\": %s)%nasked %s%nanswers differ: %s%npolicy: %s",
                    number, block.name(), combination, probe, text, PolicyJson.toJson(policy));
        }
    }

    /** What was asked, and the first difference, if any. */
    record Result(long policies, long questions, double seconds, Optional<Difference> difference) {

        @Override
        public String toString() {
            return String.format("%,d policies, %,d questions, %,.0f s", policies, questions, seconds);
        }
    }

    Result run() throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, waiting, (task, busy) -> task.run());
        SmallWorld.forEach(new SmallWorld.Visitor() {
            private long next;

            @Override
            public void visit(Block block, Combination combination) {
                long number = next++;
                if (number % every == 0 && difference.get() == null && failure.get() == null) {
                    Combination copy = combination.copy();
                    executor.execute(() -> ask(number, block, copy));
                }
            }
        });
        executor.shutdown();
        executor.awaitTermination(1, TimeUnit.DAYS);
        if (failure.get() != null) {
            throw failure.get();
        }
        return result();
    }

    private Result result() {
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        return new Result(policies.get(), questions.get(), seconds, Optional.ofNullable(difference.get()));
    }

    private void ask(long number, Block block, Combination combination) {
        try {
            Policy policy = smallPolicies.of(combination);
            Comparison comparison = new Comparison(policy, candidates);
            List<Probe> probes = allQuestions.of(combination);
            for (Probe probe : probes) {
                Optional<String> text = comparison.difference(probe);
                if (text.isPresent()) {
                    difference.compareAndSet(
                            null, new Difference(number, block, combination, policy, probe, text.get()));
                    return;
                }
            }
            questions.addAndGet(probes.size());
        } catch (RuntimeException e) {
            failure.compareAndSet(null, new IllegalStateException("Policy " + number + " (" + combination + ")", e));
            return;
        }
        if (policies.incrementAndGet() % PROGRESS == 0) {
            System.out.printf("%s, in block \"%s\", no difference so far%n", result(), block.name());
        }
    }
}
