package io.doorward.admin;

import static io.doorward.admin.Trying.LATER;
import static io.doorward.admin.Trying.NOON;
import static io.doorward.admin.Trying.as;
import static io.doorward.admin.Trying.secret;
import static io.doorward.permission.WorkspacePermissions.BASICS;
import static io.doorward.permission.WorkspacePermissions.DEVICES;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ApiUserChange.DeleteApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.GrantChange.RevokeAllDevices;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.GrantChange.RevokeProduct;
import io.doorward.change.Holder;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.MemberChange.WithdrawInvite;
import io.doorward.change.OrganizationChange.RemoveAdmin;
import io.doorward.change.OrganizationChange.SetAdmin;
import io.doorward.change.TeamChange.DeleteTeam;
import io.doorward.change.TeamChange.RemoveTeamMember;
import io.doorward.change.TeamChange.SetTeamMemberWindow;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.TeamChange.UnnestTeam;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.model.DeviceId;
import io.doorward.model.MemberBuilder;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.OrganizationPermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Taking away takes the action only, but never against the owner nor against who holds what the maker lacks. */
class TakingAwayTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final PrincipalId ADA = new PrincipalId("ada");
    private static final PrincipalId BOB = new PrincipalId("bob");
    private static final PrincipalId ROOT = new PrincipalId("root");
    private static final PrincipalId ROBOT = new PrincipalId("robot");
    private static final TeamId NIGHT = new TeamId("night");
    private static final TeamId OUTER = new TeamId("outer");
    private static final DeviceId HALL = new DeviceId("hall");
    private static final Window HOUR = Window.until(LATER);

    private static final String LACKS_RULES =
            "You need rules in workspace \"plant\" to take anything from %s, who holds" + " that, now or later.";
    private static final String BOB_HOLDS_RULES = LACKS_RULES.formatted("member \"bob\"");
    private static final String NIGHT_HOLDS_RULES = LACKS_RULES.formatted("team \"night\"");
    private static final String OWNED = "You may not take anything from member \"root\" in workspace \"plant\", whose"
            + " organization that one owns.";

    /** Ada manages members and holds nothing else, on devices neither; bob is as a test says. */
    private static Trying plant(Consumer<MemberBuilder> bob, Consumer<WorkspaceBuilder> more) {
        PolicyBuilder policy = Policy.builder();
        List.of("ada", "bob", "root").forEach(policy::user);
        policy.organization("acme", acme -> acme.owner("root"));
        policy.workspace("plant", plant -> {
            plant.organization("acme")
                    .product("meter")
                    .device("hall")
                    .member("ada", ada -> ada.permissions(MEMBERS, BASICS))
                    .member("bob", row -> {
                        row.allDevices().product("meter").device("hall");
                        bob.accept(row);
                    })
                    .member("root", root -> root.permissions(BASICS)
                            .allDevices()
                            .product("meter")
                            .device("hall"));
            more.accept(plant);
        });
        return Trying.on(policy);
    }

    static Stream<Change> fromAMember(PrincipalId who) {
        Holder holder = Holder.member(who.value());
        return Stream.of(
                new RemoveMember(PLANT, who),
                new SetMemberPermissions(PLANT, who, List.of()),
                new SetMemberWindow(PLANT, who, HOUR),
                new RevokeDevice(PLANT, holder, HALL),
                new RevokeProduct(PLANT, holder, new ProductId("meter")),
                new RevokeAllDevices(PLANT, holder),
                new GrantAllDevices(PLANT, holder, List.of(), HOUR),
                new RemoveTeamMember(PLANT, NIGHT, who),
                new SetTeamMemberWindow(PLANT, NIGHT, who, HOUR));
    }

    static Stream<Change> fromBob() {
        return fromAMember(BOB);
    }

    static Stream<Change> fromTheOwner() {
        return fromAMember(ROOT);
    }

    private static void nightOfBoth(WorkspaceBuilder plant) {
        plant.team("night", night -> night.member("bob").member("root"));
    }

    @ParameterizedTest
    @MethodSource("fromBob")
    void theActionIsEnoughAgainstWhoHoldsNoMore(Change change) {
        plant(bob -> bob.permissions(BASICS), TakingAwayTest::nightOfBoth).lets("ada", change);
    }

    @ParameterizedTest
    @MethodSource("fromTheOwner")
    void nothingIsTakenFromTheOwner(Change change) {
        plant(bob -> {}, TakingAwayTest::nightOfBoth).forbids("ada", change, OWNED);
    }

    @ParameterizedTest
    @MethodSource("fromBob")
    void nothingIsTakenFromAMemberWhoHoldsMore(Change change) {
        plant(bob -> bob.permissions(BASICS, RULES), TakingAwayTest::nightOfBoth)
                .forbids("ada", change, BOB_HOLDS_RULES);
    }

    @ParameterizedTest
    @MethodSource("fromBob")
    void norFromOneWhoHoldsMoreByATeam(Change change) {
        plant(bob -> bob.permissions(BASICS), plant -> {
                    nightOfBoth(plant);
                    plant.team("rulers", rulers -> rulers.permissions(RULES).member("bob"));
                })
                .forbids("ada", change, BOB_HOLDS_RULES);
    }

    @ParameterizedTest
    @MethodSource("fromBob")
    void norFromOneWhoHoldsMoreByAnOuterTeam(Change change) {
        plant(bob -> bob.permissions(BASICS), plant -> {
                    nightOfBoth(plant);
                    plant.team("outer", outer -> outer.permissions(RULES).team("night"));
                })
                .forbids("ada", change, BOB_HOLDS_RULES);
    }

    @ParameterizedTest
    @MethodSource("fromBob")
    void norFromOneWhoWillHoldMore(Change change) {
        plant(bob -> bob.permissions(BASICS), plant -> {
                    nightOfBoth(plant);
                    plant.team("rulers", rulers -> rulers.permissions(RULES)
                            .member("bob", window -> window.notBefore(LATER)));
                })
                .forbids("ada", change, BOB_HOLDS_RULES);
    }

    @Test
    void whatSomebodyHeldOnceProtectsHimNoMore() {
        plant(
                        bob -> bob.permissions(BASICS),
                        plant -> plant.team("rulers", rulers -> rulers.permissions(RULES)
                                .member("bob", window -> window.expiresAt(NOON))))
                .lets("ada", new RemoveMember(PLANT, BOB));
        plant(bob -> bob.permissions(RULES).expiresAt(NOON), plant -> {}).lets("ada", new RemoveMember(PLANT, BOB));
    }

    @Test
    void rightsOnDevicesProtectNobody() {
        plant(bob -> bob.permissions(MEMBERS), plant -> {}).lets("ada", new RemoveMember(PLANT, BOB));
    }

    @Test
    void whatTheMakerWillHoldDoesNotHelpHimNow() {
        plant(
                        bob -> bob.permissions(RULES),
                        plant -> plant.team("rulers", rulers -> rulers.permissions(RULES)
                                .member("ada", window -> window.notBefore(LATER))))
                .forbids("ada", new RemoveMember(PLANT, BOB), BOB_HOLDS_RULES);
        plant(
                        bob -> bob.permissions(RULES),
                        plant -> plant.team(
                                "rulers", rulers -> rulers.permissions(RULES).member("ada")))
                .lets("ada", new RemoveMember(PLANT, BOB));
    }

    @Test
    void theOwnerTakesFromEverybody() {
        plant(bob -> bob.permissions(RULES, DEVICES), plant -> {}).lets("root", new RemoveMember(PLANT, BOB));
    }

    @Test
    void anInviteIsWithdrawnWhateverItPromises() {
        plant(bob -> {}, plant -> plant.invite("x@example.org", invite -> invite.permissions(RULES)))
                .lets("ada", new WithdrawInvite(PLANT, "x@example.org"));
    }

    // Teams

    static Stream<Change> fromTheTeam() {
        Holder night = Holder.team("night");
        return Stream.of(
                new DeleteTeam(PLANT, NIGHT),
                new SetTeamPermissions(PLANT, NIGHT, List.of(RULES)),
                new RevokeDevice(PLANT, night, HALL),
                new RevokeProduct(PLANT, night, new ProductId("meter")),
                new RevokeAllDevices(PLANT, night));
    }

    private static Trying withTeam(boolean rules, boolean rulesAround) {
        return plant(bob -> {}, plant -> plant.team("night", night -> {
                    night.allDevices().product("meter").device("hall");
                    night.permissions(rules ? List.of(BASICS, RULES) : List.of(BASICS));
                })
                .team("outer", outer -> {
                    outer.team("night");
                    outer.permissions(rulesAround ? List.of(RULES) : List.of());
                }));
    }

    @ParameterizedTest
    @MethodSource("fromTheTeam")
    void nothingIsTakenFromATeamThatHoldsMore(Change change) {
        withTeam(true, false).forbids("ada", change, NIGHT_HOLDS_RULES);
    }

    @ParameterizedTest
    @MethodSource("fromTheTeam")
    void norFromATeamWithinOneThatHoldsMore(Change change) {
        assertThat(withTeam(false, true).refusal(as("ada"), Kind.FORBIDDEN, change))
                .contains(NIGHT_HOLDS_RULES);
    }

    @ParameterizedTest
    @MethodSource("fromTheTeam")
    void theActionIsEnoughAgainstATeamThatHoldsNoMore(Change change) {
        Change other = change instanceof SetTeamPermissions ? new SetTeamPermissions(PLANT, NIGHT, List.of()) : change;
        withTeam(false, false).lets("ada", other);
    }

    @Test
    void unnestingTakesFromTheInnerTeam() {
        UnnestTeam unnest = new UnnestTeam(PLANT, OUTER, NIGHT);
        withTeam(false, false).lets("ada", unnest);
        withTeam(true, false).forbids("ada", unnest, NIGHT_HOLDS_RULES);
        withTeam(false, true).forbids("ada", unnest, NIGHT_HOLDS_RULES);
    }

    @Test
    void deletingATeamDoesNotAskForEachOfItsMembers() {
        plant(
                        bob -> bob.permissions(RULES),
                        plant ->
                                plant.team("night", night -> night.member("bob").member("root")))
                .lets("ada", new DeleteTeam(PLANT, NIGHT));
    }

    // API users

    private static Trying withRobot() {
        return plant(bob -> {}, plant -> plant.apiUser(
                        "robot", robot -> robot.permissions(RULES).token(secret("robot")))
                .apiUser("modest"));
    }

    @Test
    void anApiUserIsAMemberToo() {
        withRobot().lets("ada", new DeleteApiUser(new PrincipalId("modest")));
        for (Change change : List.of(
                new DeleteApiUser(ROBOT),
                new SetMemberPermissions(PLANT, ROBOT, List.of()),
                new SetMemberWindow(PLANT, ROBOT, HOUR))) {
            withRobot().forbids("ada", change, LACKS_RULES.formatted("member \"robot\""));
        }
    }

    @Test
    void revokingATokenOfAnApiUserAndSuspendingItAreAlwaysOpen() {
        Trying site = withRobot();
        site.lets("ada", new RevokeToken(secret("robot")));
        site.lets("ada", new SuspendApiUser(ROBOT, true));
        site.lets("ada", new RevokeToken(secret("robot")), new SuspendApiUser(ROBOT, true));
    }

    // What ends with something else

    @Test
    void whatEndsWithADeviceIsNotTaken() {
        plant(
                        bob -> bob.permissions(RULES),
                        plant -> plant.team("keepers", keepers -> keepers.permissions(DEVICES)
                                .member("ada")))
                .lets("ada", new DeleteDevice(HALL));
    }

    // Oneself

    @Test
    void nothingThatOneDoesToOneselfIsTaken() {
        Trying site = plant(
                bob -> {},
                plant -> plant.team(
                        "later", later -> later.permissions(RULES).member("ada", window -> window.notBefore(LATER))));
        site.lets("ada", new SetMemberPermissions(PLANT, ADA, List.of()));
        site.lets("ada", new SetMemberWindow(PLANT, ADA, HOUR));
        site.lets("ada", new RemoveMember(PLANT, ADA));
    }

    // Admins

    private static Trying admins() {
        PolicyBuilder policy = Policy.builder();
        List.of("ada", "bob", "eve", "root").forEach(policy::user);
        policy.organization("acme", acme -> acme.owner("root")
                .admin("ada", OrganizationPermissions.MEMBERS, OrganizationPermissions.WHITELABEL)
                .admin("bob", OrganizationPermissions.BILLING, OrganizationPermissions.WHITELABEL)
                .admin("eve", OrganizationPermissions.WHITELABEL));
        return Trying.on(policy);
    }

    @Test
    void nothingIsTakenFromAnAdminWhoHoldsMore() {
        PrincipalId eve = new PrincipalId("eve");
        admins().lets("ada", new RemoveAdmin(ACME, eve));
        admins().lets("ada", new SetAdmin(ACME, eve, List.of()));
        for (Change change : List.of(
                new RemoveAdmin(ACME, BOB), new SetAdmin(ACME, BOB, List.of(OrganizationPermissions.BILLING)))) {
            admins().lets("root", change);
            admins().forbids(
                            "ada",
                            change,
                            "You need billing in organization \"acme\" to take anything from admin \"bob\", who holds"
                                    + " that.");
        }
    }
}
