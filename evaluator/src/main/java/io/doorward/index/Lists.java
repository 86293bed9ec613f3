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
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** All things or principals that qualify, at one instant, by the rules that decide a single question. */
final class Lists {

    /** Looking up one member costs as much as looking at so many in the order of their table. */
    private static final int LOOK_UPS = 4;

    private final Index index;
    private final Rows rows;
    private final long second;
    private final int nano;
    private final @Nullable String after;
    private final int limit;

    Lists(Index index, Instant at) {
        this(index, at, null, Integer.MAX_VALUE);
    }

    /**
     * Parts of lists.
     *
     * @param after the id after which a list begins, or null for the first
     * @param limit how many items a list has, at most
     */
    Lists(Index index, Instant at, @Nullable String after, int limit) {
        this.index = index;
        rows = index.rows();
        second = at.getEpochSecond();
        nano = at.getNano();
        this.after = after;
        this.limit = limit;
    }

    Listing<DeviceId> devices(Asker asker, @Nullable Action action, @Nullable String context) {
        DeviceWalk walk = walk(asker, action, context);
        List<DeviceId> found = new ArrayList<>();
        while (found.size() < limit && walk.next()) {
            found.add(walk.id());
        }
        return new Listing<>(found, walk.emptyBecause(), index.revision());
    }

    DeviceWalk walk(Asker asker, @Nullable Action action, @Nullable String context) {
        WorkspaceRow through = context == null ? null : index.workspace(context);
        Reason reason = standing(asker, action);
        if (reason == Reason.ALLOWED && context != null) {
            reason = standing(through);
        }
        PrincipalRow principal = asker.principal;
        if (reason != Reason.ALLOWED || principal == null || action == null) {
            return DeviceWalk.nowhere(index, reason);
        }
        DeviceSearch search = new DeviceSearch(rows, principal, action, through, second, nano, after, limit);
        return DeviceWalk.through(index, search.all(), limit);
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
        List<PrincipalRun> runs = new ArrayList<>();
        for (int i = 0; i < device.presences(); i++) {
            if (through == null || device.workspace(i) == through.number) {
                addWhoMay(runs, action, rows.presence(device, i));
            }
        }
        if (through == null || device.owning.workspace == through.number) {
            add(runs, byId(device.links), link -> {
                PrincipalRow row = rows.principals.row(link);
                return DeviceRules.outcomeForLink(row, action, device.number, true) == Reason.ALLOWED;
            });
        }
        return merged(runs);
    }

    /** Adds those who may by their rights in one workspace: its owner and members. */
    private void addWhoMay(List<PrincipalRun> runs, Action action, PresenceRow presence) {
        WorkspaceRow workspace = rows.workspace(presence);
        if (workspace.suspended
                || DeviceRules.outcomeAtTheClaim(action, presence.owning ? null : presence) != Reason.ALLOWED) {
            return;
        }
        DeviceAudience audience = new DeviceAudience(workspace, action, presence, second, nano);
        add(runs, ownerOf(workspace), owner -> true);
        add(runs, workspace.membersById, included(workspace, audience));
    }

    /**
     * The members of whom the audience consists. Rows of members lie in memory in the order of their table, so that it is
     * quicker to look at all of them in this order than one by one in the order of ids, unless a part will do.
     */
    private IntPredicate included(WorkspaceRow workspace, DeviceAudience audience) {
        int members = workspace.membersById.length;
        if (LOOK_UPS * (long) limit < members) {
            return number -> {
                MemberRow member = workspace.members.get(number);
                return member != null && audience.includes(member);
            };
        }
        NumberSet included = NumberSet.toHold(workspace.membersById);
        workspace.members.forEach((member, number) -> {
            if (audience.includes(member)) {
                included.add(number);
            }
        });
        return included::contains;
    }

    private Listing<PrincipalId> principalsInWorkspace(Action action, String resource) {
        WorkspaceRow workspace = index.workspace(resource);
        if (workspace == null) {
            return emptyBecause(Reason.UNKNOWN_WORKSPACE);
        }
        if (workspace.suspended) {
            return emptyBecause(Reason.SUSPENDED);
        }
        IntPredicate mayByRules = number ->
                WorkspaceRules.outcome(rows.principals.row(number), action, workspace, second, nano) == Reason.ALLOWED;
        List<PrincipalRun> runs = new ArrayList<>();
        add(runs, ownerOf(workspace), mayByRules);
        add(runs, workspace.membersById, mayByRules);
        return merged(runs);
    }

    private Listing<PrincipalId> principalsInOrganization(Action action, String resource) {
        OrganizationRow organization = index.organization(resource);
        if (organization == null) {
            return emptyBecause(Reason.UNKNOWN_ORGANIZATION);
        }
        IntPredicate mayByRules =
                number -> WorkspaceRules.outcome(rows.principals.row(number), action, organization) == Reason.ALLOWED;
        List<PrincipalRun> runs = new ArrayList<>();
        add(runs, new int[] {organization.owner}, mayByRules);
        int[] admins = organization.admins.keySet().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        add(runs, byId(admins), mayByRules);
        return merged(runs);
    }

    private static int[] ownerOf(WorkspaceRow workspace) {
        return workspace.owner == Numbers.NOTHING ? Numbers.NONE : new int[] {workspace.owner};
    }

    private void add(List<PrincipalRun> runs, int[] numbers, IntPredicate which) {
        if (numbers.length > 0) {
            runs.add(new PrincipalRun(rows.principals, numbers, after, which));
        }
    }

    /** A few principals in the order of their ids. */
    private int[] byId(int[] principals) {
        return Arrays.stream(principals)
                .mapToObj(rows.principals::row)
                .sorted(Comparator.comparing(row -> row.id))
                .mapToInt(row -> row.number)
                .toArray();
    }

    private Listing<PrincipalId> merged(List<PrincipalRun> runs) {
        List<PrincipalId> found = new ArrayList<>();
        Merge all = new Merge(runs);
        int[] some = new int[Math.min(limit, Merge.AT_ONCE)];
        int count;
        do {
            count = all.take(some, 0, Math.min(some.length, limit - found.size()));
            for (int i = 0; i < count; i++) {
                found.add(rows.principals.row(some[i]).id);
            }
        } while (count == some.length && found.size() < limit);
        return new Listing<>(found, Optional.empty(), index.revision());
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
