package io.doorward.benchmarks.publication;

import io.doorward.evaluator.Evaluator;
import io.doorward.model.Policy;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import io.doorward.token.TokenHash;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two threads use tokens for the first time, each another one, so that both are remembered at once. An evaluator of so few
 * tokens remembers them in four sets, by a hash with a secret of its own: those of every fourth one meet in a set.
 */
@JCStressTest
@Description("Tokens that are remembered at the same time are not taken for each other.")
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Every answer is right.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A token was taken for another one, or for none.")
@State
public class TokensOfOneSet {

    private static final Action VIEW = Actions.DEVICE_VIEW;

    private static final Policy POLICY = Policy.builder()
            .workspace("plant", plant -> plant.device("one")
                    .device("other")
                    .apiUser("one", user -> user.token(TokenHash.ofClearText("token one"))
                            .device("one", DevicePermissions.VIEW))
                    .apiUser("other", user -> user.token(TokenHash.ofClearText("token other"))
                            .device("other", DevicePermissions.VIEW)))
            .build();

    private final Evaluator evaluator = Evaluator.of(POLICY);

    @Actor
    public void one(III_Result result) {
        result.r1 = wrong("token one", "one", "other");
    }

    @Actor
    public void other(III_Result result) {
        result.r2 = wrong("token other", "other", "one");
    }

    /** Later, when both are remembered. */
    @Arbiter
    public void later(III_Result result) {
        result.r3 = wrong("token one", "one", "other") + wrong("token other", "other", "one");
    }

    /** How many of four answers are wrong: two by SHA-256 or by what the other thread remembers, two by what is remembered. */
    private int wrong(String token, String granted, String other) {
        int wrong = 0;
        for (int time = 0; time < 2; time++) {
            wrong += evaluator.allows(token, VIEW, granted) ? 0 : 1;
            wrong += evaluator.allows(token, VIEW, other) ? 1 : 0;
        }
        return wrong;
    }
}
