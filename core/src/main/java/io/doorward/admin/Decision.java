package io.doorward.admin;

import io.doorward.admin.Course.Place;
import io.doorward.model.DeviceId;
import io.doorward.model.Organization;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a principal may do at an instant: as much of the decision (domain, section 5) as the making of changes asks for, on
 * the values of the model. Rights are those before the set; where devices are, and which workspaces the set has created,
 * its course says. That the principal exists and is not suspended is asked before. Not thread-safe.
 */
final class Decision {

    private final Policy policy;
    private final PrincipalId principal;
    private final Instant now;
    private final Course course;
    private final Map<WorkspaceId, Holding> holdings = new HashMap<>();

    Decision(Policy policy, PrincipalId principal, Instant now, Course course) {
        this.policy = policy;
        this.principal = principal;
        this.now = now;
        this.course = course;
    }

    /** What the principal's rows give in a workspace; in one that the set creates, everything. */
    Holding holding(WorkspaceId workspace) {
        if (course.hasCreated(workspace)) {
            return Holding.everything(policy.catalogue());
        }
        return holdings.computeIfAbsent(workspace, id -> {
            Workspace known = policy.workspaces().get(id);
            return known == null ? Holding.nothing(policy.catalogue()) : Holding.of(principal, known, policy);
        });
    }

    boolean onOrganization(Action action, OrganizationId id) {
        Organization organization = policy.organizations().get(id);
        if (organization == null || !action.isAskedOn(Scope.ORGANIZATION)) {
            return false;
        }
        if (organization.owner().equals(principal)) {
            return true;
        }
        PermissionSet held = organization.admins().get(principal);
        return held != null && !action.ownerOnly() && held.closed().containsAll(action.organizationPermissions());
    }

    boolean onWorkspace(Action action, WorkspaceId workspace) {
        if (!action.isAskedOn(Scope.WORKSPACE) || isSuspended(workspace)) {
            return false;
        }
        Holding holding = holding(workspace);
        return holding.relationship().contains(now)
                && holding.onWorkspace().at(now).containsAll(action.workspacePermissions());
    }

    /** In any workspace in which the device is present. */
    boolean onDevice(Action action, DeviceId device, boolean asIfNotSuspended) {
        return course.places(device).stream().anyMatch(place -> onDevice(action, device, place, asIfNotSuspended));
    }

    /** In the context of one workspace in which the device is present. */
    boolean onDevice(Action action, DeviceId device, @Nullable Place place, boolean asIfNotSuspended) {
        Place owning = course.owning(device);
        if (place == null || owning == null || !action.isAskedOn(Scope.DEVICE)) {
            return false;
        }
        if ((course.isSuspended(device) && !asIfNotSuspended)
                || isSuspended(owning.workspace())
                || isSuspended(place.workspace())
                || (action.owningWorkspaceOnly() && !place.owned())) {
            return false;
        }
        PublicLink link = policy.publicLinks().get(principal);
        return link == null ? asMember(action, device, place) : asLink(action, device, place, link);
    }

    private boolean asMember(Action action, DeviceId device, Place place) {
        Holding holding = holding(place.workspace());
        if (!holding.relationship().contains(now)
                || !holding.onWorkspace().at(now).containsAll(action.workspacePermissions())) {
            return false;
        }
        boolean needsGrant = !action.devicePermissions().isEmpty()
                || action.workspacePermissions().isEmpty();
        if (!needsGrant) {
            return true;
        }
        TimedPermissions held = holding.onDevice(device, place.product());
        PermissionSet live = held.at(now);
        if (place.ceiling() != null) {
            live = live.intersect(place.ceiling());
        }
        return held.bare().contains(now) && live.containsAll(action.devicePermissions());
    }

    /** A link is a live grant on its own device in the owning workspace, and nothing else. */
    private boolean asLink(Action action, DeviceId device, Place place, PublicLink link) {
        return place.owned()
                && link.device().equals(device)
                && !action.owningWorkspaceOnly()
                && action.workspacePermissions().isEmpty()
                && policy.catalogue()
                        .linkMode(link.mode())
                        .map(mode -> mode.asGrant().containsAll(action.devicePermissions()))
                        .orElse(false);
    }

    private boolean isSuspended(WorkspaceId id) {
        Workspace workspace = policy.workspaces().get(id);
        return workspace != null && workspace.suspended();
    }
}
