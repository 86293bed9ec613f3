package io.doorward.differential;

import io.doorward.differential.Interview.Difference;
import io.doorward.generator.PolicyGenerator;
import io.doorward.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Worlds from one seed on, on every core, until enough was asked or an answer differs. */
final class DifferentialRun {

    /** How many questions lie between two lines of progress. */
    private static final long PROGRESS = 1_000_000;

    private final long seed;
    private final long questions;
    private final Function<Policy, Candidate> candidates;

    private final AtomicLong nextWorld = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicReference<Difference> difference = new AtomicReference<>();

    DifferentialRun(long seed, long questions, Function<Policy, Candidate> candidates) {
        this.seed = seed;
        this.questions = questions;
        this.candidates = candidates;
    }

    /** What was asked, and the first difference, if any. */
    record Result(Tally tally, Optional<Difference> difference) {}

    Result run() throws InterruptedException, ExecutionException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Tally>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(this::work);
            }
            Tally tally = new Tally();
            for (Future<Tally> worker : executor.invokeAll(workers)) {
                tally.add(worker.get());
            }
            return new Result(tally, Optional.ofNullable(difference.get()));
        } finally {
            executor.shutdownNow();
        }
    }

    private Tally work() {
        Tally tally = new Tally();
        while (asked.get() < questions && difference.get() == null) {
            Interview interview = new Interview(PolicyGenerator.world(seed + nextWorld.getAndIncrement()));
            interview.ask(candidates).ifPresent(found -> difference.compareAndSet(null, found));
            long before = tally.questions();
            interview.count(tally);
            progress(tally.questions() - before);
        }
        return tally;
    }

    private void progress(long more) {
        long count = asked.addAndGet(more);
        if (count / PROGRESS > (count - more) / PROGRESS) {
            System.out.printf("%,d questions, no difference so far%n", count);
        }
    }
}
