package io.doorward.admin;

import static io.doorward.problem.Problem.quoted;

import io.doorward.admin.Course.Place;
import io.doorward.change.ApiUserChange;
import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ApiUserChange.DeleteApiUser;
import io.doorward.change.ApiUserChange.RenameApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ClaimChange;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.CloseOffer;
import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.ClaimChange.SetClaimCeiling;
import io.doorward.change.DeviceChange;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.change.DeviceChange.RenameDevice;
import io.doorward.change.DeviceChange.SetDeviceProduct;
import io.doorward.change.DeviceChange.SuspendDevice;
import io.doorward.change.DeviceChange.TagDevice;
import io.doorward.change.GrantChange;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.GrantProduct;
import io.doorward.change.GrantChange.RevokeAllDevices;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.GrantChange.RevokeProduct;
import io.doorward.change.Holder;
import io.doorward.change.Holder.MemberHolder;
import io.doorward.change.Holder.TeamHolder;
import io.doorward.change.LinkChange;
import io.doorward.change.LinkChange.CreateLink;
import io.doorward.change.LinkChange.DeleteLink;
import io.doorward.change.LinkChange.SuspendLink;
import io.doorward.change.MemberChange;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.MemberChange.WithdrawInvite;
import io.doorward.change.OrganizationChange;
import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.OrganizationChange.RemoveAdmin;
import io.doorward.change.OrganizationChange.SetAdmin;
import io.doorward.change.OrganizationChange.TransferOwnership;
import io.doorward.change.ProductChange;
import io.doorward.change.ProductChange.CreateProduct;
import io.doorward.change.ProductChange.DeleteProduct;
import io.doorward.change.ProductChange.RenameProduct;
import io.doorward.change.TeamChange;
import io.doorward.change.TeamChange.AddTeamMember;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.TeamChange.DeleteTeam;
import io.doorward.change.TeamChange.NestTeam;
import io.doorward.change.TeamChange.RemoveTeamMember;
import io.doorward.change.TeamChange.RenameTeam;
import io.doorward.change.TeamChange.SetTeamMemberWindow;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.TeamChange.UnnestTeam;
import io.doorward.change.TokenChange;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.change.WorkspaceChange;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.change.WorkspaceChange.EditWorkspace;
import io.doorward.model.DeviceId;
import io.doorward.model.Organization;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/**
 * The table of the domain's section 6: which action each change takes, and where. What has no line in it is the host's
 * alone. Not thread-safe.
 *
 * <p>A refusal is the same sentence whether a thing is unknown, foreign or suspended: nothing but what the change itself
 * names, and what the table says, is in it.
 */
final class RequiredActions {

    private static final String HOST = "This change is the host's alone; ask for it there.";

    private final Policy policy;
    private final PrincipalId principal;
    private final Course course;
    private final Decision decision;

    RequiredActions(Policy policy, PrincipalId principal, Course course, Decision decision) {
        this.policy = policy;
        this.principal = principal;
        this.course = course;
        this.decision = decision;
    }

    /** Why the principal may not make a change; null if he may, as far as actions go. */
    @Nullable
    String missing(Change change) {
        if (change instanceof TokenChange one) {
            return token(one);
        } else if (change instanceof OrganizationChange one) {
            return organization(one);
        } else if (change instanceof WorkspaceChange one) {
            return workspace(one);
        } else if (change instanceof MemberChange one) {
            return member(one);
        } else if (change instanceof GrantChange one) {
            return grant(one);
        } else if (change instanceof TeamChange one) {
            return inWorkspace("workspace.manage_teams", team(one));
        } else if (change instanceof ApiUserChange one) {
            return apiUser(one);
        } else if (change instanceof DeviceChange one) {
            return device(one);
        } else if (change instanceof ProductChange one) {
            return inWorkspace("workspace.edit_products", product(one));
        } else if (change instanceof ClaimChange one) {
            return claim(one);
        } else if (change instanceof LinkChange one) {
            return link(one);
        }
        return HOST;
    }

    // Tokens

