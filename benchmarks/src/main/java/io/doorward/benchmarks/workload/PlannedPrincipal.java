package io.doorward.benchmarks.workload;

import io.doorward.permission.Action;
import io.doorward.permission.Permission;
import java.util.ArrayList;
import java.util.List;

/** An API user: who it is, and what it may do. */
final class PlannedPrincipal {

    final String id;
    final String token;
    final PlannedRights own;
    final List<Permission> workspacePermissions;

    /** All that it is in, be it through another one. */
    final List<PlannedTeam> teams = new ArrayList<>();

    PlannedPrincipal(String id, String token, PlannedWorkspace workspace, List<Permission> workspacePermissions) {
        this.id = id;
        this.token = token;
        this.workspacePermissions = workspacePermissions;
        own = new PlannedRights(workspace);
    }

    /** The rules of the domain as far as they matter here: one workspace a principal, nothing suspended, no owners. */
    boolean may(Action action, PlannedDevice device) {
        return may(action, device, true);
    }

    /** The same as if it were in no team. */
    boolean mayWithoutTeams(Action action, PlannedDevice device) {
        return may(action, device, false);
    }

    private boolean may(Action action, PlannedDevice device, boolean withTeams) {
        PlannedWorkspace workspace = own.workspace;
        if (!device.isPresentIn(workspace) || (action.owningWorkspaceOnly() && !device.isOwnedBy(workspace))) {
            return false;
        }
        long rights = own.on(device, false);
        if (withTeams) {
            for (PlannedTeam team : teams) {
                rights |= team.rights.on(device, false);
            }
        }
        if (!device.isOwnedBy(workspace)) {
            rights &= Masks.ofGrant(Plan.CEILING);
        }
        return hasWorkspacePermissionsFor(action) && (action.devicePermissions().bits() & ~rights) == 0;
    }

    /** The same by its own grants alone and as if there were no teams, claims and windows. */
    boolean mayByOwnGrants(Action action, PlannedDevice device) {
        return device.isOwnedBy(own.workspace)
                && hasWorkspacePermissionsFor(action)
                && (action.devicePermissions().bits() & ~own.on(device, true)) == 0;
    }

    /** The same, but by the grants on single devices alone. */
    boolean mayByDeviceGrants(Action action, PlannedDevice device) {
        return device.isOwnedBy(own.workspace)
                && own.isOn(device)
                && hasWorkspacePermissionsFor(action)
                && (action.devicePermissions().bits() & ~own.onDevice(device)) == 0;
    }

    private boolean hasWorkspacePermissionsFor(Action action) {
        return (action.workspacePermissions().bits() & ~Masks.ofWorkspace(workspacePermissions)) == 0;
    }
}
