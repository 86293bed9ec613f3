package io.doorward.index;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Reason;
import io.doorward.permission.Permission;
import java.util.List;

/** All of a decision that depends on the instant. */
record Verdict(Reason reason, List<Permission> missing, ClientReason forClient) {

    /** For an asker who got no further than himself. */
    static Verdict unauthenticated(Reason reason) {
        return new Verdict(reason, List.of(), ClientReason.UNAUTHENTICATED);
    }

    /** For a thing that the asker may know of, or may not. */
    static Verdict of(Reason reason, List<Permission> missing, boolean mayKnow) {
        return new Verdict(reason, missing, forClient(reason, mayKnow));
    }

    private static ClientReason forClient(Reason reason, boolean mayKnow) {
        if (reason == Reason.ALLOWED) {
            return ClientReason.ALLOWED;
        }
        if (!mayKnow) {
            return ClientReason.NOT_FOUND;
        }
        return switch (reason) {
            case SUSPENDED -> ClientReason.SUSPENDED;
            case UNKNOWN_ACTION -> ClientReason.UNKNOWN_ACTION;
            case NO_GRANT -> ClientReason.NO_GRANT;
            case EXPIRED -> ClientReason.EXPIRED;
            case MISSING_PERMISSIONS -> ClientReason.MISSING_PERMISSIONS;
            case OWNING_WORKSPACE_ONLY -> ClientReason.OWNING_WORKSPACE_ONLY;
            case CLAIM_CEILING -> ClientReason.CLAIM_CEILING;
            case OWNER_ONLY -> ClientReason.OWNER_ONLY;
            default -> ClientReason.NOT_FOUND;
        };
    }
}
