package io.doorward.change;

import com.google.common.collect.ImmutableList;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.util.List;

/** A change set that was not made, with all that speaks against it. Nothing has changed where this is thrown. */
public final class ChangeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What speaks against a change set. */
    public enum Kind {
        /** It would break a rule of the policy. */
        INVALID,
        /** Whoever makes it may not. */
        FORBIDDEN,
        /** Something that it touches is not as it was when the change set was made. */
        CONFLICT
    }

    private final Kind kind;
    private final ImmutableList<Problem> problems;

    /**
     * A refusal with these reasons, in this order.
     *
     * @param problems at least one; each names the change by its place in the set, such as {@code /changes/2}
     */
    public ChangeRefusedException(Kind kind, List<Problem> problems) {
        super(new InvalidPolicyException(problems).getMessage());
        this.kind = kind;
        this.problems = ImmutableList.copyOf(problems);
    }

    /** Whether the change set is wrong, not allowed or late. */
    public Kind kind() {
        return kind;
    }

    /** All that speaks against it; at least one, immutable. */
    public List<Problem> problems() {
        return problems;
    }
}
