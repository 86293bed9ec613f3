package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;

/**
 * The rules for an action on a workspace or an organization (domain §5). They expect a principal and a workspace that are
 * not suspended, and an action of the scope asked about. They make no objects, but
 * for a principal's number in a box where an organization is asked.
 */
final class WorkspaceRules {

    private WorkspaceRules() {}

    static Reason outcome(PrincipalRow principal, Action action, WorkspaceRow workspace, long second, int nano) {
        if (workspace.isOwnedBy(principal)) {
            return Reason.ALLOWED;
        }
        MemberRow member = workspace.membershipOf(principal);
        if (member == null) {
            return Reason.NOT_A_MEMBER;
        }
        if (!member.window.contains(second, nano)) {
            return Reason.EXPIRED;
        }
        return (action.workspacePermissions().bits() & ~member.workspaceMask(workspace.teams, second, nano)) == 0
                ? Reason.ALLOWED
                : Reason.MISSING_PERMISSIONS;
    }

    static Reason outcome(PrincipalRow principal, Action action, OrganizationRow organization) {
        if (organization.isOwnedBy(principal)) {
            return Reason.ALLOWED;
        }
        Long mask = organization.adminMask(principal);
        if (mask == null) {
            return Reason.NOT_A_MEMBER;
        }
        if (action.ownerOnly()) {
            return Reason.OWNER_ONLY;
        }
        return (action.organizationPermissions().bits() & ~mask) == 0 ? Reason.ALLOWED : Reason.MISSING_PERMISSIONS;
    }

    /** Ws(p, w) regardless of suspension; empty without a relationship. */
    static long rights(PrincipalRow principal, WorkspaceRow workspace, long second, int nano) {
        if (workspace.isOwnedBy(principal)) {
            return workspace.allWorkspacePermissions;
        }
        MemberRow member = workspace.membershipOf(principal);
        return member == null || !member.window.contains(second, nano)
                ? 0
                : member.workspaceMask(workspace.teams, second, nano);
    }

    static boolean hasRelationship(PrincipalRow principal, WorkspaceRow workspace, long second, int nano) {
        if (workspace.isOwnedBy(principal)) {
            return true;
        }
        MemberRow member = workspace.membershipOf(principal);
        return member != null && member.window.contains(second, nano);
    }

    static boolean hasRelationship(PrincipalRow principal, OrganizationRow organization) {
        return organization.isOwnedBy(principal) || organization.adminMask(principal) != null;
    }
}
