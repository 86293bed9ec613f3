package io.doorward.json;

import static io.doorward.json.Parts.ACCESS;
import static io.doorward.json.Parts.API_USER;
import static io.doorward.json.Parts.BEFORE;
import static io.doorward.json.Parts.CATALOGUE;
import static io.doorward.json.Parts.CEILING;
import static io.doorward.json.Parts.CODE;
import static io.doorward.json.Parts.DEVICE;
import static io.doorward.json.Parts.DEVICE_PERMISSIONS;
import static io.doorward.json.Parts.EMAIL;
import static io.doorward.json.Parts.HOLDER;
import static io.doorward.json.Parts.INNER;
import static io.doorward.json.Parts.LINK;
import static io.doorward.json.Parts.MODE;
import static io.doorward.json.Parts.NAME;
import static io.doorward.json.Parts.NEW;
import static io.doorward.json.Parts.OLD;
import static io.doorward.json.Parts.OLD_EXPIRES_AT;
import static io.doorward.json.Parts.OPTIONAL_CEILING;
import static io.doorward.json.Parts.OPTIONAL_EMAIL;
import static io.doorward.json.Parts.OPTIONAL_ORGANIZATION;
import static io.doorward.json.Parts.OPTIONAL_PRODUCT;
import static io.doorward.json.Parts.ORGANIZATION;
import static io.doorward.json.Parts.ORGANIZATION_PERMISSIONS;
import static io.doorward.json.Parts.ORGANIZATION_PERMISSIONS_OR_NONE;
import static io.doorward.json.Parts.OWNER;
import static io.doorward.json.Parts.PRINCIPAL;
import static io.doorward.json.Parts.PRODUCT;
import static io.doorward.json.Parts.SLUG;
import static io.doorward.json.Parts.SUSPENDED;
import static io.doorward.json.Parts.TAGS;
import static io.doorward.json.Parts.TAGS_OR_NONE;
import static io.doorward.json.Parts.TEAM;
import static io.doorward.json.Parts.TOKEN;
import static io.doorward.json.Parts.USER;
import static io.doorward.json.Parts.WINDOW;
import static io.doorward.json.Parts.WORKSPACE;
import static io.doorward.json.Parts.WORKSPACE_PERMISSIONS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ApiUserChange.DeleteApiUser;
import io.doorward.change.ApiUserChange.RenameApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.CloseOffer;
import io.doorward.change.ClaimChange.CreateClaim;
import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.ClaimChange.SetClaimCeiling;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.change.DeviceChange.RenameDevice;
import io.doorward.change.DeviceChange.SetDeviceProduct;
import io.doorward.change.DeviceChange.SuspendDevice;
import io.doorward.change.DeviceChange.TagDevice;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.GrantProduct;
import io.doorward.change.GrantChange.RevokeAllDevices;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.GrantChange.RevokeProduct;
import io.doorward.change.LinkChange.CreateLink;
import io.doorward.change.LinkChange.DeleteLink;
import io.doorward.change.LinkChange.SuspendLink;
import io.doorward.change.MemberChange.AcceptInvite;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.MemberChange.WithdrawInvite;
import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.OrganizationChange.CreateOrganization;
import io.doorward.change.OrganizationChange.DeleteOrganization;
import io.doorward.change.OrganizationChange.RemoveAdmin;
import io.doorward.change.OrganizationChange.RenameOrganization;
import io.doorward.change.OrganizationChange.SetAdmin;
import io.doorward.change.OrganizationChange.TransferOwnership;
import io.doorward.change.PolicyChange.ChangeCatalogue;
import io.doorward.change.PolicyChange.Purge;
import io.doorward.change.ProductChange.CreateProduct;
import io.doorward.change.ProductChange.DeleteProduct;
import io.doorward.change.ProductChange.RenameProduct;
import io.doorward.change.TeamChange.AddTeamMember;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.TeamChange.DeleteTeam;
import io.doorward.change.TeamChange.NestTeam;
import io.doorward.change.TeamChange.RemoveTeamMember;
import io.doorward.change.TeamChange.RenameTeam;
import io.doorward.change.TeamChange.SetTeamMemberWindow;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.TeamChange.UnnestTeam;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.UserChange.DeleteUser;
import io.doorward.change.UserChange.EditUser;
import io.doorward.change.UserChange.SuspendUser;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.change.WorkspaceChange.DeleteWorkspace;
import io.doorward.change.WorkspaceChange.EditWorkspace;
import io.doorward.change.WorkspaceChange.MoveWorkspace;
import io.doorward.change.WorkspaceChange.SuspendWorkspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How every kind of change stands in a document: a row for each. Reading, writing, the tests of the schema and those of the
 * page about the format go by this table alone.
 */
final class ChangeKinds {

