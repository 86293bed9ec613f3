package io.doorward.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ApiUserChange;
import io.doorward.change.ChangeSet;
import io.doorward.model.PrincipalId;
import io.doorward.store.InMemoryPolicyStore;
import java.time.Instant;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a check leaves behind for the garbage collector: nothing. */
class AllocationTest {

    private static final int QUESTIONS = 100_000;

    /** The first rounds load classes and let the compiler in; what allocates by nature does so in the last one too. */
    private static final int ROUNDS = 20;

    /**
     * A host that has made instants of the epoch: from then on JDK 17 puts every instant of the clock on the heap, where
     * before it may have been taken apart into numbers.
     */
    @BeforeAll
    static void makeInstantsOfTheEpoch() {
        for (int i = 0; i < QUESTIONS; i++) {
            assertThat(Instant.ofEpochSecond(0)).isSameAs(Instant.EPOCH);
        }
    }

    @Test
    void allowsAllocatesNothing() {
        Evaluator evaluator = Evaluator.of(AllWays.policy());
        assertNothingAllocated(round -> {
            AllWays.Texts[] questions = AllWays.texts(QUESTIONS, new Random(round));
            return () -> AllWays.allowed(evaluator, questions);
        });
    }

    /** Also with handles that were found in an older version of the policy. */
    @Test
    void allowsByHandlesAllocatesNothing() {
        InMemoryPolicyStore store = InMemoryPolicyStore.of(AllWays.policy());
        try (Evaluator following = Evaluator.follow(store)) {
            AllWays.Found[] questions = AllWays.found(QUESTIONS, new Random(1), following);
            assertNothingAllocated(round -> () -> AllWays.allowed(following, questions));
            store.apply(ChangeSet.of(new ApiUserChange.DeleteApiUser(new PrincipalId("expired"))));
            assertNothingAllocated(round -> () -> AllWays.allowed(following, questions));
        }
    }

    /** @param rounds prepares a round, and asks its questions when it is told to */
    private static void assertNothingAllocated(IntFunction<IntSupplier> rounds) {
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && bytes >= QUESTIONS; round++) {
            IntSupplier asking = rounds.apply(round);
            long before = Allocated.byThisThread();
            int allowed = asking.getAsInt();
            bytes = Allocated.byThisThread() - before;
            assertThat(allowed).isBetween(QUESTIONS / 10, QUESTIONS / 2);
        }
        assertThat(bytes).as("bytes for %d questions", QUESTIONS).isLessThan(QUESTIONS);
    }
}
