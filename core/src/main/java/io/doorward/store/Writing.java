package io.doorward.store;

import io.doorward.change.Actor;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.Transition;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.List;

/** What becomes of a policy by a change set that somebody makes. */
final class Writing {

    private Writing() {}

    static Transition transition(Policy policy, ChangeSet changes, Actor actor, Revision next, Instant now) {
        if (!actor.isHost()) {
            throw new ChangeRefusedException(
                    ChangeRefusedException.Kind.FORBIDDEN,
                    List.of(new Problem("", "Only the host makes changes so far; make them as the host.")));
        }
        return changes.applyTo(policy, next, actor, now);
    }
}
