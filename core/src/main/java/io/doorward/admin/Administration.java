package io.doorward.admin;

import io.doorward.change.Actor;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.ChangeSet;
import io.doorward.change.Transition;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.List;

/**
 * Makes change sets, as the host or as a principal who may do what his rights allow. The whole rule, with examples, is in
 * {@code docs/administration.md}.
 *
 * <p>Thread-safe: there is no state but the arguments, which are immutable. No argument may be null.
 */
public final class Administration {

    private Administration() {}

    /**
     * What comes out of a policy by these changes, if whoever makes them may.
     *
     * <p>A principal must exist and not be suspended, his token must be live; he needs the action of each change, and his
     * rows must cover what the changes give to others and to himself. A refusal names all that is missing, and is the same
     * for a thing that does not exist, one of another tenant and one of a suspended tenant. The host may do everything; what
     * an author needed for an invite or an offer is looked at again when it is accepted.
     *
     * <p>The cost grows with the changes, with the rows of whoever makes them and with the teams of the workspaces that they
     * touch, never with the policy.
     *
     * @param policy stays as it is
     * @param actor the host, or a principal with the token that he acts with
     * @param next the revision of the policy that comes out
     * @param now the instant of the change, of the store's own clock
     * @throws ChangeRefusedException {@code FORBIDDEN} with everything that the actor may not do; else {@code INVALID} with
     *     everything that is wrong
     */
    public static Transition apply(Policy policy, ChangeSet changes, Actor actor, Revision next, Instant now) {
        if (actor.isHost()) {
            Transition transition = changes.applyTo(policy, next, actor, now);
            refuse(new Acceptance(policy, now).problems(changes));
            return transition;
        }
        if (!Identity.isLive(actor, policy, now)) {
            refuse(List.of(new Problem("/changes", Identity.REFUSAL)));
        }
        return new PrincipalsChanges(policy, changes, actor, next, now).apply();
    }

    /**
     * What a principal may do in a workspace, and which rights he may hand out there.
     *
     * @param principal may be unknown, and then has nothing
     * @param workspace may be unknown
     * @param now the instant that is asked about
     */
    public static Preview preview(Policy policy, PrincipalId principal, WorkspaceId workspace, Instant now) {
        return new Preview(policy, principal, workspace, now);
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ChangeRefusedException(Kind.FORBIDDEN, problems);
        }
    }
}
