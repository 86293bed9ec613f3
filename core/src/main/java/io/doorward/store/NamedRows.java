package io.doorward.store;

import io.doorward.change.Access;
import io.doorward.change.ApiUserChange;
import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ApiUserChange.DeleteApiUser;
import io.doorward.change.ApiUserChange.RenameApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.ClaimChange;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.CloseOffer;
import io.doorward.change.ClaimChange.CreateClaim;
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
import io.doorward.change.MemberChange.AcceptInvite;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.MemberChange.WithdrawInvite;
import io.doorward.change.OrganizationChange;
import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.OrganizationChange.CreateOrganization;
import io.doorward.change.OrganizationChange.DeleteOrganization;
import io.doorward.change.OrganizationChange.RemoveAdmin;
import io.doorward.change.OrganizationChange.RenameOrganization;
import io.doorward.change.OrganizationChange.SetAdmin;
import io.doorward.change.OrganizationChange.TransferOwnership;
import io.doorward.change.PolicyChange;
import io.doorward.change.PolicyChange.ChangeCatalogue;
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
import io.doorward.change.UserChange;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.UserChange.DeleteUser;
import io.doorward.change.UserChange.EditUser;
import io.doorward.change.UserChange.SuspendUser;
import io.doorward.change.WorkspaceChange;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.change.WorkspaceChange.DeleteWorkspace;
import io.doorward.change.WorkspaceChange.EditWorkspace;
import io.doorward.change.WorkspaceChange.MoveWorkspace;
import io.doorward.change.WorkspaceChange.SuspendWorkspace;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.token.TokenHash;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the words of a change set name, whatever comes of it: those that it is about, and those that it relies on to
 * be there. What it sweeps along besides shows only when it is carried out.
 */
final class NamedRows {

    private final Policy policy;
    private final Set<RowName> subjects = new LinkedHashSet<>();
    private final Set<RowName> relied = new LinkedHashSet<>();

    private NamedRows(Policy policy) {
        this.policy = policy;
    }

    /** Reads a change set; the policy tells whose a token is, and where a device is. */
    static NamedRows of(ChangeSet changes, Policy policy) {
        NamedRows named = new NamedRows(policy);
        for (Change change : changes.changes()) {
            named.relied.add(RowName.CATALOGUE);
            named.add(change);
        }
        return named;
    }

    /** The rows that it is about: they must not have changed. */
    Set<RowName> subjects() {
        return subjects;
    }

    /** The rows that it relies on: they must not have come or gone. */
    Set<RowName> relied() {
        return relied;
    }

    private void add(Change change) {
        if (change instanceof UserChange one) {
            user(one);
        } else if (change instanceof TokenChange one) {
            token(one);
        } else if (change instanceof OrganizationChange one) {
            organization(one);
        } else if (change instanceof WorkspaceChange one) {
            workspace(one);
        } else if (change instanceof MemberChange one) {
            member(one);
        } else if (change instanceof GrantChange one) {
            grant(one);
        } else if (change instanceof TeamChange one) {
            team(one);
        } else if (change instanceof ApiUserChange one) {
            apiUser(one);
        } else if (change instanceof DeviceChange one) {
            device(one);
        } else if (change instanceof ProductChange one) {
            product(one);
        } else if (change instanceof ClaimChange one) {
            claim(one);
        } else if (change instanceof LinkChange one) {
            link(one);
        } else if (change instanceof PolicyChange one) {
            policy(one);
        }
    }

    private void user(UserChange change) {
        if (change instanceof CreateUser c) {
            principal(c.user());
        } else if (change instanceof EditUser c) {
            subjects.add(RowName.user(c.user()));
        } else if (change instanceof SuspendUser c) {
            subjects.add(RowName.user(c.user()));
        } else if (change instanceof DeleteUser c) {
            subjects.add(RowName.user(c.user()));
        }
    }

    private void token(TokenChange change) {
        if (change instanceof CreateToken c) {
            principal(c.principal());
        } else if (change instanceof RotateToken c) {
            holder(c.old());
        } else if (change instanceof RevokeToken c) {
            holder(c.hash());
        }
    }

    private void holder(TokenHash token) {
        policy.holderOf(token).ifPresent(this::principal);
    }

    private void organization(OrganizationChange change) {
        if (change instanceof CreateOrganization c) {
            organization(c.organization(), c.owner());
        } else if (change instanceof RenameOrganization c) {
            organization(c.organization(), null);
        } else if (change instanceof DeleteOrganization c) {
            organization(c.organization(), null);
        } else if (change instanceof AddAdmin c) {
            organization(c.organization(), c.user());
        } else if (change instanceof SetAdmin c) {
            organization(c.organization(), c.user());
        } else if (change instanceof RemoveAdmin c) {
            organization(c.organization(), c.user());
        } else if (change instanceof TransferOwnership c) {
            organization(c.organization(), c.user());
        }
    }

