package io.doorward.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;

/** One hand-made policy that somebody tries to change at noon. */
final class Trying {

    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(3600);

    private static final Revision NEXT = new Revision("", 1);

    private final Policy policy;

    private Trying(Policy policy) {
        this.policy = policy;
    }

    static Trying on(PolicyBuilder policy) {
        return new Trying(policy.build());
    }

    static Trying on(Policy policy) {
        return new Trying(policy);
    }

    Policy policy() {
        return policy;
    }

    /** The principal may; what comes out can be tried on. */
    Trying lets(String principal, Change... changes) {
        return lets(Actor.principal(new PrincipalId(principal)), changes);
    }

    Trying lets(Actor actor, Change... changes) {
        return new Trying(Administration.apply(policy, ChangeSet.of(changes), actor, NEXT, NOON)
                .after());
    }

    /** The principal may not, for these reasons. */
    void forbids(String principal, Change change, String... reasons) {
        assertThat(refusal(Actor.principal(new PrincipalId(principal)), Kind.FORBIDDEN, change))
                .containsExactly(reasons);
    }

    /** The principal may not; each reason stands at the change that it is about. */
    List<String> refusal(Actor actor, Kind kind, Change... changes) {
        ChangeRefusedException refused = catchThrowableOfType(
                ChangeRefusedException.class,
                () -> Administration.apply(policy, ChangeSet.of(changes), actor, NEXT, NOON));
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.kind()).as("%s", refused.problems()).isEqualTo(kind);
        return refused.problems().stream()
                .map(problem ->
                        (changes.length == 1 && problem.place().equals("/changes/0") ? "" : problem.place() + " ")
                                + problem.message())
                .toList();
    }

    static Actor as(String principal) {
        return Actor.principal(new PrincipalId(principal));
    }

    static TokenHash secret(String clearText) {
        return TokenHash.ofClearText(clearText);
    }
}
