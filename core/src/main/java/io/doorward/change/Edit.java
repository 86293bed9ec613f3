package io.doorward.change;

import io.doorward.model.DeviceId;
import io.doorward.model.Grant;
import io.doorward.model.OrganizationId;
import io.doorward.model.PolicyEditor;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Rights;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceEditor;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A change set being carried out: the policy in the making, by whom and when, and what all verbs need. */
final class Edit {

    private final PolicyEditor policy;
    private final Actor actor;
    private final Instant now;
    private final Set<DeviceId> gone = new HashSet<>();

    Edit(PolicyEditor policy, Actor actor, Instant now) {
        this.policy = policy;
        this.actor = actor;
        this.now = now;
    }

    PolicyEditor policy() {
        return policy;
    }

    Actor actor() {
        return actor;
    }

    @Nullable
    PrincipalId author() {
        return actor.principal();
    }

    Instant now() {
        return now;
    }

    /** The devices that this set deleted. */
    Set<DeviceId> goneDevices() {
        return gone;
    }

    void problem(String sentence) {
        policy.problem(sentence);
    }

    /** A workspace that must be there; null after a problem was reported. */
    @Nullable
    WorkspaceEditor workspace(WorkspaceId id) {
        WorkspaceEditor workspace = policy.workspace(id);
        if (workspace == null) {
            problem("There is no workspace " + quoted(id) + ".");
        }
        return workspace;
    }

    /** The workspace that owns a device that must be there; null after a problem was reported. */
    @Nullable
    WorkspaceEditor owner(DeviceId device) {
        WorkspaceEditor owner = policy.owner(device);
        if (owner == null) {
            problem("There is no device " + quoted(device) + ".");
        }
        return owner;
    }

    boolean requireFree(PrincipalId id) {
        if (policy.isPrincipal(id)) {
            problem("The id " + quoted(id)
                    + " is taken; users, API users and public links share one id space, choose another id.");
            return false;
        }
        return true;
    }

    PermissionSet set(Scope scope, List<Permission> list) {
        Permissions permissions = policy.catalogue().permissions(scope);
        Set<Permission> seen = new HashSet<>();
        boolean sound = true;
        for (Permission permission : list) {
            String name = Problem.quoted(permission.name());
            if (permission.scope() != scope) {
                problem("The " + permission.scope().word() + " permission " + name + " stands where only "
                        + scope.word() + " permissions can; remove it.");
            } else if (permissions.find(permission.name()).isEmpty()) {
                problem("The catalogue has no " + scope.word() + " permission " + name + "; it has "
                        + permissions.list() + ".");
            } else if (!seen.add(permission)) {
                problem("The " + scope.word() + " permission " + name + " stands twice; keep one of them.");
            } else {
                continue;
            }
            sound = false;
        }
        return sound ? permissions.of(list) : permissions.none();
    }

    @Nullable
    PermissionSet ceiling(@Nullable List<Permission> list) {
        return list == null ? null : set(Scope.DEVICE, list);
    }

    Grant grant(List<Permission> permissions, Window window) {
        return new Grant(set(Scope.DEVICE, permissions), window);
    }

    private Grant grant(GrantSpec spec) {
        return grant(spec.permissions(), spec.window());
    }

    Rights rights(Access access) {
        SortedMap<ProductId, Grant> products = new TreeMap<>();
        access.products().forEach((product, spec) -> products.put(product, grant(spec)));
        SortedMap<DeviceId, Grant> devices = new TreeMap<>();
        access.devices().forEach((device, spec) -> devices.put(device, grant(spec)));
        return new Rights(
                set(Scope.WORKSPACE, access.permissions()),
                access.allDevices() == null ? null : grant(access.allDevices()),
                products,
                devices);
    }

    static String quoted(WorkspaceId id) {
        return Problem.quoted(id.value());
    }

    static String quoted(OrganizationId id) {
        return Problem.quoted(id.value());
    }

    static String quoted(PrincipalId id) {
        return Problem.quoted(id.value());
    }

    static String quoted(DeviceId id) {
        return Problem.quoted(id.value());
    }
}
