package io.doorward.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.differential.EvaluatorCandidate;
import io.doorward.differential.Interview;
import io.doorward.evaluator.Evaluator;
import io.doorward.generator.Chance;
import io.doorward.generator.PolicyGenerator;
import io.doorward.generator.RandomChanges;
import io.doorward.generator.World;
import io.doorward.model.Policy;
import io.doorward.store.InMemoryPolicyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Random histories of a store: after each change the evaluator that follows it answers as the oracle does by the policy that
 * stands then. Run {@code -Ddoorward.followed=N} for more histories than the build has.
 */
class FollowedHistoryTest {

    private static final int HISTORIES = Integer.getInteger("doorward.followed", 12);
    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int STEPS = 30;

    private long accepted;
    private long refused;

    @Test
    void theEvaluatorThatFollowedIsTheOneThatTheOracleWouldBe() {
        for (int i = 0; i < HISTORIES; i++) {
            history(SEED + i);
        }
        System.out.println(HISTORIES + " followed histories from seed " + SEED + ": " + accepted
                + " change sets accepted, each with an interview, and " + refused + " refused");
        assertThat(accepted).isGreaterThan(refused / 4);
    }

    private void history(long seed) {
        World world = PolicyGenerator.world(seed);
        RandomChanges changes = new RandomChanges(new Chance(seed));
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        try (InMemoryPolicyStore store = InMemoryPolicyStore.builder(world.policy())
                        .clock(now::get)
                        .build();
                Evaluator evaluator = Evaluator.follow(store)) {
            for (int step = 1; step <= STEPS; step++) {
                ChangeSet set = changes.set(store.read());
                now.set(changes.instant());
                String where = "seed " + seed + ", step " + step + ": " + set.changes();
                try {
                    store.apply(set);
                    accepted++;
                } catch (ChangeRefusedException e) {
                    refused++;
                    continue;
                }
                Policy policy = store.read();
                List<String> tokens = new ArrayList<>(world.tokens());
                tokens.addAll(changes.secrets());
                World here = new World(seed + step * 1_000_003L, policy, tokens);
                assertThat(new Interview(here).ask(same -> new EvaluatorCandidate(evaluator)))
                        .as(where)
                        .isEmpty();
            }
        }
    }
}
