package io.doorward.admin;

import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a principal may do in one workspace, and which rights he may hand out there, for a user interface that shows no box
 * that would be refused. Only a preview: whoever makes a change is asked again.
 *
 * <p>Immutable and thread-safe. No argument may be null. Made at the cost of the principal's own rows and of the teams of the
 * workspace. An unknown workspace, a suspended principal and one without a relationship have nothing.
 */
public final class Preview {

    private final @Nullable Workspace workspace;
    private final Holding holding;
    private final Instant now;
    private final List<Action> actions;

    /**
     * Rights that can be handed out.
     *
     * @param isHeld whether so much as the bare right (a membership, a grant of nothing) can be, from now on for a while
     * @param now the permissions that can be, from now on for a while
     * @param isHeldWithoutEnd whether so much as the bare right can be without end
     * @param withoutEnd the permissions that can be without end
     */
    public record Grantable(boolean isHeld, PermissionSet now, boolean isHeldWithoutEnd, PermissionSet withoutEnd) {}

    Preview(Policy policy, PrincipalId principal, WorkspaceId id, Instant now) {
        Workspace known = policy.workspaces().get(id);
        boolean active = known != null && Identity.isActive(principal, policy);
        this.workspace = active ? known : null;
        this.holding =
                known != null && active ? Holding.of(principal, known, policy) : Holding.nothing(policy.catalogue());
        this.now = now;
        Decision decision = new Decision(policy, principal, now, new Course(policy, now));
        this.actions = policy.catalogue().actions().stream()
                .filter(action -> active && action.isAskedOn(Scope.WORKSPACE) && decision.onWorkspace(action, id))
                .toList();
    }

    /** The workspace actions that he may do now, in the order of the catalogue; immutable. */
    public List<Action> actions() {
        return actions;
    }

    /** The workspace permissions that he may hand out; the bare right is membership. */
    public Grantable permissions() {
        return grantable(holding.onWorkspace());
    }

    /** The device permissions that he may hand out on all devices. */
    public Grantable onAllDevices() {
        return grantable(holding.onAllDevices());
    }

    /** The device permissions that he may hand out on a product. */
    public Grantable onProduct(ProductId product) {
        return grantable(holding.onProduct(product));
    }

    /** The device permissions that he may hand out on a device, which is not asked whether it is there. */
    public Grantable onDevice(DeviceId device) {
        Device known = workspace == null ? null : workspace.devices().get(device);
        return grantable(holding.onDevice(device, known == null ? null : known.product()));
    }

    private Grantable grantable(TimedPermissions held) {
        Times future = Times.from(now);
        return new Grantable(
                held.bare().contains(now),
                held.at(now),
                future.minus(held.bare()).isEmpty(),
                held.throughout(future));
    }
}
