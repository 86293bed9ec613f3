package io.doorward.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.doorward.decision.Reason;
import io.doorward.differential.Interview.Difference;
import io.doorward.generator.Feature;
import io.doorward.model.Policy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Random policies and random questions: the evaluator answers as the oracle does. A few seconds of it by default; the long
 * form has the number of questions and the seed on the command line, see {@code CONTRIBUTING.md}.
 */
class DifferentialTest {

    private static final long QUESTIONS = 150_000;
    private static final long SEED = 1;

    /** Whether a difference is made small and saved; not where an evaluator is broken on purpose. */
    private static final boolean SAVE = Boolean.parseBoolean(System.getProperty("doorward.save", "true"));

    /** The least that chance must bring, in percent. */
    private static final double ALLOWED = 30;

    private static final double EVERY_REASON = 0.5;
    private static final double EVERY_FEATURE = 1;

    @Test
    void theEvaluatorAnswersAsTheOracleDoes() throws Exception {
        long seed = seed(System.getProperty("doorward.seed", Long.toString(SEED)));
        long questions = Long.getLong("doorward.questions", QUESTIONS);
        System.out.printf("Differential run: -Ddoorward.seed=%d -Ddoorward.questions=%d%n", seed, questions);
        DifferentialRun.Result result = new DifferentialRun(seed, questions, EvaluatorCandidate::new).run();
        result.difference().ifPresent(DifferentialTest::shrinkSaveAndFail);
        System.out.println(result.tally().table());
        assertMix(result.tally());
    }

    private static long seed(String text) {
        return text.equals("random") ? new SecureRandom().nextLong() >>> 16 : Long.parseLong(text);
    }

    private static void shrinkSaveAndFail(Difference difference) {
        Probe probe = difference.probe();
        if (!SAVE) {
            fail("World %d, %s", difference.world().seed(), probe);
        }
        Policy policy = difference.world().policy();
        Probe writable = Regression.writable(policy, probe);
        if (differs(writable).test(policy)) {
            probe = writable;
        }
        Policy small = Shrinker.shrink(policy, differs(probe));
        String text =
                new Comparison(small, EvaluatorCandidate::new).difference(probe).orElseThrow();
        Path saved =
                Regression.save(Regression.FOLDER, "seed-" + difference.world().seed(), small, probe, text);
        fail("World %d, %s: %s. Shrunk and saved as %s", difference.world().seed(), probe, text, saved);
    }

    private static Predicate<Policy> differs(Probe probe) {
        return policy -> new Comparison(policy, EvaluatorCandidate::new)
                .difference(probe)
                .isPresent();
    }

    private static void assertMix(Tally tally) {
        assertThat(tally.percentOf(Reason.ALLOWED)).as("allowed").isGreaterThanOrEqualTo(ALLOWED);
        for (Reason reason : Reason.values()) {
            // Nothing is stale that has no store to be without.
            if (reason != Reason.STALE) {
                assertThat(tally.percentOf(reason)).as("%s", reason).isGreaterThanOrEqualTo(EVERY_REASON);
            }
        }
        for (Feature feature : Feature.values()) {
            assertThat(tally.percentOf(feature)).as("%s", feature).isGreaterThanOrEqualTo(EVERY_FEATURE);
        }
    }
}
