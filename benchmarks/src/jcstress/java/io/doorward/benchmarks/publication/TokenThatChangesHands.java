package io.doorward.benchmarks.publication;

import io.doorward.index.Index;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A token goes from one principal to another and keeps its number. Two threads use it for the first time, one still in the
 * version before: both write to the same slot of what is remembered, which versions share.
 */
@JCStressTest
@Description("A token is its holder's in each version, whoever remembers it at the same time.")
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Every answer is right.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The token was taken for that of whom it belongs to in the other version.")
@State
public class TokenThatChangesHands {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Policy BEFORE = policy("another", "token");
    private static final PolicyDelta DELTA = PolicyDelta.between(BEFORE, policy("token", "another"));

    private final Index before = Index.of(BEFORE);
    private final Index after = before.next(DELTA);

    /** The second of two API users may see the device. */
    private static Policy policy(String ofFirst, String ofSecond) {
        return Policy.builder()
                .workspace("plant", plant -> plant.device("hall")
                        .apiUser("first", user -> user.token(TokenHash.ofClearText(ofFirst)))
                        .apiUser("second", user -> user.token(TokenHash.ofClearText(ofSecond))
                                .device("hall", DevicePermissions.VIEW)))
                .build();
    }

    @Actor
    public void before(III_Result result) {
        result.r1 = wrong(before, true);
    }

    @Actor
    public void after(III_Result result) {
        result.r2 = wrong(after, false);
    }

    /** Later, when it is remembered, first by the version after. */
    @Arbiter
    public void later(III_Result result) {
        result.r3 = wrong(after, false) + wrong(before, true);
    }

    /** How many of two answers are wrong: one by SHA-256 or by what the other thread remembers, one by what is remembered. */
    private static int wrong(Index index, boolean right) {
        int wrong = 0;
        for (int time = 0; time < 2; time++) {
            wrong += index.allows("token", Actions.DEVICE_VIEW, "hall", CLOCK) == right ? 0 : 1;
        }
        return wrong;
    }
}