    private void organization(OrganizationId organization, @Nullable PrincipalId user) {
        subjects.add(RowName.organization(organization));
        if (user != null) {
            relied.add(RowName.user(user));
        }
    }

    private void workspace(WorkspaceChange change) {
        if (change instanceof CreateWorkspace c) {
            workspace(c.workspace(), c.organization());
        } else if (change instanceof EditWorkspace c) {
            workspace(c.workspace(), null);
        } else if (change instanceof SuspendWorkspace c) {
            workspace(c.workspace(), null);
        } else if (change instanceof MoveWorkspace c) {
            workspace(c.workspace(), c.organization());
        } else if (change instanceof DeleteWorkspace c) {
            workspace(c.workspace(), null);
        }
    }

    private void workspace(WorkspaceId workspace, @Nullable OrganizationId organization) {
        subjects.add(RowName.workspace(workspace));
        if (organization != null) {
            relied.add(RowName.organization(organization));
        }
    }

    private void member(MemberChange change) {
        if (change instanceof AddMember c) {
            member(c.workspace(), c.principal());
            access(c.workspace(), c.access());
        } else if (change instanceof SetMemberPermissions c) {
            member(c.workspace(), c.principal());
        } else if (change instanceof SetMemberWindow c) {
            member(c.workspace(), c.principal());
        } else if (change instanceof RemoveMember c) {
            member(c.workspace(), c.principal());
        } else if (change instanceof InviteMember c) {
            invite(c.workspace(), c.email());
            access(c.workspace(), c.access());
        } else if (change instanceof WithdrawInvite c) {
            invite(c.workspace(), c.email());
        } else if (change instanceof AcceptInvite c) {
            invite(c.workspace(), c.email());
            member(c.workspace(), c.user());
        }
    }

    private void member(WorkspaceId workspace, PrincipalId principal) {
        relied.add(RowName.workspace(workspace));
        subjects.add(RowName.member(workspace, principal));
        person(principal);
    }

    private void invite(WorkspaceId workspace, String email) {
        relied.add(RowName.workspace(workspace));
        subjects.add(RowName.invite(workspace, email));
    }

    private void access(WorkspaceId workspace, Access access) {
        access.products().keySet().forEach(product -> relied.add(RowName.product(workspace, product)));
        access.devices().keySet().forEach(device -> present(workspace, device));
    }

    private void grant(GrantChange change) {
        if (change instanceof GrantDevice c) {
            holder(c.workspace(), c.holder());
            present(c.workspace(), c.device());
        } else if (change instanceof RevokeDevice c) {
            holder(c.workspace(), c.holder());
            present(c.workspace(), c.device());
        } else if (change instanceof GrantProduct c) {
            holder(c.workspace(), c.holder());
            relied.add(RowName.product(c.workspace(), c.product()));
        } else if (change instanceof RevokeProduct c) {
            holder(c.workspace(), c.holder());
            relied.add(RowName.product(c.workspace(), c.product()));
        } else if (change instanceof GrantAllDevices c) {
            holder(c.workspace(), c.holder());
        } else if (change instanceof RevokeAllDevices c) {
            holder(c.workspace(), c.holder());
        }
    }

    private void holder(WorkspaceId workspace, Holder holder) {
        if (holder instanceof MemberHolder one) {
            member(workspace, one.principal());
        } else if (holder instanceof TeamHolder one) {
            team(workspace, one.team());
        }
    }

    private void team(TeamChange change) {
        if (change instanceof CreateTeam c) {
            team(c.workspace(), c.team());
        } else if (change instanceof RenameTeam c) {
            team(c.workspace(), c.team());
        } else if (change instanceof DeleteTeam c) {
            team(c.workspace(), c.team());
        } else if (change instanceof SetTeamPermissions c) {
            team(c.workspace(), c.team());
        } else if (change instanceof AddTeamMember c) {
            teamMember(c.workspace(), c.team(), c.principal());
        } else if (change instanceof SetTeamMemberWindow c) {
            teamMember(c.workspace(), c.team(), c.principal());
        } else if (change instanceof RemoveTeamMember c) {
            teamMember(c.workspace(), c.team(), c.principal());
        } else if (change instanceof NestTeam c) {
            team(c.workspace(), c.team());
            relied.add(RowName.team(c.workspace(), c.inner()));
        } else if (change instanceof UnnestTeam c) {
            team(c.workspace(), c.team());
            relied.add(RowName.team(c.workspace(), c.inner()));
        }
    }

