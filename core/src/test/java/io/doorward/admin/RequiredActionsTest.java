package io.doorward.admin;

import static io.doorward.admin.Trying.LATER;
import static io.doorward.admin.Trying.NOON;
import static io.doorward.admin.Trying.as;
import static io.doorward.admin.Trying.secret;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Access;
import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ApiUserChange.DeleteApiUser;
import io.doorward.change.ApiUserChange.RenameApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException.Kind;
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
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of what each change takes, row by row, in a catalogue in which every action needs a permission of its own: the
 * change is allowed with that one alone, and with all others, or with that one in another workspace, it is not.
 */
class RequiredActionsTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final WorkspaceId OTHER = new WorkspaceId("other");
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final PrincipalId BOB = new PrincipalId("bob");
    private static final PrincipalId EVE = new PrincipalId("eve");
    private static final PrincipalId ROBOT = new PrincipalId("robot");
    private static final PrincipalId LINK = new PrincipalId("link");
    private static final DeviceId HALL = new DeviceId("hall");
    private static final DeviceId YARD = new DeviceId("yard");
    private static final DeviceId LENT = new DeviceId("lent");
    private static final DeviceId BORROWED = new DeviceId("borrowed");
    private static final ProductId METER = new ProductId("meter");
    private static final ProductId SPARE = new ProductId("spare");
    private static final TeamId NIGHT = new TeamId("night");
    private static final TeamId DAY = new TeamId("day");
    private static final TeamId INNER = new TeamId("inner");
    private static final Holder MEMBER = Holder.member("bob");
    private static final Holder TEAM = Holder.team("night");
    private static final Window HOUR = Window.until(LATER);

    /** The actions of the table, each with the scope of what it needs. */
    private static final List<String> NEED_WORKSPACE = List.of(
            "workspace.manage_members",
            "workspace.manage_teams",
            "workspace.manage_api_users",
            "workspace.create_device",
            "workspace.edit_products",
            "workspace.edit",
            "workspace.claim_device",
            "workspace.release_claim",
            "device.manage_access",
            "device.delete",
            "device.move",
            "device.claim_out",
            "device.unclaim");

    private static final List<String> NEED_DEVICE = List.of("device.edit", "device.manage_public_links");
    private static final List<String> NEED_ORGANIZATION =
            List.of("organization.manage_admins", "organization.create_workspace");

    /** A line of the table: a change and the action that it takes. */
    record Line(String action, Change change) {}

    private static Stream<Line> lines(String action, Change... changes) {
        return Stream.of(changes).map(change -> new Line(action, change));
    }

    static Stream<Line> inWorkspaces() {
        return Stream.of(
                        lines(
                                "workspace.manage_members",
                                new AddMember(PLANT, EVE, Access.NONE, Window.ALWAYS),
                                new SetMemberPermissions(PLANT, BOB, List.of()),
                                new SetMemberWindow(PLANT, BOB, HOUR),
                                new RemoveMember(PLANT, BOB),
                                new InviteMember(PLANT, "y@example.org", Access.NONE, Window.ALWAYS),
                                new WithdrawInvite(PLANT, "x@example.org"),
                                new GrantProduct(PLANT, MEMBER, SPARE, List.of(), Window.ALWAYS),
                                new RevokeProduct(PLANT, MEMBER, METER),
                                new GrantAllDevices(PLANT, MEMBER, List.of(), HOUR),
                                new RevokeAllDevices(PLANT, MEMBER)),
                        lines(
                                "device.manage_access",
                                new GrantDevice(PLANT, MEMBER, YARD, List.of(), Window.ALWAYS),
                                new GrantDevice(PLANT, MEMBER, BORROWED, List.of(), Window.ALWAYS),
                                new GrantDevice(PLANT, MEMBER, HALL, List.of(), HOUR),
                                new RevokeDevice(PLANT, MEMBER, HALL)),
                        lines(
                                "workspace.manage_teams",
                                new CreateTeam(PLANT, new TeamId("fresh"), null),
                                new RenameTeam(PLANT, NIGHT, "Night"),
                                new DeleteTeam(PLANT, NIGHT),
                                new SetTeamPermissions(PLANT, NIGHT, List.of()),
                                new AddTeamMember(PLANT, DAY, BOB, Window.ALWAYS),
                                new SetTeamMemberWindow(PLANT, NIGHT, BOB, HOUR),
                                new RemoveTeamMember(PLANT, NIGHT, BOB),
                                new NestTeam(PLANT, DAY, INNER),
                                new UnnestTeam(PLANT, NIGHT, INNER),
                                new GrantDevice(PLANT, TEAM, YARD, List.of(), Window.ALWAYS),
                                new RevokeDevice(PLANT, TEAM, HALL),
                                new GrantProduct(PLANT, TEAM, SPARE, List.of(), Window.ALWAYS),
                                new RevokeProduct(PLANT, TEAM, METER),
                                new GrantAllDevices(PLANT, TEAM, List.of(), HOUR),
                                new RevokeAllDevices(PLANT, TEAM)),
                        lines(
                                "workspace.manage_api_users",
                                new CreateApiUser(PLANT, new PrincipalId("fresh"), null, Access.NONE, Window.ALWAYS),
                                new RenameApiUser(ROBOT, "Robot"),
                                new SuspendApiUser(ROBOT, true),
                                new SuspendApiUser(new PrincipalId("sleeper"), false),
                                new DeleteApiUser(ROBOT),
                                new CreateToken(ROBOT, secret("fresh"), null, Window.ALWAYS),
                                new RotateToken(secret("robot"), secret("fresh"), Window.ALWAYS, LATER),
                                new RevokeToken(secret("robot"))),
                        lines(
                                "workspace.create_device",
                                new CreateDevice(PLANT, new DeviceId("fresh"), null, null, List.of())),
                        lines(
                                "device.delete",
                                new DeleteDevice(HALL),
                                new SuspendDevice(HALL, true),
                                new SuspendDevice(new DeviceId("asleep"), false)),
                        lines("device.edit", new RenameDevice(HALL, "Hall"), new TagDevice(HALL, List.of("big"))),
                        lines(
                                "workspace.edit_products",
                                new SetDeviceProduct(HALL, null),
                                new SetDeviceProduct(YARD, METER),
                                new CreateProduct(PLANT, new ProductId("fresh"), null),
                                new RenameProduct(PLANT, METER, "Meter"),
                                new DeleteProduct(PLANT, SPARE)),
                        lines("workspace.edit", new EditWorkspace(PLANT, "Plant", "plant")),
                        lines(
                                "device.claim_out",
                                new OpenOffer(HALL, List.of(device("view")), Window.ALWAYS, secret("fresh")),
                                new CloseOffer(YARD)),
                        lines(
                                "workspace.claim_device",
                                new AcceptOffer(new DeviceId("offered"), PLANT, secret("offered"))),
                        lines("device.unclaim", new EndClaim(LENT, OTHER), new SetClaimCeiling(LENT, OTHER, List.of())),
                        lines("workspace.release_claim", new EndClaim(BORROWED, PLANT)),
                        lines(
                                "device.manage_public_links",
                                new CreateLink(new PrincipalId("fresh"), HALL, LinkMode.READ),
                                new SuspendLink(LINK, true),
                                new SuspendLink(new PrincipalId("sleeping-link"), false),
                                new DeleteLink(LINK),
                                new CreateToken(LINK, secret("fresh"), null, Window.ALWAYS),
                                new RotateToken(secret("link"), secret("fresh"), Window.ALWAYS, LATER),
                                new RevokeToken(secret("link"))))
                .flatMap(one -> one);
    }

    static Stream<Line> inOrganizations() {
        return Stream.concat(
                lines(
                        "organization.manage_admins",
                        new AddAdmin(ACME, EVE, List.of()),
                        new SetAdmin(ACME, BOB, List.of()),
                        new RemoveAdmin(ACME, BOB)),
                lines(
                        "organization.create_workspace",
                        new CreateWorkspace(new WorkspaceId("fresh"), ACME, null, null)));
    }

    static Stream<Change> ofTheHost() {
        return Stream.of(
                new CreateUser(new PrincipalId("fresh"), null, null),
                new EditUser(BOB, null, "Bob"),
                new EditUser(new PrincipalId("root"), null, "Root"),
                new SuspendUser(BOB, true),
                new DeleteUser(BOB),
                new DeleteUser(new PrincipalId("root")),
                new SuspendWorkspace(PLANT, true),
                new MoveWorkspace(PLANT, null),
                new DeleteWorkspace(PLANT),
                new CreateWorkspace(new WorkspaceId("fresh"), null, null, null),
                new CreateOrganization(new OrganizationId("fresh"), new PrincipalId("root"), null),
                new RenameOrganization(ACME, "Acme"),
                new DeleteOrganization(ACME),
                new CreateClaim(HALL, OTHER, null),
                new AcceptInvite(PLANT, "x@example.org", EVE),
                new ChangeCatalogue(Catalogue.defaults()),
                new Purge(NOON));
    }

    // What somebody holds

    private static String needOf(String action) {
        return action.substring(action.indexOf('.') + 1);
    }

    /** Every action of the table but one, which a test may define in another way. */
    private static Catalogue catalogue(String except, Consumer<Catalogue.Builder> instead) {
        Catalogue.Builder catalogue = Catalogue.builder()
                .devicePermission("view")
                .defaultCeiling("view")
                .publicLinks(LinkMode.READ, "view")
                .publicLinks(LinkMode.WRITE, "view");
        for (String action : NEED_ORGANIZATION) {
            catalogue.organizationPermission(needOf(action));
        }
        for (String action : NEED_WORKSPACE) {
            catalogue.workspacePermission(needOf(action));
        }
        for (String action : NEED_DEVICE) {
            catalogue.devicePermission(needOf(action));
        }
        Predicate<String> kept = action -> !action.equals(except);
        NEED_ORGANIZATION.stream()
                .filter(kept)
                .forEach(action -> catalogue.organizationAction(action, one -> one.organization(needOf(action))));
        NEED_WORKSPACE.stream().filter(kept).forEach(action -> {
            if (action.startsWith("device.")) {
                catalogue.deviceAction(action, one -> one.workspace(needOf(action)));
            } else {
                catalogue.workspaceAction(action, one -> one.workspace(needOf(action)));
            }
        });
        NEED_DEVICE.stream()
                .filter(kept)
                .forEach(action -> catalogue.deviceAction(action, one -> one.device(needOf(action))));
        if (kept.test("organization.transfer_ownership")) {
            catalogue.organizationAction("organization.transfer_ownership", one -> one.ownerOnly());
        }
        instead.accept(catalogue);
        return catalogue.build();
    }

    private static Catalogue whole() {
        return catalogue("", builder -> {});
    }

    private static Permission device(String name) {
        return held(whole().device().list(), name::equals).get(0);
    }

    private static List<Permission> held(List<Permission> all, Predicate<String> names) {
        return all.stream().filter(permission -> names.test(permission.name())).toList();
    }

    /** A member and a team of the plant hold nothing but bare grants; ada holds what a test says, here and in the other. */
    private static Trying site(
            Catalogue catalogue, Predicate<String> inPlant, Predicate<String> inOther, Predicate<String> inAcme) {
        PolicyBuilder policy = Policy.builder().catalogue(catalogue);
        List.of("ada", "bob", "eve", "root").forEach(policy::user);
        policy.organization("acme", acme -> acme.owner("root")
                .admin("ada", held(catalogue.organization().list(), inAcme).toArray(Permission[]::new))
                .admin("bob"));
        policy.organization("else", other -> other.owner("eve")
                .admin(
                        "ada",
                        held(catalogue.organization().list(), name -> !inAcme.test(name))
                                .toArray(Permission[]::new)));
        policy.workspace("plant", plant -> plant.organization("acme")
                .product("meter")
                .product("spare")
                .device("hall", hall -> hall.product("meter"))
                .device("yard")
                .device("lent")
                .device("asleep", asleep -> asleep.suspended(true))
                .offer("yard", secret("code"), offer -> {})
                .claim("borrowed", claim -> claim.ceiling(catalogue.device().list()))
                .apiUser("robot", robot -> robot.token(secret("robot")))
                .apiUser("sleeper", sleeper -> sleeper.suspended(true))
                .member("ada", ada -> ada.permissions(held(catalogue.workspace().list(), inPlant))
                        .allDevices(
                                held(
                                        catalogue.device().list(),
                                        name -> name.equals("view") || inPlant.test("on " + name)),
                                window -> {}))
                .member("bob", bob -> bob.allDevices().product("meter").device("hall"))
                .team("night", night -> night.member("bob")
                        .team("inner")
                        .allDevices()
                        .product("meter")
                        .device("hall"))
                .team("day", day -> {})
                .team("inner", inner -> {})
                .invite("x@example.org", invite -> {}));
        policy.workspace("other", other -> other.device("borrowed")
                .device("offered")
                .offer("offered", secret("offered"), offer -> {})
                .claim("lent", claim -> claim.ceiling(catalogue.device().list()))
                .member("ada", ada -> ada.permissions(held(catalogue.workspace().list(), inOther))
                        .allDevices(
                                held(catalogue.device().list(), name -> inOther.test("on " + name)), window -> {})));
        policy.publicLink(
                "link", link -> link.device("hall").mode(LinkMode.READ).token(secret("link")));
        policy.publicLink(
                "sleeping-link", link -> link.device("hall").mode(LinkMode.READ).suspended(true));
        return Trying.on(policy);
    }

    /** The need of an action as a test names what is held: on devices, or in the workspace. */
    private static Predicate<String> exactly(String action) {
        return (NEED_DEVICE.contains(action) ? "on " + needOf(action) : needOf(action))::equals;
    }

    private static boolean nothing(String name) {
        return name.isEmpty();
    }

    // The table

    @ParameterizedTest
    @MethodSource("inWorkspaces")
    void theActionInThatWorkspaceIsWhatItTakes(Line line) {
        Predicate<String> need = exactly(line.action());
        site(whole(), need, RequiredActionsTest::nothing, RequiredActionsTest::nothing)
                .lets("ada", line.change());
        assertThat(site(whole(), need.negate(), RequiredActionsTest::nothing, RequiredActionsTest::nothing)
                        .refusal(as("ada"), Kind.FORBIDDEN, line.change()))
                .singleElement()
                .asString()
                .contains(line.action());
        assertThat(site(whole(), RequiredActionsTest::nothing, need, RequiredActionsTest::nothing)
                        .refusal(as("ada"), Kind.FORBIDDEN, line.change()))
                .singleElement()
                .asString()
                .contains(line.action());
    }

    @ParameterizedTest
    @MethodSource("inOrganizations")
    void theActionInThatOrganizationIsWhatItTakes(Line line) {
        Predicate<String> need = exactly(line.action());
        site(whole(), RequiredActionsTest::nothing, RequiredActionsTest::nothing, need)
                .lets("ada", line.change());
        assertThat(site(whole(), RequiredActionsTest::nothing, RequiredActionsTest::nothing, need.negate())
                        .refusal(as("ada"), Kind.FORBIDDEN, line.change()))
                .singleElement()
                .asString()
                .contains(line.action());
    }

    @Test
    void movingADeviceTakesTwoActionsAndAllOfIt() {
        MoveDevice move = new MoveDevice(HALL, OTHER, null);
        Predicate<String> here = name -> name.equals("move") || name.startsWith("on ");
        Predicate<String> there = "create_device"::equals;
        site(whole(), here, there, RequiredActionsTest::nothing).lets("ada", move);
        assertThat(site(whole(), here, there.negate(), RequiredActionsTest::nothing)
                        .refusal(as("ada"), Kind.FORBIDDEN, move))
                .containsExactly("You need workspace.create_device in workspace \"other\".");
        assertThat(site(whole(), name -> !name.equals("move"), there, RequiredActionsTest::nothing)
                        .refusal(as("ada"), Kind.FORBIDDEN, move))
                .containsExactly("You need device.move on device \"hall\" in the workspace that owns it.");
        assertThat(site(whole(), "move"::equals, there, RequiredActionsTest::nothing)
                        .refusal(as("ada"), Kind.FORBIDDEN, move))
                .singleElement()
                .asString()
                .contains("edit, manage_public_links on device \"hall\"");
    }

    @Test
    void aDeviceIsEditedFromAnyWorkspaceInWhichItIs() {
        for (Change change : List.of(new RenameDevice(BORROWED, "Ours"), new TagDevice(BORROWED, List.of("big")))) {
            Predicate<String> edit = "on edit"::equals;
            site(whole(), edit, RequiredActionsTest::nothing, RequiredActionsTest::nothing)
                    .lets("ada", change);
            site(whole(), RequiredActionsTest::nothing, edit, RequiredActionsTest::nothing)
                    .lets("ada", change);
            site(whole(), edit.negate(), edit.negate(), RequiredActionsTest::nothing)
                    .forbids("ada", change, "You need device.edit on device \"borrowed\".");
        }
    }

    @Test
    void onlyTheOwnerGivesAnOrganizationAway() {
        TransferOwnership transfer = new TransferOwnership(ACME, BOB);
        Trying site = site(whole(), RequiredActionsTest::nothing, RequiredActionsTest::nothing, name -> true);
        site.lets("root", transfer);
        site.forbids("ada", transfer, "You need organization.transfer_ownership in organization \"acme\".");
    }

    @Test
    void whoCreatesAWorkspaceGetsAllOfIt() {
        WorkspaceId fresh = new WorkspaceId("fresh");
        Policy after = site(
                        whole(), RequiredActionsTest::nothing, RequiredActionsTest::nothing, "create_workspace"::equals)
                .lets("ada", new CreateWorkspace(fresh, ACME, null, null))
                .policy();
        var row = after.workspaces().get(fresh).members().get(new PrincipalId("ada"));
        assertThat(row.rights().permissions().names()).hasSize(NEED_WORKSPACE.size());
        assertThat(Holding.of(new PrincipalId("ada"), after.workspaces().get(fresh), after)
                        .onAllDevices()
                        .at(NOON)
                        .names())
                .hasSize(NEED_DEVICE.size() + 1);
    }

    @ParameterizedTest
    @MethodSource("ofTheHost")
    void theRestIsTheHostsEvenForTheOwner(Change change) {
        site(whole(), RequiredActionsTest::nothing, RequiredActionsTest::nothing, RequiredActionsTest::nothing)
                .forbids("root", change, "This change is the host's alone; ask for it there.");
    }

    // Catalogues in which an action cannot be asked for

    static Stream<Line> all() {
        return Stream.of(
                        inWorkspaces(),
                        inOrganizations(),
                        lines("organization.transfer_ownership", new TransferOwnership(ACME, BOB)),
                        lines("device.move", new MoveDevice(HALL, PLANT, null)))
                .flatMap(one -> one);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anActionThatNobodyCanBeAskedForLeavesItToTheHost(Line line) {
        String action = line.action();
        List<Catalogue> without = List.of(
                catalogue(action, builder -> {}),
                catalogue(action, builder -> {
                    if (action.startsWith("device.")) {
                        builder.deviceAction(action, one -> {});
                    } else if (action.startsWith("workspace.")) {
                        builder.workspaceAction(action, one -> {});
                    } else {
                        builder.organizationAction(action, one -> {});
                    }
                }),
                catalogue(action, builder -> {
                    if (action.startsWith("workspace.")) {
                        builder.organizationAction(action, one -> one.organization("manage_admins"));
                    } else {
                        builder.workspaceAction(action, one -> one.workspace("edit"));
                    }
                }));
        for (Catalogue catalogue : without) {
            Trying site = site(catalogue, name -> true, RequiredActionsTest::nothing, name -> true);
            for (String who : List.of("root", "ada")) {
                assertThat(site.refusal(as(who), Kind.FORBIDDEN, line.change()))
                        .singleElement()
                        .asString()
                        .contains(action);
            }
        }
    }

    // A device that is suspended

    private static Trying suspended() {
        PolicyBuilder policy = Policy.builder().catalogue(whole());
        List.of("root", "bob").forEach(policy::user);
        policy.organization("acme", acme -> acme.owner("root"));
        policy.workspace("plant", plant -> plant.organization("acme")
                .device("hall", hall -> hall.suspended(true))
                .offer("hall", secret("code"), offer -> {})
                .member("bob", bob -> bob.device("hall")));
        policy.workspace("other", other -> other.organization("acme").claim("hall"));
        policy.publicLink(
                "link", link -> link.device("hall").mode(LinkMode.READ).token(secret("link")));
        policy.publicLink(
                "sleeping-link", link -> link.device("hall").mode(LinkMode.READ).suspended(true));
        return Trying.on(policy);
    }

    static Stream<Change> takingAway() {
        return Stream.of(
                new SuspendDevice(HALL, false),
                new DeleteDevice(HALL),
                new RevokeDevice(PLANT, MEMBER, HALL),
                new GrantDevice(PLANT, MEMBER, HALL, List.of(), HOUR),
                new CloseOffer(HALL),
                new EndClaim(HALL, OTHER),
                new SetClaimCeiling(HALL, OTHER, List.of()),
                new SuspendLink(LINK, true),
                new DeleteLink(LINK),
                new RevokeToken(secret("link")));
    }

    static Stream<Change> giving() {
        return Stream.of(
                new RenameDevice(HALL, "Hall"),
                new TagDevice(HALL, List.of()),
                new MoveDevice(HALL, OTHER, null),
                new GrantDevice(PLANT, MEMBER, HALL, List.of(device("view")), Window.ALWAYS),
                new OpenOffer(HALL, null, Window.ALWAYS, secret("fresh")),
                new CreateLink(new PrincipalId("fresh"), HALL, LinkMode.READ),
                new SuspendLink(new PrincipalId("sleeping-link"), false),
                new CreateToken(LINK, secret("fresh"), null, Window.ALWAYS),
                new RotateToken(secret("link"), secret("fresh"), Window.ALWAYS, LATER));
    }

    @ParameterizedTest
    @MethodSource("takingAway")
    void whatOnlyTakesAwayIsOpenOnASuspendedDevice(Change change) {
        suspended().lets("root", change);
    }

    @ParameterizedTest
    @MethodSource("giving")
    void whatGivesIsNotOpenOnASuspendedDevice(Change change) {
        assertThat(suspended().refusal(as("root"), Kind.FORBIDDEN, change)).hasSize(1);
    }
}