    private @Nullable String token(TokenChange change) {
        if (change instanceof CreateToken one) {
            return mayMakeTokens(one.principal(), false)
                    ? null
                    : "You may not make tokens for " + quoted(one.principal().value()) + "; " + WHOSE_TOKENS;
        } else if (change instanceof RotateToken one) {
            return mayChange(one.old(), false) ? null : THAT_TOKEN;
        } else if (change instanceof RevokeToken one) {
            return mayChange(one.hash(), true) ? null : THAT_TOKEN;
        }
        return HOST;
    }

    private static final String WHOSE_TOKENS =
            "it takes being that user, workspace.manage_api_users in the workspace of that API user, or"
                    + " device.manage_public_links on the device of that public link.";

    private static final String THAT_TOKEN = "You may not change that token; " + WHOSE_TOKENS;

    private boolean mayChange(TokenHash hash, boolean onlyTakesAway) {
        PrincipalId holder = course.holder(hash);
        return holder != null && mayMakeTokens(holder, onlyTakesAway);
    }

    private boolean mayMakeTokens(PrincipalId holder, boolean onlyTakesAway) {
        if (policy.users().containsKey(holder)) {
            return holder.equals(principal);
        }
        return course.linked(holder) == null ? managesApiUser(holder) : managesLink(holder, onlyTakesAway);
    }

    // Organizations and workspaces

    private @Nullable String organization(OrganizationChange change) {
        if (change instanceof AddAdmin one) {
            return inOrganization("organization.manage_admins", one.organization());
        } else if (change instanceof SetAdmin one) {
            return inOrganization("organization.manage_admins", one.organization());
        } else if (change instanceof RemoveAdmin one) {
            return one.user().equals(principal) && isAdmin(one.organization())
                    ? null
                    : inOrganization("organization.manage_admins", one.organization());
        } else if (change instanceof TransferOwnership one) {
            return inOrganization("organization.transfer_ownership", one.organization());
        }
        return HOST;
    }

    /** Who resigns must be one; else he would learn which organizations exist. */
    private boolean isAdmin(OrganizationId id) {
        Organization organization = policy.organizations().get(id);
        return organization != null && organization.admins().containsKey(principal);
    }

    private @Nullable String workspace(WorkspaceChange change) {
        if (change instanceof CreateWorkspace one && one.organization() != null) {
            return inOrganization("organization.create_workspace", one.organization());
        } else if (change instanceof EditWorkspace one) {
            return inWorkspace("workspace.edit", one.workspace());
        }
        return HOST;
    }

    // Members, teams and API users

    private @Nullable String member(MemberChange change) {
        WorkspaceId workspace;
        if (change instanceof AddMember one) {
            workspace = one.workspace();
        } else if (change instanceof SetMemberPermissions one) {
            workspace = one.workspace();
        } else if (change instanceof SetMemberWindow one) {
            workspace = one.workspace();
        } else if (change instanceof RemoveMember one) {
            if (one.principal().equals(principal) && isMember(one.workspace())) {
                return null;
            }
            workspace = one.workspace();
        } else if (change instanceof InviteMember one) {
            workspace = one.workspace();
        } else if (change instanceof WithdrawInvite one) {
            workspace = one.workspace();
        } else {
            return HOST;
        }
        return inWorkspace("workspace.manage_members", workspace);
    }

    /** Who leaves must be there; else he would learn which workspaces exist. */
    private boolean isMember(WorkspaceId id) {
        Workspace workspace = policy.workspaces().get(id);
        return course.hasCreated(id)
                || (workspace != null && workspace.members().containsKey(principal));
    }

    private @Nullable String grant(GrantChange change) {
        if (change instanceof GrantDevice one) {
            return onDevice(one.workspace(), one.holder(), one.device(), NarrowedGrant.isOne(one, policy));
        } else if (change instanceof RevokeDevice one) {
            return onDevice(one.workspace(), one.holder(), one.device(), true);
        } else if (change instanceof GrantProduct one) {
            return inWorkspace(holderAction(one.holder()), one.workspace());
        } else if (change instanceof RevokeProduct one) {
            return inWorkspace(holderAction(one.holder()), one.workspace());
        } else if (change instanceof GrantAllDevices one) {
            return inWorkspace(holderAction(one.holder()), one.workspace());
        } else if (change instanceof RevokeAllDevices one) {
            return inWorkspace(holderAction(one.holder()), one.workspace());
        }
        return HOST;
    }

