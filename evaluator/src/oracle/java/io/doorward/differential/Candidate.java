package io.doorward.differential;

import io.doorward.decision.Decision;
import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.model.DeviceId;
import io.doorward.model.PrincipalId;
import io.doorward.model.WorkspaceId;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluator over one policy, asked by every entrance that there is: the one that is built here, or a copy of it with a
 * fault in it, which comes from another class loader. Hence no type of the evaluator's own packages is named here.
 */
public interface Candidate {

    /** What one entrance answers; no decision where it only says yes or no. */
    record Reply(String entrance, boolean allowed, @Nullable Decision decision) {}

    List<Reply> replies(Question question, Instant at);

    List<Listing<DeviceId>> devices(Who who, String action, @Nullable String context, Instant at);

    List<Listing<WorkspaceId>> workspaces(Who who, String action, Instant at);

    List<Listing<PrincipalId>> principals(
            String action, Scope scope, String resource, @Nullable String context, Instant at);

    List<PermissionSet> permissions(Who who, Scope scope, String resource, @Nullable String context, Instant at);
}
