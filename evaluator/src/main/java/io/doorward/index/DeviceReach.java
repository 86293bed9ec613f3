package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import org.jspecify.annotations.Nullable;

/**
 * On which devices one principal may do something by its rights in one workspace, at one instant: the rules of {@link
 * DeviceRules}, with all that is the same for every device found out once. The devices asked about are not suspended. For one
 * thread.
 */
final class DeviceReach {

    final WorkspaceRow workspace;
    private final Rows rows;
    private final Action action;

    /** Whether the rights are there on every device, before the terms of claims. */
    private final boolean isEverywhere;

    /** Whoever has rights on some devices only. */
    private final @Nullable MemberReach member;

    /** The only device of a public link. */
    private final int ofLink;

    private DeviceReach(
            Rows rows,
            WorkspaceRow workspace,
            Action action,
            boolean isEverywhere,
            @Nullable MemberReach member,
            int ofLink) {
        this.rows = rows;
        this.workspace = workspace;
        this.action = action;
        this.isEverywhere = isEverywhere;
        this.member = member;
        this.ofLink = ofLink;
    }

    static DeviceReach of(
            Rows rows, PrincipalRow principal, Action action, WorkspaceRow workspace, long second, int nano) {
        DeviceReach nowhere = new DeviceReach(rows, workspace, action, false, null, Numbers.NOTHING);
        if (workspace.suspended) {
            return nowhere;
        }
        if (principal.isLink()) {
            boolean carried = workspace.number == DeviceTable.workspace(rows.devices.place(principal.boundTo))
                    && DeviceRules.outcomeForLink(principal, action, principal.boundTo, true) == Reason.ALLOWED;
            return carried ? new DeviceReach(rows, workspace, action, false, null, principal.boundTo) : nowhere;
        }
        DeviceReach everywhere = new DeviceReach(rows, workspace, action, true, null, Numbers.NOTHING);
        if (workspace.isOwnedBy(principal)) {
            return everywhere;
        }
        MemberRow member = workspace.membershipOf(principal);
        if (member == null || !member.window.contains(second, nano)) {
            return nowhere;
        }
        long neededInWorkspace = action.workspacePermissions().bits();
        if ((neededInWorkspace & ~member.workspaceMask(workspace.teams, second, nano)) != 0) {
            return nowhere;
        }
        MemberReach reach = new MemberReach(member, workspace.teams, rows.codes, action, second, nano);
        return reach.isEverywhere()
                ? everywhere
                : new DeviceReach(rows, workspace, action, false, reach, Numbers.NOTHING);
    }

    boolean isNowhere() {
        return !isEverywhere && member == null && ofLink == Numbers.NOTHING;
    }

    boolean isEverywhere() {
        return isEverywhere;
    }

    /**
     * The devices that have rights on them, if a set of them decides alone, whatever a device is; null if this has to be asked
     * about each, or is {@link #isEverywhere()}.
     */
    @Nullable
    NumberSet exactly() {
        MemberReach rights = member;
        return rights == null ? null : rights.exactly();
    }

    /** What decides where this is neither everywhere nor nowhere, nor of a link. */
    @Nullable
    MemberReach member() {
        return member;
    }

    /**
     * Whether a device is included, which is present in the workspace or not.
     *
     * @param place see {@link DeviceTable#place}
     */
    boolean includes(int device, long place) {
        return DeviceTable.workspace(place) == workspace.number
                ? hasRights(device, DeviceTable.product(place))
                : includesClaimed(device, place);
    }

    /** Whether a device is included, which is present or not, and suspended or not. */
    boolean includes(int device) {
        return !DeviceTable.isSuspended(rows.devices.state(device)) && includes(device, rows.devices.place(device));
    }

    private boolean includesClaimed(int device, long place) {
        PresenceRow claim = workspace.claims.on(device);
        return claim != null
                && hasRights(device, PresenceRow.NO_PRODUCT)
                && !rows.workspace(DeviceTable.workspace(place)).suspended
                && DeviceRules.outcomeAtTheClaim(action, claim) == Reason.ALLOWED;
    }

    private boolean hasRights(int device, int product) {
        if (isEverywhere) {
            return true;
        }
        MemberReach rights = member;
        return rights == null ? device == ofLink : rights.on(device, product);
    }
}
