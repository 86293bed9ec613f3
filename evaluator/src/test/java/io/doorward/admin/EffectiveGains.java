package io.doorward.admin;

import io.doorward.change.Actor;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.SetClaimCeiling;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.SuspendDevice;
import io.doorward.change.LinkChange.SuspendLink;
import io.doorward.change.UserChange.SuspendUser;
import io.doorward.change.WorkspaceChange.SuspendWorkspace;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.Workspace;
import io.doorward.oracle.Oracle;
import io.doorward.oracle.OracleLists;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.oracle.OracleTimes;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people may do after a set that they might not before, by the oracle, at every instant at which a window begins or
 * ends; as it stands, and with all ceilings and suspensions lifted. The maker must have had it himself, then.
 */
final class EffectiveGains {

    private final Policy before;
    private final Policy after;
    private final List<Change> changes;
    private final PrincipalId maker;
    private final Instant now;

    EffectiveGains(Policy before, Policy after, List<Change> changes, Actor actor, Instant now) {
        this.before = lifted(before, now);
        this.after = lifted(after, now);
        this.changes = changes;
        this.maker = actor.principal();
        this.now = now;
    }

    private static Policy lifted(Policy policy, Instant now) {
        List<Change> lifting = new ArrayList<>();
        policy.users().keySet().forEach(id -> lifting.add(new SuspendUser(id, false)));
        policy.publicLinks().keySet().forEach(id -> lifting.add(new SuspendLink(id, false)));
        for (Workspace w : policy.workspaces().values()) {
            lifting.add(new SuspendWorkspace(w.id(), false));
            w.apiUsers().keySet().forEach(id -> lifting.add(new SuspendApiUser(id, false)));
            w.devices().keySet().forEach(id -> lifting.add(new SuspendDevice(id, false)));
            w.claims()
                    .keySet()
                    .forEach(id -> lifting.add(new SetClaimCeiling(
                            id, w.id(), policy.catalogue().device().list())));
        }
        return ChangeSet.of(lifting)
                .applyTo(policy, Revision.NONE, Actor.HOST, now)
                .after();
    }

    /** The first right that somebody gained and the maker lacked; null if there is none. */
    @Nullable
    String first() {
        NavigableSet<Instant> bounds = new TreeSet<>(new OracleTimes(new Oracle(after)).bounds());
        bounds.addAll(new OracleTimes(new Oracle(before)).bounds());
        bounds.add(now);
        OracleLists was = new OracleLists(new Oracle(before));
        OracleLists is = new OracleLists(new Oracle(after));
        Set<PrincipalId> all = new HashSet<>(after.users().keySet());
        after.workspaces().values().forEach(w -> all.addAll(w.apiUsers().keySet()));
        all.addAll(after.publicLinks().keySet());
        for (Workspace w : after.workspaces().values()) {
            if (!before.workspaces().containsKey(w.id())) {
                continue;
            }
            Set<DeviceId> devices = new HashSet<>(w.devices().keySet());
            devices.addAll(w.claims().keySet());
            for (Instant t : bounds.tailSet(now, true)) {
                for (PrincipalId p : all) {
                    PermissionSet more = gained(was, is, p, Scope.WORKSPACE, w.id().value(), null, t);
                    if (!more.isEmpty()) {
                        return p + " gains " + more + " in " + w.id() + " at " + t;
                    }
                    for (DeviceId device : devices) {
                        if (wasPresent(w, device)) {
                            more = gained(was, is, p, Scope.DEVICE, device.value(), w.id().value(), t);
                            if (!more.isEmpty() && !isBrought(w, device)) {
                                return p + " gains " + more + " on " + device + " in " + w.id() + " at " + t;
                            }
                        }
                    }
                }
            }
        }
        return null;
    }

    /** A device that left its workspace and came back has lost its grants, and brought its maker one. */
    private boolean isBrought(Workspace w, DeviceId device) {
        return changes.stream()
                .anyMatch(change -> (change instanceof AcceptOffer one
                                && one.workspace().equals(w.id())
                                && one.device().equals(device))
                        || (change instanceof CreateDevice two && two.device().equals(device)));
    }

    private boolean wasPresent(Workspace w, DeviceId device) {
        Workspace old = before.workspaces().get(w.id());
        return old.devices().containsKey(device) == w.devices().containsKey(device)
                && (old.devices().containsKey(device) || old.claims().containsKey(device));
    }

    private PermissionSet gained(
            OracleLists was,
            OracleLists is,
            PrincipalId p,
            Scope scope,
            String on,
            @Nullable String context,
            Instant t) {
        PermissionSet more = is.permissions(new Who(false, p.value()), scope, on, context, t)
                .minus(was.permissions(new Who(false, p.value()), scope, on, context, t));
        return more.isEmpty()
                ? more
                : more.minus(was.permissions(new Who(false, maker.value()), scope, on, context, t));
    }
}
