package io.doorward.admin;

import static io.doorward.admin.SmallAdministrations.ADMINS;
import static io.doorward.admin.SmallAdministrations.API_TOKEN;
import static io.doorward.admin.SmallAdministrations.CATALOGUE;
import static io.doorward.admin.SmallAdministrations.CODE;
import static io.doorward.admin.SmallAdministrations.DEVICES;
import static io.doorward.admin.SmallAdministrations.EDIT;
import static io.doorward.admin.SmallAdministrations.LINK_TOKEN;
import static io.doorward.admin.SmallAdministrations.MEMBERS;
import static io.doorward.admin.SmallAdministrations.NOON;
import static io.doorward.admin.SmallAdministrations.WORKSPACES;

import io.doorward.change.Access;
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
import io.doorward.change.GrantSpec;
import io.doorward.change.Holder;
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
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.util.ArrayList;
import java.util.List;

/** An alphabet of changes to a policy of {@link SmallAdministrations}: every kind of change, over the things that it has. */
final class EveryChange {

    private static final WorkspaceId W = new WorkspaceId("w");
    private static final WorkspaceId V = new WorkspaceId("v");
    private static final DeviceId D = new DeviceId("d");
    private static final ProductId M = new ProductId("m");
    private static final ProductId N = new ProductId("n");
    private static final TeamId T = new TeamId("t");
    private static final TeamId U = new TeamId("u");
    private static final OrganizationId O = new OrganizationId("o");
    private static final PrincipalId P = new PrincipalId("p");
    private static final PrincipalId Q = new PrincipalId("q");
    private static final PrincipalId R = new PrincipalId("r");
    private static final PrincipalId G = new PrincipalId("g");
    private static final PrincipalId L = new PrincipalId("l");
    private static final PrincipalId NEW = new PrincipalId("x");
    private static final TokenHash NEW_SECRET = TokenHash.ofClearText("new");
    private static final List<Window> WINDOWS = List.of(Window.ALWAYS, Window.until(NOON));
    private static final List<List<Permission>> POWERS =
            List.of(List.of(), List.of(MEMBERS), List.of(DEVICES), List.of(MEMBERS, DEVICES));

    private final List<Change> all = new ArrayList<>();

    private EveryChange() {}

    static List<Change> all() {
        EveryChange every = new EveryChange();
        every.members();
        every.grants();
        every.teams();
        every.apiUsers();
        every.devices();
        every.claims();
        every.links();
        every.organizations();
        every.hosts();
        return List.copyOf(every.all);
    }

    private void add(Change... changes) {
        all.addAll(List.of(changes));
    }

    private void members() {
        List<Access> accesses = List.of(
                Access.NONE,
                Access.of(MEMBERS),
                Access.NONE.device("d", EDIT),
                Access.NONE.product("m", EDIT),
                Access.NONE.allDevices(new GrantSpec(List.of(EDIT), Window.until(NOON))));
        for (Window window : WINDOWS) {
            for (Access access : accesses) {
                add(new AddMember(W, R, access, window), new InviteMember(W, "x@x", access, window));
            }
            add(new AddMember(W, Q, Access.NONE, window), new AddMember(W, G, Access.of(DEVICES), window));
        }
        for (PrincipalId m : List.of(P, Q, G)) {
            POWERS.forEach(powers -> add(new SetMemberPermissions(W, m, powers)));
            WINDOWS.forEach(window -> add(new SetMemberWindow(W, m, window)));
            add(new RemoveMember(W, m), new RemoveMember(V, m));
        }
        add(
                new AddMember(W, P, Access.NONE, Window.ALWAYS),
                new InviteMember(W, "r@x", Access.NONE, Window.ALWAYS),
                new WithdrawInvite(W, "r@x"),
                new AcceptInvite(W, "r@x", R));
    }

    private void grants() {
        for (Holder holder : List.of(
                Holder.member("p"), Holder.member("q"), Holder.member("g"), Holder.team("t"), Holder.team("u"))) {
            grant(holder, List.of(), Window.ALWAYS);
            WINDOWS.forEach(window -> grant(holder, List.of(EDIT), window));
            add(new RevokeDevice(W, holder, D), new RevokeProduct(W, holder, M), new RevokeAllDevices(W, holder));
        }
        add(
                new GrantDevice(V, Holder.member("q"), D, List.of(), Window.ALWAYS),
                new GrantDevice(V, Holder.member("p"), D, List.of(EDIT), Window.ALWAYS),
                new RevokeDevice(V, Holder.member("q"), D));
    }

    private void grant(Holder holder, List<Permission> permissions, Window window) {
        add(
                new GrantDevice(W, holder, D, permissions, window),
                new GrantProduct(W, holder, M, permissions, window),
                new GrantAllDevices(W, holder, permissions, window));
    }