    private static final ImmutableList<ChangeKind<?>> ALL = ImmutableList.of(
            ChangeKind.of(CreateUser.class, CreateUser::new, USER, OPTIONAL_EMAIL, NAME),
            ChangeKind.of(EditUser.class, EditUser::new, USER, OPTIONAL_EMAIL, NAME),
            ChangeKind.of(SuspendUser.class, SuspendUser::new, USER, SUSPENDED),
            ChangeKind.of(DeleteUser.class, DeleteUser::new, USER),
            ChangeKind.of(CreateToken.class, CreateToken::new, PRINCIPAL, TOKEN, NAME, WINDOW),
            ChangeKind.of(RotateToken.class, RotateToken::new, OLD, NEW, WINDOW, OLD_EXPIRES_AT),
            ChangeKind.of(RevokeToken.class, RevokeToken::new, TOKEN),
            ChangeKind.of(CreateOrganization.class, CreateOrganization::new, ORGANIZATION, OWNER, NAME),
            ChangeKind.of(RenameOrganization.class, RenameOrganization::new, ORGANIZATION, NAME),
            ChangeKind.of(DeleteOrganization.class, DeleteOrganization::new, ORGANIZATION),
            ChangeKind.of(AddAdmin.class, AddAdmin::new, ORGANIZATION, USER, ORGANIZATION_PERMISSIONS_OR_NONE),
            ChangeKind.of(SetAdmin.class, SetAdmin::new, ORGANIZATION, USER, ORGANIZATION_PERMISSIONS),
            ChangeKind.of(RemoveAdmin.class, RemoveAdmin::new, ORGANIZATION, USER),
            ChangeKind.of(TransferOwnership.class, TransferOwnership::new, ORGANIZATION, USER),
            ChangeKind.of(CreateWorkspace.class, CreateWorkspace::new, WORKSPACE, OPTIONAL_ORGANIZATION, NAME, SLUG),
            ChangeKind.of(EditWorkspace.class, EditWorkspace::new, WORKSPACE, NAME, SLUG),
            ChangeKind.of(SuspendWorkspace.class, SuspendWorkspace::new, WORKSPACE, SUSPENDED),
            ChangeKind.of(MoveWorkspace.class, MoveWorkspace::new, WORKSPACE, OPTIONAL_ORGANIZATION),
            ChangeKind.of(DeleteWorkspace.class, DeleteWorkspace::new, WORKSPACE),
            ChangeKind.of(AddMember.class, AddMember::new, WORKSPACE, PRINCIPAL, ACCESS, WINDOW),
            ChangeKind.of(
                    SetMemberPermissions.class, SetMemberPermissions::new, WORKSPACE, PRINCIPAL, WORKSPACE_PERMISSIONS),
            ChangeKind.of(SetMemberWindow.class, SetMemberWindow::new, WORKSPACE, PRINCIPAL, WINDOW),
            ChangeKind.of(RemoveMember.class, RemoveMember::new, WORKSPACE, PRINCIPAL),
            ChangeKind.of(InviteMember.class, InviteMember::new, WORKSPACE, EMAIL, ACCESS, WINDOW),
            ChangeKind.of(WithdrawInvite.class, WithdrawInvite::new, WORKSPACE, EMAIL),
            ChangeKind.of(AcceptInvite.class, AcceptInvite::new, WORKSPACE, EMAIL, USER),
            ChangeKind.of(GrantDevice.class, GrantDevice::new, WORKSPACE, HOLDER, DEVICE, DEVICE_PERMISSIONS, WINDOW),
            ChangeKind.of(RevokeDevice.class, RevokeDevice::new, WORKSPACE, HOLDER, DEVICE),
            ChangeKind.of(
                    GrantProduct.class, GrantProduct::new, WORKSPACE, HOLDER, PRODUCT, DEVICE_PERMISSIONS, WINDOW),
            ChangeKind.of(RevokeProduct.class, RevokeProduct::new, WORKSPACE, HOLDER, PRODUCT),
            ChangeKind.of(GrantAllDevices.class, GrantAllDevices::new, WORKSPACE, HOLDER, DEVICE_PERMISSIONS, WINDOW),
            ChangeKind.of(RevokeAllDevices.class, RevokeAllDevices::new, WORKSPACE, HOLDER),
            ChangeKind.of(CreateTeam.class, CreateTeam::new, WORKSPACE, TEAM, NAME),
            ChangeKind.of(RenameTeam.class, RenameTeam::new, WORKSPACE, TEAM, NAME),
            ChangeKind.of(DeleteTeam.class, DeleteTeam::new, WORKSPACE, TEAM),
            ChangeKind.of(SetTeamPermissions.class, SetTeamPermissions::new, WORKSPACE, TEAM, WORKSPACE_PERMISSIONS),
            ChangeKind.of(AddTeamMember.class, AddTeamMember::new, WORKSPACE, TEAM, PRINCIPAL, WINDOW),
            ChangeKind.of(SetTeamMemberWindow.class, SetTeamMemberWindow::new, WORKSPACE, TEAM, PRINCIPAL, WINDOW),
            ChangeKind.of(RemoveTeamMember.class, RemoveTeamMember::new, WORKSPACE, TEAM, PRINCIPAL),
            ChangeKind.of(NestTeam.class, NestTeam::new, WORKSPACE, TEAM, INNER),
            ChangeKind.of(UnnestTeam.class, UnnestTeam::new, WORKSPACE, TEAM, INNER),
            ChangeKind.of(CreateApiUser.class, CreateApiUser::new, WORKSPACE, API_USER, NAME, ACCESS, WINDOW),
            ChangeKind.of(RenameApiUser.class, RenameApiUser::new, API_USER, NAME),
            ChangeKind.of(SuspendApiUser.class, SuspendApiUser::new, API_USER, SUSPENDED),
            ChangeKind.of(DeleteApiUser.class, DeleteApiUser::new, API_USER),
            ChangeKind.of(
                    CreateDevice.class, CreateDevice::new, WORKSPACE, DEVICE, OPTIONAL_PRODUCT, NAME, TAGS_OR_NONE),
            ChangeKind.of(DeleteDevice.class, DeleteDevice::new, DEVICE),
            ChangeKind.of(SuspendDevice.class, SuspendDevice::new, DEVICE, SUSPENDED),
            ChangeKind.of(RenameDevice.class, RenameDevice::new, DEVICE, NAME),
            ChangeKind.of(TagDevice.class, TagDevice::new, DEVICE, TAGS),
            ChangeKind.of(SetDeviceProduct.class, SetDeviceProduct::new, DEVICE, OPTIONAL_PRODUCT),
            ChangeKind.of(MoveDevice.class, MoveDevice::new, DEVICE, WORKSPACE, OPTIONAL_PRODUCT),
            ChangeKind.of(CreateProduct.class, CreateProduct::new, WORKSPACE, PRODUCT, NAME),
            ChangeKind.of(RenameProduct.class, RenameProduct::new, WORKSPACE, PRODUCT, NAME),
            ChangeKind.of(DeleteProduct.class, DeleteProduct::new, WORKSPACE, PRODUCT),
            ChangeKind.of(OpenOffer.class, OpenOffer::new, DEVICE, OPTIONAL_CEILING, WINDOW, CODE),
            ChangeKind.of(CloseOffer.class, CloseOffer::new, DEVICE),
            ChangeKind.of(AcceptOffer.class, AcceptOffer::new, DEVICE, WORKSPACE, CODE),
            ChangeKind.of(CreateClaim.class, CreateClaim::new, DEVICE, WORKSPACE, OPTIONAL_CEILING),
            ChangeKind.of(SetClaimCeiling.class, SetClaimCeiling::new, DEVICE, WORKSPACE, CEILING),
            ChangeKind.of(EndClaim.class, EndClaim::new, DEVICE, WORKSPACE),
            ChangeKind.of(CreateLink.class, CreateLink::new, LINK, DEVICE, MODE),
            ChangeKind.of(SuspendLink.class, SuspendLink::new, LINK, SUSPENDED),
            ChangeKind.of(DeleteLink.class, DeleteLink::new, LINK),
            ChangeKind.of(ChangeCatalogue.class, ChangeCatalogue::new, CATALOGUE),
            ChangeKind.of(Purge.class, Purge::new, BEFORE));

