package io.doorward.index;

import io.doorward.decision.Listing;
import io.doorward.decision.Reason;
import io.doorward.model.DeviceId;
import io.doorward.model.PrincipalId;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All things or principals that qualify, at one instant, by the rules that decide a single question. */
final class Lists {

    private final Index index;
    private final Rows rows;
    private final long second;
    private final int nano;

    Lists(Index index, Instant at) {
        this.index = index;
        rows = index.rows();
        second = at.getEpochSecond();
        nano = at.getNano();
    }

    Listing<DeviceId> devices(Asker asker, @Nullable Action action, @Nullable String context) {
        WorkspaceRow through = context == null ? null : index.workspace(context);
        Reason reason = standing(asker, action);
        if (reason == Reason.ALLOWED && context != null) {
            reason = standing(through);
        }
        PrincipalRow principal = asker.principal;
        if (reason != Reason.ALLOWED || principal == null || action == null) {
            return emptyBecause(reason);
        }
        TreeSet<DeviceId> devices = new TreeSet<>();
        if (principal.isLink()) {
            PresenceRow leadsTo = rows.devices.row(principal.boundTo).owning;
            addIfAllowed(devices, principal, action, leadsTo, through);
        }
        for (WorkspaceRow workspace : rows.workspacesOf(principal)) {
            if (through == null || workspace == through) {
                for (int number : workspace.devices) {
                    addIfAllowed(devices, principal, action, rows.devices.row(number).owning, through);
                }
                for (PresenceRow claim : workspace.claims.presences()) {
                    addIfAllowed(devices, principal, action, claim, through);
                }
            }
        }
        return listing(devices);
    }

    private void addIfAllowed(
            Collection<DeviceId> devices,
            PrincipalRow principal,
            Action action,
            PresenceRow presence,
            @Nullable WorkspaceRow through) {
        DeviceRow device = rows.devices.row(presence.device);
        if ((through == null || presence.workspace == through.number)
                && !rows.isSuspendedOrItsOwner(device)
                && DeviceRules.outcome(rows, principal, action, presence, second, nano) == Reason.ALLOWED) {
            devices.add(device.id());
        }
    }

    Listing<WorkspaceId> workspaces(Asker asker, @Nullable Action action) {
        Reason reason = standing(asker, action);
        PrincipalRow principal = asker.principal;
        if (reason != Reason.ALLOWED || principal == null || action == null) {
            return emptyBecause(reason);
        }
        return listing(rows.workspacesOf(principal).stream()
                .filter(workspace -> !workspace.suspended
                        && WorkspaceRules.outcome(principal, action, workspace, second, nano) == Reason.ALLOWED)
                .map(workspace -> workspace.id)
                .toList());
    }

    Listing<PrincipalId> principals(@Nullable Action action, Scope scope, String resource, @Nullable String context) {
        if (action == null) {
            return emptyBecause(Reason.UNKNOWN_ACTION);
        }
        return switch (scope) {
            case DEVICE -> principalsOnDevice(action, resource, context);
            case WORKSPACE -> principalsInWorkspace(action, resource);
            case ORGANIZATION -> principalsInOrganization(action, resource);
        };
    }

    private Listing<PrincipalId> principalsOnDevice(Action action, String resource, @Nullable String context) {
        DeviceRow device = index.device(resource);
        WorkspaceRow through = context == null ? null : index.workspace(context);
        if (device == null) {
            return emptyBecause(Reason.UNKNOWN_DEVICE);
        }
        if (context != null && through == null) {
            return emptyBecause(Reason.UNKNOWN_WORKSPACE);
        }
        if (through != null && rows.presence(device, through) == null) {
            return emptyBecause(Reason.UNKNOWN_DEVICE);
        }
        if (rows.isSuspendedOrItsOwner(device) || (through != null && through.suspended)) {
            return emptyBecause(Reason.SUSPENDED);
        }
        TreeMap<PrincipalId, PrincipalRow> candidates = new TreeMap<>();
        for (int i = 0; i < device.presences(); i++) {
            addMembers(candidates, rows.workspaces.row(device.workspace(i)));
        }
        for (int link : device.links) {
            add(candidates, link);
        }
        return listing(candidates.values().stream()
                .filter(principal -> !principal.suspended
                        && DeviceRules.allows(rows, principal, action, device, through, second, nano))
                .map(principal -> principal.id)
                .toList());
    }