    private static String holderAction(Holder holder) {
        return holder instanceof TeamHolder ? "workspace.manage_teams" : "workspace.manage_members";
    }

    private @Nullable String onDevice(WorkspaceId workspace, Holder holder, DeviceId device, boolean onlyTakesAway) {
        if (!(holder instanceof MemberHolder)) {
            return inWorkspace("workspace.manage_teams", workspace);
        }
        Action action = action("device.manage_access", Scope.DEVICE);
        if (action == null) {
            return unusable("device.manage_access");
        }
        return decision.onDevice(action, device, course.in(workspace, device), onlyTakesAway)
                ? null
                : "You need device.manage_access on device " + quoted(device.value()) + " in workspace "
                        + quoted(workspace.value()) + ".";
    }

    private static @Nullable WorkspaceId team(TeamChange change) {
        if (change instanceof CreateTeam one) {
            return one.workspace();
        } else if (change instanceof RenameTeam one) {
            return one.workspace();
        } else if (change instanceof DeleteTeam one) {
            return one.workspace();
        } else if (change instanceof SetTeamPermissions one) {
            return one.workspace();
        } else if (change instanceof AddTeamMember one) {
            return one.workspace();
        } else if (change instanceof SetTeamMemberWindow one) {
            return one.workspace();
        } else if (change instanceof RemoveTeamMember one) {
            return one.workspace();
        } else if (change instanceof NestTeam one) {
            return one.workspace();
        } else if (change instanceof UnnestTeam one) {
            return one.workspace();
        }
        return null;
    }

    private @Nullable String apiUser(ApiUserChange change) {
        if (change instanceof CreateApiUser one) {
            return inWorkspace("workspace.manage_api_users", one.workspace());
        } else if (change instanceof RenameApiUser one) {
            return ofApiUser(one.apiUser());
        } else if (change instanceof SuspendApiUser one) {
            return ofApiUser(one.apiUser());
        } else if (change instanceof DeleteApiUser one) {
            return ofApiUser(one.apiUser());
        }
        return HOST;
    }

    private @Nullable String ofApiUser(PrincipalId apiUser) {
        if (action("workspace.manage_api_users", Scope.WORKSPACE) == null) {
            return unusable("workspace.manage_api_users");
        }
        return managesApiUser(apiUser)
                ? null
                : "You need workspace.manage_api_users in the workspace of API user " + quoted(apiUser.value()) + ".";
    }

    private boolean managesApiUser(PrincipalId apiUser) {
        Action action = action("workspace.manage_api_users", Scope.WORKSPACE);
        WorkspaceId home = course.home(apiUser);
        return action != null && home != null && decision.onWorkspace(action, home);
    }

    // Devices, products, claims and links

    private @Nullable String device(DeviceChange change) {
        if (change instanceof CreateDevice one) {
            return inWorkspace("workspace.create_device", one.workspace());
        } else if (change instanceof DeleteDevice one) {
            return asOwner("device.delete", one.device(), true);
        } else if (change instanceof SuspendDevice one) {
            return asOwner("device.delete", one.device(), true);
        } else if (change instanceof RenameDevice one) {
            return anywhere("device.edit", one.device());
        } else if (change instanceof TagDevice one) {
            return anywhere("device.edit", one.device());
        } else if (change instanceof SetDeviceProduct one) {
            return product(one);
        } else if (change instanceof MoveDevice one) {
            return move(one);
        }
        return HOST;
    }

    private @Nullable String product(SetDeviceProduct change) {
        Action action = action("workspace.edit_products", Scope.WORKSPACE);
        Place owning = course.owning(change.device());
        if (action == null) {
            return unusable("workspace.edit_products");
        }
        return owning != null && decision.onWorkspace(action, owning.workspace())
                ? null
                : "You need workspace.edit_products in the workspace that owns device "
                        + quoted(change.device().value()) + ".";
    }

    private @Nullable String move(MoveDevice change) {
        String here = asOwner("device.move", change.device(), false);
        String there = inWorkspace("workspace.create_device", change.workspace());
        return here == null ? there : there == null ? here : here + " " + there;
    }

    private static @Nullable WorkspaceId product(ProductChange change) {
        if (change instanceof CreateProduct one) {
            return one.workspace();
        } else if (change instanceof RenameProduct one) {
            return one.workspace();
        } else if (change instanceof DeleteProduct one) {
            return one.workspace();
        }
        return null;
    }

