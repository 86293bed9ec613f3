package io.doorward.index;

import static io.doorward.index.References.follow;

import io.doorward.model.ApiUser;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Compiles a policy into an index. O(n log n) in the policy's rows, plus a row for each member and team that it is in. */
final class IndexCompiler {

    private final Policy policy;
    private final Catalogue catalogue;
    private final Map<String, PrincipalRow> principals = new HashMap<>();
    private final Map<String, DeviceRow> devices = new HashMap<>();
    private final Map<String, WorkspaceRow> workspaces = new HashMap<>();
    private final Map<String, OrganizationRow> organizations = new HashMap<>();
    private final List<TokenRow> tokens = new ArrayList<>();
    private final Windows windows = new Windows();

    IndexCompiler(Policy policy) {
        this.policy = policy;
        this.catalogue = policy.catalogue();
    }

    Index compile() {
        principals();
        organizations();
        for (Workspace workspace : policy.workspaces().values()) {
            workspaces.put(workspace.id().value(), workspaceRow(workspace));
        }
        Map<WorkspaceRow, NavigableMap<DeviceId, PresenceRow>> presences = presences();
        for (Workspace workspace : policy.workspaces().values()) {
            WorkspaceRow row = workspace(workspace);
            NavigableMap<DeviceId, PresenceRow> present = follow(presences, row);
            row.presences = List.copyOf(present.values());
            row.members = new MemberCompiler(workspace, row, present, principals, windows).compile();
        }
        publicLinks();
        Map<String, Action> actions = new HashMap<>();
        catalogue.actions().forEach(action -> actions.put(action.name(), action));
        return new Index(
                policy.revision(),
                catalogue,
                actions,
                principals,
                devices,
                workspaces,
                organizations,
                new TokenTable(tokens),
                windows.splitMillis());
    }

    private void principals() {
        for (User user : policy.users().values()) {
            principal(user.id(), user.suspended(), user.tokens());
        }
        for (Workspace workspace : policy.workspaces().values()) {
            for (ApiUser apiUser : workspace.apiUsers().values()) {
                principal(apiUser.id(), apiUser.suspended(), apiUser.tokens());
            }
        }
        for (PublicLink link : policy.publicLinks().values()) {
            principal(link.id(), link.suspended(), link.tokens());
        }
    }

    private void principal(PrincipalId id, boolean suspended, Collection<Token> secrets) {
        PrincipalRow row = new PrincipalRow(id, suspended);
        principals.put(id.value(), row);
        for (Token token : secrets) {
            tokens.add(new TokenRow(token.hash(), row, token.revokedAt() != null, windows.of(token.window())));
        }
    }

    private void organizations() {
        for (Organization organization : policy.organizations().values()) {
            Map<PrincipalRow, Long> admins = new HashMap<>();
            organization
                    .admins()
                    .forEach((user, permissions) ->
                            admins.put(principal(user), permissions.closed().bits()));
            organizations.put(
                    organization.id().value(),
                    new OrganizationRow(organization.id(), principal(organization.owner()), admins));
        }
    }

    private WorkspaceRow workspaceRow(Workspace workspace) {
        PrincipalRow owner = workspace.organization() == null
                ? null
                : follow(organizations, workspace.organization().value()).owner;
        WorkspaceRow row = new WorkspaceRow(workspace.id(), workspace.suspended(), owner, catalogue);
        if (owner != null) {
            owner.addOwned(row);
        }
        return row;
    }

    /** Owned devices first, in all workspaces, so that a device's first presence is the owning one. */
    private Map<WorkspaceRow, NavigableMap<DeviceId, PresenceRow>> presences() {
        Map<WorkspaceRow, NavigableMap<DeviceId, PresenceRow>> presences = new HashMap<>();
        for (Workspace workspace : policy.workspaces().values()) {
            NavigableMap<DeviceId, PresenceRow> present = new TreeMap<>();
            presences.put(workspace(workspace), present);
            ProductNumbers products = new ProductNumbers(workspace);
            for (Device device : workspace.devices().values()) {
                DeviceRow row = new DeviceRow(device.id(), device.suspended());
                devices.put(device.id().value(), row);
                add(present, row, workspace, true, ~0L, products.of(device.product()));
            }
        }
        for (Workspace workspace : policy.workspaces().values()) {
            NavigableMap<DeviceId, PresenceRow> present = follow(presences, workspace(workspace));
            for (Claim claim : workspace.claims().values()) {
                PermissionSet ceiling = claim.ceiling() == null ? catalogue.defaultCeiling() : claim.ceiling();
                DeviceRow row = follow(devices, claim.device().value());
                add(present, row, workspace, false, ceiling.asGrant().bits(), PresenceRow.NO_PRODUCT);
            }
        }
        return presences;
    }

    private void add(
            NavigableMap<DeviceId, PresenceRow> present,
            DeviceRow device,
            Workspace workspace,
            boolean owning,
            long ceiling,
            int product) {
        PresenceRow presence = new PresenceRow(workspace(workspace), device, owning, ceiling, present.size(), product);
        present.put(device.id, presence);
        device.add(presence);
    }

    private void publicLinks() {
        for (PublicLink link : policy.publicLinks().values()) {
            PrincipalRow row = principal(link.id());
            DeviceRow device = follow(devices, link.device().value());
            device.addLink(row);
            row.link = device.owning();
            row.linkMask =
                    catalogue.linkMode(link.mode()).orElseThrow().asGrant().bits();
        }
    }

    private WorkspaceRow workspace(Workspace workspace) {
        return follow(workspaces, workspace.id().value());
    }

    private PrincipalRow principal(PrincipalId id) {
        return follow(principals, id.value());
    }
}
