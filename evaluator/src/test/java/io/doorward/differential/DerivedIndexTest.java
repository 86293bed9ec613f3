package io.doorward.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.generator.PolicyHistory;
import io.doorward.generator.World;
import io.doorward.index.CountedSteps;
import io.doorward.index.Index;
import io.doorward.index.IndexValidator;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * An index that was derived from the one before, step by step, answers as one that was compiled from the beginning, and as
 * the oracle does; those before it answer as they did. Run again with the seed printed.
 */
class DerivedIndexTest {

    private static final long SEED = Long.getLong("doorward.seed", 1);
    private static final int HISTORIES = Integer.getInteger("doorward.histories", 25);
    private static final int STEPS = 36;

    /** How many older versions are asked again after each step. */
    private static final int REMEMBERED = 3;

    /** One version and all that is asked of it. */
    private record Version(Index index, Interview interview) {}

    @Test
    void aDerivedIndexAnswersAsOneThatWasCompiledAndAsTheOracle() {
        System.out.printf("DerivedIndexTest: -Ddoorward.seed=%d -Ddoorward.histories=%d%n", SEED, HISTORIES);
        CountedSteps steps = new CountedSteps();
        for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
            follow(seed, steps);
        }
        System.out.println("DerivedIndexTest: " + steps);
        assertThat(steps.missing()).as("ways that were not taken").isEmpty();
    }

    private static void follow(long seed, CountedSteps steps) {
        PolicyHistory history = new PolicyHistory(seed);
        Policy policy = history.world().policy();
        Index index = Index.of(policy);
        Handles handles = new Handles(seed);
        Deque<Version> versions = new ArrayDeque<>();
        for (int step = 0; step < STEPS; step++) {
            World world = history.next();
            String where = "-Ddoorward.seed=" + seed + ", step " + step;
            handles.resolve(index, policy, world.tokens());
            try {
                index = steps.next(index, PolicyDelta.between(policy, world.policy()));
                IndexValidator.validate(index);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(where, e);
            }
            handles.follow(policy, world.policy());
            policy = world.policy();
            Version version = new Version(index, new Interview(world));
            assertThat(differenceOf(version)).as(where).isEmpty();
            assertThat(differenceOf(new Version(Index.of(policy), version.interview)))
                    .as("%s, compiled", where)
                    .isEmpty();
            for (Version older : versions) {
                assertThat(differenceOf(older))
                        .as("%s, an older version", where)
                        .isEmpty();
            }
            handles.assertRight(index, policy, where);
            versions.addFirst(version);
            if (versions.size() > REMEMBERED) {
                versions.removeLast();
            }
        }
    }

    private static Optional<Interview.Difference> differenceOf(Version version) {
        return version.interview.ask(policy -> new IndexCandidate(version.index));
    }
}