    private Listing<PrincipalId> principalsInWorkspace(Action action, String resource) {
        WorkspaceRow workspace = index.workspace(resource);
        if (workspace == null) {
            return emptyBecause(Reason.UNKNOWN_WORKSPACE);
        }
        if (workspace.suspended) {
            return emptyBecause(Reason.SUSPENDED);
        }
        TreeMap<PrincipalId, PrincipalRow> candidates = new TreeMap<>();
        addMembers(candidates, workspace);
        return listing(candidates.values().stream()
                .filter(principal -> !principal.suspended
                        && WorkspaceRules.outcome(principal, action, workspace, second, nano) == Reason.ALLOWED)
                .map(principal -> principal.id)
                .toList());
    }

    private Listing<PrincipalId> principalsInOrganization(Action action, String resource) {
        OrganizationRow organization = index.organization(resource);
        if (organization == null) {
            return emptyBecause(Reason.UNKNOWN_ORGANIZATION);
        }
        TreeMap<PrincipalId, PrincipalRow> candidates = new TreeMap<>();
        add(candidates, organization.owner);
        organization.admins.keySet().forEach(admin -> add(candidates, admin));
        return listing(candidates.values().stream()
                .filter(principal -> !principal.suspended
                        && WorkspaceRules.outcome(principal, action, organization) == Reason.ALLOWED)
                .map(principal -> principal.id)
                .toList());
    }

    private void addMembers(Map<PrincipalId, PrincipalRow> candidates, WorkspaceRow workspace) {
        if (workspace.owner != Numbers.NOTHING) {
            add(candidates, workspace.owner);
        }
        for (int member : workspace.members.numbers()) {
            add(candidates, member);
        }
    }

    private void add(Map<PrincipalId, PrincipalRow> candidates, int number) {
        PrincipalRow principal = rows.principals.row(number);
        candidates.put(principal.id, principal);
    }

    PermissionSet permissions(Asker asker, Scope scope, String resource, @Nullable String context) {
        Permissions permissions = index.catalogue().permissions(scope);
        PrincipalRow principal = asker.principal;
        if (principal == null || asker.standing(second, nano) != Reason.ALLOWED) {
            return permissions.none();
        }
        return permissions.fromBits(
                switch (scope) {
                    case DEVICE -> onDevice(principal, resource, context);
                    case WORKSPACE -> inWorkspace(principal, resource);
                    case ORGANIZATION -> inOrganization(principal, resource, permissions);
                });
    }

    private long onDevice(PrincipalRow principal, String resource, @Nullable String context) {
        DeviceRow device = index.device(resource);
        WorkspaceRow through = context == null ? null : index.workspace(context);
        if (device == null || rows.isSuspendedOrItsOwner(device) || (context != null && through == null)) {
            return 0;
        }
        long mask = 0;
        for (int i = 0; i < device.presences(); i++) {
            PresenceRow presence = rows.presence(device, i);
            if (through == null || presence.workspace == through.number) {
                mask |= DeviceRules.rights(rows, principal, presence, second, nano);
            }
        }
        return mask;
    }

    private long inWorkspace(PrincipalRow principal, String resource) {
        WorkspaceRow workspace = index.workspace(resource);
        return workspace == null || workspace.suspended ? 0 : WorkspaceRules.rights(principal, workspace, second, nano);
    }

    private long inOrganization(PrincipalRow principal, String resource, Permissions permissions) {
        OrganizationRow organization = index.organization(resource);
        if (organization == null) {
            return 0;
        }
        return organization.isOwnedBy(principal)
                ? permissions.all().bits()
                : organization.admins.getOrDefault(principal.number, 0L);
    }

    private static Reason standing(@Nullable WorkspaceRow workspace) {
        if (workspace == null) {
            return Reason.UNKNOWN_WORKSPACE;
        }
        return workspace.suspended ? Reason.SUSPENDED : Reason.ALLOWED;
    }

    private Reason standing(Asker asker, @Nullable Action action) {
        Reason standing = asker.standing(second, nano);
        return standing == Reason.ALLOWED && action == null ? Reason.UNKNOWN_ACTION : standing;
    }

    private <T> Listing<T> listing(Collection<T> items) {
        return new Listing<>(new ArrayList<>(items), Optional.empty(), index.revision());
    }

    private <T> Listing<T> emptyBecause(Reason reason) {
        return new Listing<>(List.of(), Optional.of(reason), index.revision());
    }
}
