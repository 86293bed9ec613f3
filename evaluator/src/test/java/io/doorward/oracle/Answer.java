package io.doorward.oracle;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Reason;
import io.doorward.permission.Permission;
import java.util.List;

/** What a question is answered at one instant. */
public record Answer(Reason reason, List<Permission> missing, ClientReason forClient) {

    /** Whether the action is allowed. */
    public boolean allowed() {
        return reason == Reason.ALLOWED;
    }

    /** Whether the two are one decision: what a client is told may differ. */
    public boolean decidesLike(Answer other) {
        return reason == other.reason && missing.equals(other.missing);
    }
}