    private @Nullable String claim(ClaimChange change) {
        if (change instanceof OpenOffer one) {
            return asOwner("device.claim_out", one.device(), false);
        } else if (change instanceof CloseOffer one) {
            return asOwner("device.claim_out", one.device(), true);
        } else if (change instanceof AcceptOffer one) {
            return inWorkspace("workspace.claim_device", one.workspace());
        } else if (change instanceof SetClaimCeiling one) {
            return asOwner("device.unclaim", one.device(), true);
        } else if (change instanceof EndClaim one) {
            String released = inWorkspace("workspace.release_claim", one.workspace());
            String ended = released == null ? null : asOwner("device.unclaim", one.device(), true);
            return released == null || ended == null ? null : released + " Or: " + ended;
        }
        return HOST;
    }

    private @Nullable String link(LinkChange change) {
        if (change instanceof CreateLink one) {
            return asOwner("device.manage_public_links", one.device(), false);
        } else if (change instanceof SuspendLink one) {
            return ofLink(one.link(), one.suspended());
        } else if (change instanceof DeleteLink one) {
            return ofLink(one.link(), true);
        }
        return HOST;
    }

    private @Nullable String ofLink(PrincipalId link, boolean onlyTakesAway) {
        if (action("device.manage_public_links", Scope.DEVICE) == null) {
            return unusable("device.manage_public_links");
        }
        return managesLink(link, onlyTakesAway)
                ? null
                : "You need device.manage_public_links on the device of public link " + quoted(link.value()) + ".";
    }

    private boolean managesLink(PrincipalId id, boolean onlyTakesAway) {
        Action action = action("device.manage_public_links", Scope.DEVICE);
        DeviceId device = course.linked(id);
        return action != null
                && device != null
                && decision.onDevice(action, device, course.owning(device), onlyTakesAway);
    }

    // The actions

    private @Nullable String inWorkspace(String name, @Nullable WorkspaceId workspace) {
        Action action = action(name, Scope.WORKSPACE);
        if (workspace == null) {
            return HOST;
        }
        if (action == null) {
            return unusable(name);
        }
        return decision.onWorkspace(action, workspace)
                ? null
                : "You need " + name + " in workspace " + quoted(workspace.value()) + ".";
    }

    private @Nullable String inOrganization(String name, OrganizationId organization) {
        Action action = action(name, Scope.ORGANIZATION);
        if (action == null) {
            return unusable(name);
        }
        return decision.onOrganization(action, organization)
                ? null
                : "You need " + name + " in organization " + quoted(organization.value()) + ".";
    }

    /** In the owning workspace, whose row is written. */
    private @Nullable String asOwner(String name, DeviceId device, boolean asIfNotSuspended) {
        Action action = action(name, Scope.DEVICE);
        if (action == null) {
            return unusable(name);
        }
        return decision.onDevice(action, device, course.owning(device), asIfNotSuspended)
                ? null
                : "You need " + name + " on device " + quoted(device.value()) + " in the workspace that owns it.";
    }

    private @Nullable String anywhere(String name, DeviceId device) {
        Action action = action(name, Scope.DEVICE);
        if (action == null) {
            return unusable(name);
        }
        return decision.onDevice(action, device, false)
                ? null
                : "You need " + name + " on device " + quoted(device.value()) + ".";
    }

    private @Nullable Action action(String name, Scope scope) {
        return action(name, scope, policy.catalogue());
    }

    /** The action by which a change is allowed; null where the catalogue has none that asks for anything. */
    static @Nullable Action action(String name, Scope scope, Catalogue catalogue) {
        return catalogue
                .action(name)
                .filter(action -> action.isAskedOn(scope) && asksForSomething(action))
                .orElse(null);
    }

    private static boolean asksForSomething(Action action) {
        return !action.devicePermissions().isEmpty()
                || !action.workspacePermissions().isEmpty()
                || !action.organizationPermissions().isEmpty()
                || action.ownerOnly();
    }

    private static String unusable(String name) {
        return "The catalogue has no action " + name
                + " that asks for anything here, so this change is the host's alone.";
    }
}
