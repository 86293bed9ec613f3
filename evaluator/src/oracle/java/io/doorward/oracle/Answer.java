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
}
