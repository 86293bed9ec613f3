package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import org.jspecify.annotations.Nullable;

/**
 * The rules for an action on a device (domain §5), asked of one workspace at a time: rights from two workspaces never add
 * up. Every question about a device, however it is asked, ends here.
 *
 * <p>The methods expect a principal, a device and an owning workspace that are not suspended, and an action of the device
 * scope. They make no objects.
 */
final class DeviceRules {

    private DeviceRules() {}

    /** What one workspace in which the device is present says: allowed, or the first step that fails. */
    static Reason outcome(
            Rows rows, PrincipalRow principal, Action action, PresenceRow presence, long second, int nano) {
        if (principal.isLink()) {
            return outcomeForLink(principal, action, presence.device, presence.owning);
        }
        WorkspaceRow workspace = rows.workspace(presence);
        return outcome(
                workspace,
                workspace.isOwnedBy(principal.number),
                rows.membership(principal.number, workspace),
                action,
                presence.device,
                presence.productNumber,
                presence.owning ? null : presence,
                true,
                second,
                nano);
    }

    /**
     * The same for a user or an API user, whose membership, if any, is known already.
     *
     * @param owns whether the principal owns the workspace's organization
     * @param claim the presence of the device if the workspace has only claimed it
     * @param exact whether it matters why something is denied; if not, that may be {@link Reason#MISSING_PERMISSIONS} for
     *     another reason, and grants are not looked at once more to tell
     */
    static Reason outcome(
            WorkspaceRow workspace,
            boolean owns,
            @Nullable MemberRow member,
            Action action,
            int device,
            int product,
            @Nullable PresenceRow claim,
            boolean exact,
            long second,
            int nano) {
        if (owns) {
            return workspace.suspended ? Reason.SUSPENDED : outcomeAtTheClaim(action, claim);
        }
        if (member == null) {
            return Reason.NOT_A_MEMBER;
        }
        if (workspace.suspended) {
            return Reason.SUSPENDED;
        }
        if (!member.window.contains(second, nano)) {
            return Reason.EXPIRED;
        }
        long neededOnDevice = action.devicePermissions().bits();
        long neededInWorkspace = action.workspacePermissions().bits();
        boolean lacks = (neededOnDevice & ~member.deviceMask(workspace.teams, device, product, second, nano)) != 0;
        if (lacks && !exact) {
            return Reason.MISSING_PERMISSIONS;
        }
        boolean asksForAnyGrant = neededOnDevice == 0 && neededInWorkspace == 0;
        if (lacks || asksForAnyGrant) {
            switch (member.grantState(workspace.teams, device, product, second, nano)) {
                case NONE -> {
                    return Reason.NO_GRANT;
                }
                case OUT_OF_WINDOW -> {
                    return Reason.EXPIRED;
                }
                case LIVE -> {}
            }
        }
        if (lacks || (neededInWorkspace & ~member.workspaceMask(workspace.teams, second, nano)) != 0) {
            return Reason.MISSING_PERMISSIONS;
        }
        return outcomeAtTheClaim(action, claim);
    }

    /** The last two steps, for someone who has the rights themselves. */
    static Reason outcomeAtTheClaim(Action action, @Nullable PresenceRow claim) {
        if (claim == null) {
            return Reason.ALLOWED;
        }
        if (action.owningWorkspaceOnly()) {
            return Reason.OWNING_WORKSPACE_ONLY;
        }
        return (action.devicePermissions().bits() & ~claim.ceiling) == 0 ? Reason.ALLOWED : Reason.CLAIM_CEILING;
    }

    /** The same for a public link. */
    static Reason outcomeForLink(PrincipalRow link, Action action, int device, boolean owning) {
        if (!link.leadsTo(device, owning)) {
            return Reason.NO_GRANT;
        }
        boolean carried = (action.devicePermissions().bits() & ~link.linkMask) == 0
                && action.workspacePermissions().isEmpty()
                && !action.owningWorkspaceOnly();
        return carried ? Reason.ALLOWED : Reason.MISSING_PERMISSIONS;
    }

    /** Dev(p, d, w): the live permissions on the device through one workspace, under its ceiling; none where suspended. */
    static long rights(Rows rows, PrincipalRow principal, PresenceRow presence, long second, int nano) {
        if (rows.workspace(presence).suspended) {
            return 0;
        }
        return liveMask(rows, principal, presence, second, nano) & presence.ceiling;
    }

    /** The live permissions on the device through one workspace, before a ceiling and regardless of suspension. */
    static long liveMask(Rows rows, PrincipalRow principal, PresenceRow presence, long second, int nano) {
        if (principal.isLink()) {
            return principal.leadsTo(presence) ? principal.linkMask : 0;
        }
        WorkspaceRow workspace = rows.workspace(presence);
        if (workspace.isOwnedBy(principal)) {
            return workspace.allDevicePermissions;
        }
        MemberRow member = workspace.membershipOf(principal);
        return member == null || !member.window.contains(second, nano)
                ? 0
                : member.deviceMask(workspace.teams, presence.device, presence.productNumber, second, nano);
    }

    /**
     * Whether the principal holds a live grant on the device through one workspace, regardless of suspension: what decides
     * whether it may hear of the device at all.
     */
    static boolean hasLiveGrant(Rows rows, PrincipalRow principal, PresenceRow presence, long second, int nano) {
        if (principal.isLink()) {
            return principal.leadsTo(presence);
        }
        WorkspaceRow workspace = rows.workspace(presence);
        if (workspace.isOwnedBy(principal)) {
            return true;
        }
        MemberRow member = workspace.membershipOf(principal);
        return member != null
                && member.window.contains(second, nano)
                && member.grantState(workspace.teams, presence.device, presence.productNumber, second, nano)
                        == GrantState.LIVE;
    }
}
