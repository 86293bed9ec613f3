package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import io.doorward.permission.Permission;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A question about a workspace. */
final class WorkspaceInquiry extends Inquiry {

    final @Nullable WorkspaceRow workspace;

    WorkspaceInquiry(Index index, Asker asker, @Nullable Action action, String resource) {
        super(index, asker, action);
        workspace = index.workspace(resource);
    }

    @Override
    Verdict at(PrincipalRow principal, Action known, long second, int nano) {
        WorkspaceRow found = workspace;
        if (found == null) {
            return Verdict.of(Reason.UNKNOWN_WORKSPACE, List.of(), false);
        }
        Reason reason =
                found.suspended ? Reason.SUSPENDED : WorkspaceRules.outcome(principal, known, found, second, nano);
        List<Permission> missing = reason == Reason.MISSING_PERMISSIONS
                ? index.workspacePermissions(
                        known.workspacePermissions().bits() & ~WorkspaceRules.rights(principal, found, second, nano))
                : List.of();
        return Verdict.of(reason, missing, mayKnow(principal, second, nano));
    }

    @Override
    boolean mayKnow(PrincipalRow principal, long second, int nano) {
        return workspace != null && WorkspaceRules.hasRelationship(principal, workspace, second, nano);
    }

    @Override
    void forEachWindow(PrincipalRow principal, Consumer<WindowRow> windows) {
        MemberRow member = workspace == null ? null : workspace.membershipOf(principal);
        if (member != null) {
            member.forEachWindow(windows);
        }
    }

    @Override
    void forEachSuspended(Consumer<String> words) {
        if (workspace != null && workspace.suspended) {
            words.accept("the workspace");
        }
    }
}