    private void team(WorkspaceId workspace, TeamId team) {
        relied.add(RowName.workspace(workspace));
        subjects.add(RowName.team(workspace, team));
    }

    private void teamMember(WorkspaceId workspace, TeamId team, PrincipalId principal) {
        team(workspace, team);
        relied.add(RowName.member(workspace, principal));
        person(principal);
    }

    private void apiUser(ApiUserChange change) {
        if (change instanceof CreateApiUser c) {
            relied.add(RowName.workspace(c.workspace()));
            principal(c.apiUser());
            access(c.workspace(), c.access());
        } else if (change instanceof RenameApiUser c) {
            subjects.add(RowName.apiUser(c.apiUser()));
        } else if (change instanceof SuspendApiUser c) {
            subjects.add(RowName.apiUser(c.apiUser()));
        } else if (change instanceof DeleteApiUser c) {
            subjects.add(RowName.apiUser(c.apiUser()));
        }
    }

    private void device(DeviceChange change) {
        if (change instanceof CreateDevice c) {
            device(c.device(), c.workspace(), c.product());
        } else if (change instanceof DeleteDevice c) {
            subjects.add(RowName.device(c.device()));
        } else if (change instanceof SuspendDevice c) {
            subjects.add(RowName.device(c.device()));
        } else if (change instanceof RenameDevice c) {
            subjects.add(RowName.device(c.device()));
        } else if (change instanceof TagDevice c) {
            subjects.add(RowName.device(c.device()));
        } else if (change instanceof SetDeviceProduct c) {
            device(
                    c.device(),
                    policy.owningWorkspace(c.device()).map(Workspace::id).orElse(null),
                    c.product());
        } else if (change instanceof MoveDevice c) {
            device(c.device(), c.workspace(), c.product());
        }
    }

    private void device(DeviceId device, @Nullable WorkspaceId workspace, @Nullable ProductId product) {
        subjects.add(RowName.device(device));
        if (workspace != null) {
            relied.add(RowName.workspace(workspace));
            if (product != null) {
                relied.add(RowName.product(workspace, product));
            }
        }
    }

    private void product(ProductChange change) {
        if (change instanceof CreateProduct c) {
            product(c.workspace(), c.product());
        } else if (change instanceof RenameProduct c) {
            product(c.workspace(), c.product());
        } else if (change instanceof DeleteProduct c) {
            product(c.workspace(), c.product());
        }
    }

    private void product(WorkspaceId workspace, ProductId product) {
        relied.add(RowName.workspace(workspace));
        subjects.add(RowName.product(workspace, product));
    }

    private void claim(ClaimChange change) {
        if (change instanceof OpenOffer c) {
            offer(c.device());
        } else if (change instanceof CloseOffer c) {
            offer(c.device());
        } else if (change instanceof AcceptOffer c) {
            offer(c.device());
            claim(c.workspace(), c.device());
        } else if (change instanceof CreateClaim c) {
            claim(c.workspace(), c.device());
        } else if (change instanceof SetClaimCeiling c) {
            claim(c.workspace(), c.device());
        } else if (change instanceof EndClaim c) {
            claim(c.workspace(), c.device());
        }
    }

    private void offer(DeviceId device) {
        relied.add(RowName.device(device));
        subjects.add(RowName.offer(device));
    }

    private void claim(WorkspaceId workspace, DeviceId device) {
        relied.add(RowName.workspace(workspace));
        relied.add(RowName.device(device));
        subjects.add(RowName.claim(workspace, device));
    }

    private void link(LinkChange change) {
        if (change instanceof CreateLink c) {
            principal(c.link());
            relied.add(RowName.device(c.device()));
        } else if (change instanceof SuspendLink c) {
            subjects.add(RowName.publicLink(c.link()));
        } else if (change instanceof DeleteLink c) {
            subjects.add(RowName.publicLink(c.link()));
        }
    }

    private void policy(PolicyChange change) {
        if (change instanceof ChangeCatalogue) {
            subjects.add(RowName.CATALOGUE);
        }
    }

    /** A device as it is present in a workspace: owned there or claimed into it. */
    private void present(WorkspaceId workspace, DeviceId device) {
        relied.add(RowName.device(device));
        relied.add(RowName.claim(workspace, device));
    }

    /** A principal whose kind is not known; the kinds share one id space. */
    private void principal(PrincipalId id) {
        subjects.add(RowName.user(id));
        subjects.add(RowName.apiUser(id));
        subjects.add(RowName.publicLink(id));
    }

    /** Who can be a member. */
    private void person(PrincipalId id) {
        relied.add(RowName.user(id));
        relied.add(RowName.apiUser(id));
    }
}
