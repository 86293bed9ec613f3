package io.doorward.change;

import com.google.common.collect.ImmutableList;
import io.doorward.model.Policy;
import io.doorward.model.PolicyEditor;
import io.doorward.model.Revision;
import io.doorward.problem.InvalidPolicyException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes that take effect together or not at all. An immutable value; it may be empty.
 *
 * <p>The changes are made in their order. What a row names (a device, a principal, a team...) must be there when all of them
 * have been made, so that a set may grant a device before it creates it; what a change is about must be there, or not be
 * there yet, when its turn comes.
 */
public final class ChangeSet {

    private final ImmutableList<Change> changes;

    private ChangeSet(ImmutableList<Change> changes) {
        this.changes = changes;
    }

    /** These changes, in this order. */
    public static ChangeSet of(Change... changes) {
        return new ChangeSet(ImmutableList.copyOf(changes));
    }

    /** These changes, in this order. */
    public static ChangeSet of(List<? extends Change> changes) {
        return new ChangeSet(ImmutableList.copyOf(changes));
    }

    /** The changes, in their order. */
    public List<Change> changes() {
        return changes;
    }

    /** Where a change stands in its set, as problems name it. */
    public static String place(int index) {
        return "/changes/" + index;
    }

    /**
     * What comes out of a policy by these changes. It is not asked whether the actor may: a store sees to that. The cost
     * grows with the rows that the set names and the workspaces that a device leaves, never with the policy.
     *
     * @param policy stays as it is
     * @param revision of the policy that comes out
     * @param actor whose name stands on the invites and offers that the set makes
     * @param now the instant of the change: tokens are revoked by it
     * @throws ChangeRefusedException with all that is wrong, if anything is
     */
    public Transition applyTo(Policy policy, Revision revision, Actor actor, Instant now) {
        PolicyEditor editor = new PolicyEditor(policy);
        Edit edit = new Edit(editor, actor, now);
        for (int i = 0; i < changes.size(); i++) {
            editor.at(place(i));
            Verbs.carryOut(changes.get(i), edit);
        }
        try {
            return new Transition(policy, editor.finish(revision), editor.cascades());
        } catch (InvalidPolicyException e) {
            throw new ChangeRefusedException(ChangeRefusedException.Kind.INVALID, e.problems());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChangeSet that && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return changes.hashCode();
    }

    /** How many changes there are. */
    @Override
    public String toString() {
        return "ChangeSet[" + changes.size() + (changes.size() == 1 ? " change]" : " changes]");
    }
}
