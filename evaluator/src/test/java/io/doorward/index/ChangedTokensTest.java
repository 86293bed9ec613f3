package io.doorward.index;

import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Reason;
import io.doorward.model.ApiUserBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.permission.Actions;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A token comes, goes, is revoked, gets another window or another holder, at once or by way of not being there: an index that
 * was derived says the same as one that was compiled, also for handles of the token as it was.
 */
class ChangedTokensTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final TokenHash HASH = TokenHash.ofClearText("secret");

    /** What is said of two API users. */
    private record State(String name, Consumer<ApiUserBuilder> ann, Consumer<ApiUserBuilder> bob) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final State NOTHING = new State("no token", ann -> {}, bob -> {});

    private static final List<State> ALL = List.of(
            NOTHING,
            state("plain", ann -> ann.token(HASH)),
            state("until noon", ann -> ann.token(HASH, token -> token.expiresAt(NOON))),
            state("until later", ann -> ann.token(HASH, token -> token.expiresAt(NOON.plusNanos(1)))),
            state("from noon", ann -> ann.token(HASH, token -> token.notBefore(NOON))),
            state("revoked", ann -> ann.token(HASH, token -> token.revokedAt(NOON.minusSeconds(1)))),
            state("of one who is suspended", ann -> ann.token(HASH).suspended(true)),
            state("one of two", ann -> ann.token(HASH).token(TokenHash.ofClearText("another"))),
            state("another one", ann -> ann.token(TokenHash.ofClearText("another"))),
            new State("of somebody else", ann -> {}, bob -> bob.token(HASH)),
            new State(
                    "of somebody else until noon", ann -> {}, bob -> bob.token(HASH, token -> token.expiresAt(NOON))));

    private static State state(String name, Consumer<ApiUserBuilder> ann) {
        return new State(name, ann, bob -> {});
    }

    @Test
    void oneStateFollowsAnyOther() {
        Successions.ofTwo(ALL, ChangedTokensTest::assertDerived);
    }

    @Test
    void aNumberThatIsFreeIsGivenToAnyOther() {
        Successions.through(NOTHING, ALL, ChangedTokensTest::assertDerived);
    }

    private static void assertDerived(List<State> states) {
        Policy policy = policy(states.get(0));
        Index first = Index.of(policy);
        Asker asker = first.askerByToken("secret");
        KnownDevice hall = first.knownDevice("hall");
        Index index = first;
        for (State state : states.subList(1, states.size())) {
            Policy next = policy(state);
            index = index.next(PolicyDelta.between(policy, next));
            policy = next;
            IndexValidator.validate(index);
            assertThat(told(index)).as("%s", states).isEqualTo(told(Index.of(policy)));
            for (Instant at : List.of(NOON.minusNanos(1), NOON)) {
                InstantSource clock = InstantSource.fixed(at);
                assertThat(index.allows(asker, Actions.DEVICE_VIEW, hall, clock))
                        .as("%s, by handles", states)
                        .isEqualTo(index.check(asker, Actions.DEVICE_VIEW, hall, clock)
                                        .reason()
                                == Reason.ALLOWED);
            }
        }
    }

    private static List<String> told(Index index) {
        List<String> told = new ArrayList<>();
        for (Instant at : List.of(NOON.minusNanos(1), NOON, NOON.plusNanos(1))) {
            for (String secret : List.of("secret", "another")) {
                told.add(index.explain(index.askerByToken(secret), Actions.DEVICE_VIEW, Scope.DEVICE, "hall", null, at)
                        .text());
                told.add(secret + " " + index.allows(secret, Actions.DEVICE_VIEW, "hall", InstantSource.fixed(at)));
            }
        }
        return told;
    }

    private static Policy policy(State state) {
        return Policy.builder()
                .workspace("plant", plant -> plant.device("hall")
                        .apiUser("ann", state.ann.andThen(ann -> ann.device("hall", VIEW)))
                        .apiUser("bob", state.bob))
                .build();
    }
}