    private static final ImmutableMap<String, ChangeKind<?>> BY_WORD =
            ALL.stream().collect(ImmutableMap.toImmutableMap(ChangeKind::word, kind -> kind));

    private static final ImmutableMap<Class<?>, ChangeKind<?>> BY_TYPE =
            ALL.stream().collect(ImmutableMap.toImmutableMap(ChangeKind::type, kind -> kind));

    /** Invariant: keys of one name are one object, which collecting them by name sees to. */
    private static final ImmutableMap<String, ChangeKey<?>> KEYS = ALL.stream()
            .flatMap(kind -> kind.keys().stream())
            .distinct()
            .collect(ImmutableMap.toImmutableMap(ChangeKey::name, key -> key));

    private ChangeKinds() {}

    /** All kinds, in the order of the page about the format. */
    static List<ChangeKind<?>> all() {
        return ALL;
    }

    /** The kind of that name. */
    static Optional<ChangeKind<?>> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** The kind of a change. */
    static ChangeKind<?> of(Change change) {
        ChangeKind<?> kind = BY_TYPE.get(change.getClass());
        if (kind == null) {
            throw new IllegalStateException("The table of changes has no row for " + change.getClass() + ".");
        }
        return kind;
    }

    /** The key of that name, if any change has it. */
    static Optional<ChangeKey<?>> key(String name) {
        return Optional.ofNullable(KEYS.get(name));
    }

    /** The keys of all changes as a shape takes them. */
    static String[] keysOfAll() {
        return Stream.concat(Stream.of(ChangeKind.KEY + "!"), KEYS.keySet().stream())
                .toArray(String[]::new);
    }
}
