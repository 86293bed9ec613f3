package io.doorward.admin;

import io.doorward.admin.Target.OnAllDevices;
import io.doorward.admin.Target.OnDevice;
import io.doorward.admin.Target.OnProduct;
import io.doorward.admin.Target.OnWorkspace;
import io.doorward.model.DeviceId;
import io.doorward.model.Member;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one principal in one workspace: his own and his teams', each cut to the windows through which it reaches him;
 * before ceilings and regardless of every suspension. An immutable value.
 */
final class Holding {

    private final Catalogue catalogue;

    /** Whether he holds every right, without end, because he owns the organization or makes the workspace. */
    private final boolean everything;

    private final Times relationship;
    private final List<HeldRights> rows;

    private Holding(Catalogue catalogue, boolean everything, Times relationship, List<HeldRights> rows) {
        this.catalogue = catalogue;
        this.everything = everything;
        this.relationship = relationship;
        this.rows = List.copyOf(rows);
    }

    static Holding everything(Catalogue catalogue) {
        return new Holding(catalogue, true, Times.ALWAYS, List.of());
    }

    static Holding nothing(Catalogue catalogue) {
        return new Holding(catalogue, false, Times.NEVER, List.of());
    }

    /** O(own rows, and teams of the workspace). */
    static Holding of(PrincipalId principal, Workspace workspace, Policy policy) {
        Catalogue catalogue = policy.catalogue();
        if (owns(principal, workspace, policy)) {
            return everything(catalogue);
        }
        Times membership = membership(principal, workspace);
        List<HeldRights> rows = new ArrayList<>();
        Member own = workspace.members().get(principal);
        if (own != null) {
            rows.add(new HeldRights(own.rights(), membership));
        }
        if (!membership.isEmpty()) {
            rows.addAll(teams(principal, workspace, membership));
        }
        return new Holding(catalogue, false, membership, rows);
    }

    /** Whether a principal owns the organization of a workspace. */
    static boolean owns(PrincipalId principal, Workspace workspace, Policy policy) {
        Organization organization =
                workspace.organization() == null ? null : policy.organizations().get(workspace.organization());
        return organization != null && organization.owner().equals(principal);
    }

    /** When a principal is a member; an API user always is where no row says anything else. */
    static Times membership(PrincipalId principal, Workspace workspace) {
        Member own = workspace.members().get(principal);
        if (own != null) {
            return Times.of(own.window());
        }
        return workspace.apiUsers().containsKey(principal) ? Times.ALWAYS : Times.NEVER;
    }

    private static Collection<HeldRights> teams(PrincipalId principal, Workspace workspace, Times membership) {
        Map<TeamId, HeldRights> reached = new HashMap<>();
        OuterTeams outer = new OuterTeams(workspace);
        for (Team team : workspace.teams().values()) {
            Window window = team.members().get(principal);
            if (window != null) {
                Times when = membership.intersect(Times.of(window));
                for (Team one : outer.of(team.id())) {
                    reached.merge(
                            one.id(),
                            new HeldRights(one.rights(), when),
                            (row, more) ->
                                    new HeldRights(row.rights(), row.when().union(more.when())));
                }
            }
        }
        return reached.values();
    }

    boolean isEverything() {
        return everything;
    }

    List<HeldRights> rows() {
        return rows;
    }

    /** When there is a relationship with the workspace. */
    Times relationship() {
        return relationship;
    }

    /** What he holds in the workspace apart from its devices; the bare right is the relationship. */
    TimedPermissions onWorkspace() {
        TimedPermissions held = on(new OnWorkspace());
        return held.union(TimedPermissions.of(catalogue.workspace().none(), relationship, Times.NEVER));
    }

    /** What he holds on every device. */
    TimedPermissions onAllDevices() {
        return on(new OnAllDevices());
    }

    /** What he holds on every device of a product. */
    TimedPermissions onProduct(ProductId product) {
        return onAllDevices().union(on(new OnProduct(product)));
    }

    /**
     * What he holds on a device.
     *
     * @param product of the device in this workspace; null for a device that has none or is claimed
     */
    TimedPermissions onDevice(DeviceId device, @Nullable ProductId product) {
        TimedPermissions held = onAllDevices().union(on(new OnDevice(device)));
        return product == null ? held : held.union(on(new OnProduct(product)));
    }

    private TimedPermissions on(Target target) {
        Permissions permissions = target instanceof OnWorkspace ? catalogue.workspace() : catalogue.device();
        if (everything) {
            return TimedPermissions.of(permissions.all(), Times.ALWAYS, Times.ALWAYS);
        }
        TimedPermissions held = TimedPermissions.none(permissions);
        for (HeldRights row : rows) {
            held = held.union(row.on(target, catalogue));
        }
        return held;
    }
}
