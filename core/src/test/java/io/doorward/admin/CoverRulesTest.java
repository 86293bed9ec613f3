package io.doorward.admin;

import static io.doorward.admin.Trying.LATER;
import static io.doorward.admin.Trying.NOON;
import static io.doorward.admin.Trying.as;
import static io.doorward.admin.Trying.secret;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.EDIT_PRODUCT;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static io.doorward.permission.WorkspacePermissions.BASICS;
import static io.doorward.permission.WorkspacePermissions.DEVICES;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Access;
import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.change.DeviceChange.SetDeviceProduct;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.GrantProduct;
import io.doorward.change.GrantSpec;
import io.doorward.change.Holder;
import io.doorward.change.LinkChange.CreateLink;
import io.doorward.change.LinkChange.SuspendLink;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.TeamChange.AddTeamMember;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.TeamChange.NestTeam;
import io.doorward.change.TeamChange.SetTeamMemberWindow;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.LinkMode;
import io.doorward.permission.OrganizationPermissions;
import io.doorward.permission.Permission;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** No escalation: what the rows give that a change writes, those of its maker must cover. One test for each sentence. */
class CoverRulesTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final PrincipalId BOB = new PrincipalId("bob");
    private static final DeviceId HALL = new DeviceId("hall");

    /** A plant with a device of the product "meter", of which bob is a member who holds nothing; more is said by a test. */
    private static Trying plant(Consumer<WorkspaceBuilder> more) {
        PolicyBuilder policy = Policy.builder();
        List.of("ada", "bob", "eve", "root").forEach(policy::user);
        policy.organization("acme", organization -> organization.owner("root"));
        policy.workspace("plant", plant -> {
            plant.organization("acme")
                    .product("meter")
                    .product("valve")
                    .device("hall", device -> device.product("meter"))
                    .device("yard")
                    .member("bob");
            more.accept(plant);
        });
        policy.workspace("other", other -> other.member("ada", ada -> ada.permissions(MEMBERS, DEVICES)));
        return Trying.on(policy);
    }

    private static Trying withAda(Permission... permissions) {
        return plant(plant -> plant.member("ada", ada -> ada.permissions(permissions)));
    }

    private static Change grant(String holder, Permission... permissions) {
        return new GrantDevice(PLANT, Holder.member(holder), HALL, List.of(permissions), Window.ALWAYS);
    }

    private static String need(String what, String to) {
        return "You need " + what + " in workspace \"plant\", at 2026-07-01T12:00:00Z too, to give it to " + to + ".";
    }

    @Test
    void aWorkspacePermissionMustBeHeldByWhoGivesIt() {
        withAda(MEMBERS, RULES).lets("ada", new SetMemberPermissions(PLANT, BOB, List.of(RULES)));
        withAda(MEMBERS)
                .forbids(
                        "ada",
                        new SetMemberPermissions(PLANT, BOB, List.of(RULES, MEMBERS)),
                        need("rules", "member \"bob\""));
    }

    @Test
    void nobodyGivesHimselfMore() {
        withAda(MEMBERS)
                .forbids(
                        "ada",
                        new SetMemberPermissions(PLANT, new PrincipalId("ada"), List.of(MEMBERS, RULES)),
                        need("rules", "member \"ada\""));
        withAda(MEMBERS).forbids("ada", grant("ada"), need("view on device \"hall\"", "member \"ada\""));
    }

    @Test
    void theOwnerOfTheOrganizationCoversEverythingWithoutEnd() {
        withAda()
                .lets(
                        "root",
                        new SetMemberPermissions(PLANT, BOB, List.of(RULES)),
                        new GrantAllDevices(PLANT, Holder.member("bob"), List.of(EDIT_PRODUCT), Window.ALWAYS));
    }

    @Test
    void anAllDevicesRowCoversEverythingOnDevices() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS).allDevices(EDIT_BASICS)))
                .lets(
                        "ada",
                        grant("bob", EDIT_BASICS),
                        new GrantProduct(PLANT, Holder.member("bob"), new ProductId("valve"), List.of(), Window.ALWAYS),
                        new GrantAllDevices(PLANT, Holder.member("bob"), List.of(VIEW), Window.ALWAYS));
    }

    @Test
    void aProductRowCoversThatProductAndDevicesThatHaveItNow() {
        Trying site = plant(
                plant -> plant.member("ada", ada -> ada.permissions(MEMBERS).product("meter", EDIT_BASICS)));
        site.lets(
                "ada",
                grant("bob", EDIT_BASICS),
                new GrantProduct(PLANT, Holder.member("bob"), new ProductId("meter"), List.of(), Window.ALWAYS));
        site.forbids(
                "ada",
                new GrantDevice(PLANT, Holder.member("bob"), new DeviceId("yard"), List.of(), Window.ALWAYS),
                need("view on device \"yard\"", "member \"bob\""));
        site.forbids(
                "ada",
                new GrantProduct(PLANT, Holder.member("bob"), new ProductId("valve"), List.of(), Window.ALWAYS),
                need("view on product \"valve\"", "member \"bob\""));
    }

    @Test
    void deviceRowsNeverAddUpToMore() {
        Trying site = plant(plant -> plant.member(
                "ada",
                ada -> ada.permissions(MEMBERS).device("hall", EDIT_BASICS).device("yard", EDIT_BASICS)));
        site.lets("ada", grant("bob", EDIT_BASICS));
        site.forbids(
                "ada",
                new GrantProduct(PLANT, Holder.member("bob"), new ProductId("meter"), List.of(), Window.ALWAYS),
                need("view on product \"meter\"", "member \"bob\""));
        site.forbids(
                "ada",
                new GrantAllDevices(PLANT, Holder.member("bob"), List.of(), Window.ALWAYS),
                need("view on all devices", "member \"bob\""));
    }

    @Test
    void theBareRelationshipIsARightToo() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS).expiresAt(LATER)))
                .lets("ada", new AddMember(PLANT, new PrincipalId("eve"), Access.NONE, Window.until(LATER)));
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS).expiresAt(LATER)))
                .forbids(
                        "ada",
                        new AddMember(PLANT, new PrincipalId("eve"), Access.NONE, Window.ALWAYS),
                        "You need a membership in workspace \"plant\", at 2026-07-01T13:00:00Z too, to give it to"
                                + " member \"eve\".");
    }

    @Test
    void unionsOfWindowsCount() {
        Trying site = plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS)
                        .device("hall", List.of(EDIT_BASICS), window -> window.expiresAt(LATER)))
                .team("second", team -> team.member("ada")
                        .device("hall", List.of(EDIT_BASICS), window -> window.notBefore(LATER))));
        site.lets("ada", grant("bob", EDIT_BASICS));
    }

    @Test
    void aNanosecondBetweenTwoWindowsIsNotCovered() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS)
                                .device("hall", List.of(EDIT_BASICS), window -> window.expiresAt(LATER)))
                        .team("second", team -> team.member("ada")
                                .device("hall", List.of(EDIT_BASICS), window -> window.notBefore(LATER.plusNanos(1)))))
                .forbids(
                        "ada",
                        grant("bob", EDIT_BASICS),
                        "You need view, edit_basics on device \"hall\" in workspace \"plant\", at"
                                + " 2026-07-01T13:00:00Z too, to give it to member \"bob\".");
    }

    @Test
    void aRowIsCutToTheWindowThroughWhichItReachesItsHolder() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS))
                        .team("night", team -> team.member("ada", window -> window.expiresAt(LATER))
                                .permissions(RULES)))
                .forbids(
                        "ada",
                        new SetMemberPermissions(PLANT, BOB, List.of(RULES)),
                        "You need rules in workspace \"plant\", at 2026-07-01T13:00:00Z too, to give it to member"
                                + " \"bob\".");
    }

    @Test
    void teamRightsMustBeCoveredWithoutEnd() {
        plant(plant -> plant.member(
                                "ada", ada -> ada.permissions(MEMBERS, RULES).expiresAt(LATER))
                        .team("night", team -> {}))
                .forbids(
                        "ada",
                        new SetTeamPermissions(PLANT, new TeamId("night"), List.of(RULES)),
                        "You need rules in workspace \"plant\", at 2026-07-01T13:00:00Z too, to give it to team"
                                + " \"night\".");
    }

    @Test
    void aTeamMembershipCountsAsEveryRowOfTheTeamAndItsOuterTeams() {
        Trying site = plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS))
                .team("inner", team -> {})
                .team("outer", team -> team.team("inner").permissions(RULES)));
        site.forbids(
                "ada",
                new AddTeamMember(PLANT, new TeamId("inner"), BOB, Window.ALWAYS),
                need("rules", "member \"bob\""));
    }

    @Test
    void aNestingCountsAsEveryRowOfTheOuterTeam() {
        Trying site = plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS))
                .team("inner", team -> team.member("ada"))
                .team("outer", team -> team.permissions(RULES)));
        site.forbids(
                "ada", new NestTeam(PLANT, new TeamId("outer"), new TeamId("inner")), need("rules", "team \"inner\""));
    }

    @Test
    void wideningATeamMembershipCounts() {
        Trying site = plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS))
                .team("night", team -> team.permissions(RULES).member("bob", window -> window.expiresAt(LATER))));
        site.forbids(
                "ada",
                new SetTeamMemberWindow(PLANT, new TeamId("night"), BOB, Window.until(LATER.plusNanos(1))),
                "You need rules in workspace \"plant\", at 2026-07-01T13:00:00Z too, to give it to member \"bob\".");
    }

    @Test
    void wideningAMembershipCountsAsEveryRightGrantAndTeamRowBehindIt() {
        Trying site = plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS))
                .member("eve", eve -> eve.permissions(BASICS).device("hall").expiresAt(LATER))
                .team("night", team -> team.permissions(RULES).member("eve")));
        site.forbids(
                "ada",
                new SetMemberWindow(PLANT, new PrincipalId("eve"), Window.ALWAYS),
                "You need basics in workspace \"plant\", at 2026-07-01T13:00:00Z too, to give it to member \"eve\".",
                "You need view on device \"hall\" in workspace \"plant\", at 2026-07-01T13:00:00Z too, to give it to"
                        + " member \"eve\".",
                "You need rules in workspace \"plant\", at 2026-07-01T13:00:00Z too, to give it to member \"eve\".");
    }

    @Test
    void narrowingAWindowNeedsNoCover() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS)).member("eve", eve -> eve.device("hall")))
                .lets("ada", new SetMemberWindow(PLANT, new PrincipalId("eve"), Window.until(LATER)));
    }

    @Test
    void aTokenOfAnApiUserCountsAsEveryRowOfIt() {
        Trying site = plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS))
                .apiUser("robot", robot -> robot.device("hall", RECORD_MEASUREMENTS)
                        .token(secret("old"))));
        String reason = "You need view, record_measurements on device \"hall\" in workspace \"plant\", at"
                + " 2026-07-01T12:00:00Z too, to give it to API user \"robot\".";
        site.forbids("ada", new CreateToken(new PrincipalId("robot"), secret("new"), null, Window.ALWAYS), reason);
        site.forbids("ada", new RotateToken(secret("old"), secret("new"), Window.ALWAYS, LATER), reason);
    }

    @Test
    void aTokenCountsWithinItsWindow() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS).expiresAt(LATER))
                        .apiUser("robot"))
                .lets("ada", new CreateToken(new PrincipalId("robot"), secret("new"), null, Window.until(LATER)));
    }

    @Test
    void liftingTheSuspensionOfAnApiUserCountsAsEveryRowOfIt() {
        Trying site = plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS))
                .apiUser("robot", robot -> robot.suspended(true).permissions(RULES)));
        site.forbids("ada", new SuspendApiUser(new PrincipalId("robot"), false), need("rules", "API user \"robot\""));
    }

    @Test
    void anApiUserMadeWithoutAMembershipWindowMustBeCoveredWithoutEnd() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS).expiresAt(LATER)))
                .forbids(
                        "ada",
                        new CreateApiUser(PLANT, new PrincipalId("robot"), null, Access.NONE, Window.ALWAYS),
                        "You need a membership in workspace \"plant\", at 2026-07-01T13:00:00Z too, to give it to"
                                + " member \"robot\".");
    }

    @Test
    void anInviteIsARowLikeAMembership() {
        withAda(MEMBERS)
                .forbids(
                        "ada",
                        new InviteMember(
                                PLANT, "x@example.org", Access.of(RULES).device("hall"), Window.ALWAYS),
                        need("rules", "the invited \"x@example.org\""),
                        need("view on device \"hall\"", "the invited \"x@example.org\""));
    }

    @Test
    void theWindowOfAGrantIsPartOfIt() {
        GrantSpec hour = new GrantSpec(List.of(), Window.of(NOON, LATER));
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS)
                        .device("hall", List.of(), window -> window.expiresAt(LATER))))
                .lets("ada", new InviteMember(PLANT, "x@example.org", Access.NONE.device(HALL, hour), Window.ALWAYS));
    }

    @Test
    void whatCountsIsWhatTheNewRowsGiveThatTheOldDidNot() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS))
                        .member("eve", eve -> eve.permissions(RULES, BASICS)))
                .lets("root", new SetMemberPermissions(PLANT, new PrincipalId("eve"), List.of(RULES)));
        plant(plant -> plant.member("ada", ada -> ada.permissions(MEMBERS, RULES, BASICS))
                        .member("eve", eve -> eve.device("hall", EDIT_BASICS)))
                .lets("ada", new SetMemberPermissions(PLANT, new PrincipalId("eve"), List.of(RULES)));
    }

    @Test
    void suspensionsDoNotExcuseARow() {
        PolicyBuilder policy = Policy.builder().user("ada").user("bob", bob -> bob.suspended(true));
        policy.workspace("plant", plant -> plant.device("hall", device -> device.suspended(true))
                .member("ada", ada -> ada.permissions(MEMBERS))
                .member("bob"));
        Trying.on(policy)
                .forbids("ada", new SetMemberPermissions(PLANT, BOB, List.of(RULES)), need("rules", "member \"bob\""));
    }

    @Test
    void aLinkCountsAsAGrantOfItsModeWithoutEnd() {
        Trying site = plant(
                plant -> plant.member("ada", ada -> ada.permissions(MEMBERS).device("hall", EDIT_BASICS)));
        site.lets("ada", new CreateLink(new PrincipalId("link"), HALL, LinkMode.READ));
        site.forbids(
                "ada",
                new CreateLink(new PrincipalId("link"), HALL, LinkMode.WRITE),
                need("record_measurements on device \"hall\"", "public link \"link\""));
    }

    @Test
    void liftingTheSuspensionOfALinkCounts() {
        PolicyBuilder policy = Policy.builder().user("ada");
        policy.workspace("plant", plant -> plant.device("hall")
                .member("ada", ada -> ada.permissions(MEMBERS).device("hall", EDIT_BASICS)));
        policy.publicLink(
                "link", link -> link.device("hall").mode(LinkMode.WRITE).suspended(true));
        Trying.on(policy)
                .forbids(
                        "ada",
                        new SuspendLink(new PrincipalId("link"), false),
                        need("record_measurements on device \"hall\"", "public link \"link\""));
    }

    @Test
    void anOffersCeilingLiesWithinItsOpenersRights() {
        Trying site = plant(
                plant -> plant.member("ada", ada -> ada.permissions(DEVICES).device("hall", EDIT_BASICS)));
        site.lets("ada", new OpenOffer(HALL, List.of(EDIT_BASICS), Window.ALWAYS, secret("code")));
        site.forbids(
                "ada",
                new OpenOffer(HALL, null, Window.until(LATER), secret("code")),
                need("record_measurements on device \"hall\"", "whoever accepts the offer of device \"hall\""));
    }

    @Test
    void movingADeviceTakesEveryPermissionOnIt() {
        MoveDevice move = new MoveDevice(HALL, new WorkspaceId("other"), null);
        plant(plant -> plant.member("ada", ada -> ada.permissions(DEVICES)
                        .allDevices(EDIT_BASICS, EDIT_PRODUCT, RECORD_MEASUREMENTS)))
                .lets("ada", move);
        plant(plant -> plant.member("ada", ada -> ada.permissions(DEVICES).allDevices(EDIT_BASICS)))
                .forbids(
                        "ada",
                        move,
                        need("edit_product, record_measurements on device \"hall\"", "workspace \"other\""));
    }

    @Test
    void aNewProductCountsAsWritingAllThatItsGrantsGiveOnTheDevice() {
        Trying site = plant(
                plant -> plant.member("ada", ada -> ada.permissions(DEVICES).product("valve", EDIT_BASICS))
                        .team("valves", team -> team.product("valve", RECORD_MEASUREMENTS)));
        site.forbids(
                "ada",
                new SetDeviceProduct(HALL, new ProductId("valve")),
                need("view, edit_basics on device \"hall\"", "member \"ada\""),
                need("view, record_measurements on device \"hall\"", "team \"valves\""));
        site.lets("ada", new SetDeviceProduct(HALL, null));
    }

    @Test
    void whatFlowsToANewDeviceIsGivenByThoseWhoMadeTheGrants() {
        plant(plant -> plant.member("ada", ada -> ada.permissions(DEVICES))
                        .member("eve", eve -> eve.allDevices(EDIT_PRODUCT).product("valve", EDIT_BASICS)))
                .lets("ada", new CreateDevice(PLANT, new DeviceId("new"), new ProductId("valve"), null, List.of()));
    }

    @Test
    void whoCreatesADeviceGetsAGrantOnItThatNeedsNoCover() {
        Policy after = withAda(DEVICES)
                .lets("ada", new CreateDevice(PLANT, new DeviceId("new"), null, null, List.of()))
                .policy();
        Workspace plant = after.workspaces().get(PLANT);
        assertThat(plant.members().get(new PrincipalId("ada")).rights().devices())
                .containsOnlyKeys(new DeviceId("new"));
    }

    @Test
    void theGrantOnADeviceOfOnesOwnCoversNothingElseInTheSet() {
        Change create = new CreateDevice(PLANT, new DeviceId("new"), null, null, List.of());
        Change grant = new GrantDevice(PLANT, Holder.member("bob"), new DeviceId("new"), List.of(), Window.ALWAYS);
        assertThat(withAda(DEVICES, MEMBERS).refusal(as("ada"), Kind.FORBIDDEN, create, grant))
                .containsExactly("/changes/1 " + need("view on device \"new\"", "member \"bob\""));
        withAda(DEVICES, MEMBERS).lets("ada", create).lets("ada", grant);
    }

    @Test
    void inAWorkspaceThatTheSetCreatesItsMakersRowCoversTheRest() {
        PolicyBuilder policy = Policy.builder().user("root").user("ada").user("bob");
        policy.organization(
                "acme",
                organization -> organization.owner("root").admin("ada", OrganizationPermissions.CREATE_WORKSPACES));
        WorkspaceId lab = new WorkspaceId("lab");
        Trying.on(policy)
                .lets(
                        "ada",
                        new CreateWorkspace(lab, new OrganizationId("acme"), null, null),
                        new CreateDevice(lab, new DeviceId("new"), null, null, List.of()),
                        new CreateTeam(lab, new TeamId("all"), null),
                        new SetTeamPermissions(lab, new TeamId("all"), List.of(RULES)),
                        new AddMember(lab, BOB, Access.of(MEMBERS).device("new", EDIT_PRODUCT), Window.ALWAYS),
                        new OpenOffer(new DeviceId("new"), null, Window.ALWAYS, secret("code")));
    }

    @Test
    void organizationPermissionsLikewise() {
        PolicyBuilder policy = Policy.builder().user("root").user("ada").user("bob");
        policy.organization(
                "acme", organization -> organization.owner("root").admin("ada", OrganizationPermissions.MEMBERS));
        OrganizationId acme = new OrganizationId("acme");
        Trying.on(policy).lets("ada", new AddAdmin(acme, BOB, List.of(OrganizationPermissions.MEMBERS)));
        Trying.on(policy)
                .forbids(
                        "ada",
                        new AddAdmin(acme, BOB, List.of(OrganizationPermissions.BILLING)),
                        "You need billing in organization \"acme\" to give it to admin \"bob\".");
    }
}