    private void teams() {
        add(new CreateTeam(W, T, null), new CreateTeam(W, U, null), new RenameTeam(W, T, "name"));
        POWERS.forEach(powers -> add(new SetTeamPermissions(W, T, powers)));
        for (PrincipalId m : List.of(P, Q, G)) {
            for (Window window : WINDOWS) {
                add(new AddTeamMember(W, T, m, window), new SetTeamMemberWindow(W, T, m, window));
            }
            add(new RemoveTeamMember(W, T, m));
        }
        add(
                new AddTeamMember(W, U, P, Window.ALWAYS),
                new NestTeam(W, U, T),
                new NestTeam(W, T, U),
                new UnnestTeam(W, U, T),
                new DeleteTeam(W, T),
                new DeleteTeam(W, U));
    }

    private void apiUsers() {
        for (Window window : WINDOWS) {
            add(
                    new CreateApiUser(W, NEW, null, Access.NONE, window),
                    new CreateApiUser(W, NEW, null, Access.of(MEMBERS).device("d", EDIT), window),
                    new CreateToken(G, NEW_SECRET, null, window),
                    new RotateToken(API_TOKEN, NEW_SECRET, window, NOON));
        }
        add(
                new RenameApiUser(G, "name"),
                new SuspendApiUser(G, true),
                new SuspendApiUser(G, false),
                new DeleteApiUser(G),
                new CreateToken(P, NEW_SECRET, null, Window.ALWAYS),
                new CreateToken(Q, NEW_SECRET, null, Window.ALWAYS),
                new RevokeToken(API_TOKEN));
    }

    private void devices() {
        add(
                new CreateDevice(W, new DeviceId("e"), null, null, List.of()),
                new CreateDevice(W, new DeviceId("e"), M, null, List.of()),
                new CreateDevice(V, new DeviceId("e"), null, null, List.of()),
                new DeleteDevice(D),
                new SuspendDevice(D, true),
                new SuspendDevice(D, false),
                new RenameDevice(D, "name"),
                new TagDevice(D, List.of("tag")),
                new SetDeviceProduct(D, null),
                new SetDeviceProduct(D, M),
                new SetDeviceProduct(D, N),
                new MoveDevice(D, V, null),
                new CreateProduct(W, new ProductId("x"), null),
                new RenameProduct(W, M, "name"),
                new DeleteProduct(W, M),
                new DeleteProduct(W, N));
    }

    private void claims() {
        add(
                new OpenOffer(D, null, Window.ALWAYS, NEW_SECRET),
                new OpenOffer(D, List.of(), Window.until(NOON), NEW_SECRET),
                new OpenOffer(D, List.of(EDIT), Window.until(NOON), NEW_SECRET),
                new CloseOffer(D),
                new AcceptOffer(D, V, CODE),
                new AcceptOffer(D, V, NEW_SECRET),
                new CreateClaim(D, V, null),
                new SetClaimCeiling(D, V, List.of()),
                new SetClaimCeiling(D, V, List.of(EDIT)),
                new EndClaim(D, V));
    }

    private void links() {
        add(
                new CreateLink(NEW, D, LinkMode.READ),
                new CreateLink(NEW, D, LinkMode.WRITE),
                new SuspendLink(L, true),
                new SuspendLink(L, false),
                new DeleteLink(L),
                new CreateToken(L, NEW_SECRET, null, Window.ALWAYS),
                new CreateToken(L, NEW_SECRET, null, Window.until(NOON)),
                new RevokeToken(LINK_TOKEN));
    }

    private void organizations() {
        for (List<Permission> permissions :
                List.of(List.<Permission>of(), List.of(ADMINS), List.of(ADMINS, WORKSPACES))) {
            add(new AddAdmin(O, R, permissions), new SetAdmin(O, P, permissions), new SetAdmin(O, Q, permissions));
        }
        for (PrincipalId user : List.of(P, Q, R)) {
            add(new RemoveAdmin(O, user), new TransferOwnership(O, user));
        }
        add(
                new AddAdmin(O, Q, List.of()),
                new CreateWorkspace(new WorkspaceId("x"), O, null, null),
                new CreateWorkspace(new WorkspaceId("x"), null, null, null),
                new EditWorkspace(W, "name", null));
    }

    /** What no principal may do. */
    private void hosts() {
        add(
                new SuspendWorkspace(W, true),
                new MoveWorkspace(W, null),
                new DeleteWorkspace(V),
                new CreateOrganization(new OrganizationId("x"), P, null),
                new RenameOrganization(O, "name"),
                new DeleteOrganization(O),
                new CreateUser(NEW, null, null),
                new EditUser(P, "p@x", null),
                new SuspendUser(Q, true),
                new DeleteUser(R),
                new ChangeCatalogue(CATALOGUE),
                new Purge(NOON));
    }
}
