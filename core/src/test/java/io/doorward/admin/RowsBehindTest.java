package io.doorward.admin;

import static io.doorward.admin.Trying.LATER;
import static io.doorward.admin.Trying.as;
import static io.doorward.admin.Trying.secret;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static io.doorward.permission.WorkspacePermissions.BASICS;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.TeamChange.SetTeamMemberWindow;
import io.doorward.model.MemberBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.model.WorkspaceId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who opens a way to rows must cover all rows behind it: those of a suspended API user, those behind a window. */
class RowsBehindTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final PrincipalId EVE = new PrincipalId("eve");
    private static final PrincipalId ROBOT = new PrincipalId("robot");
    private static final TeamId NIGHT = new TeamId("night");
    private static final SuspendApiUser LIFT = new SuspendApiUser(ROBOT, false);
    private static final SetMemberWindow WIDEN = new SetMemberWindow(PLANT, EVE, Window.ALWAYS);

    private static Trying plant(Consumer<MemberBuilder> ada, Consumer<WorkspaceBuilder> more) {
        PolicyBuilder policy = Policy.builder();
        List.of("ada", "eve").forEach(policy::user);
        policy.workspace("plant", plant -> {
            plant.product("meter").device("hall").member("ada", row -> {
                row.permissions(MEMBERS);
                ada.accept(row);
            });
            more.accept(plant);
        });
        return Trying.on(policy);
    }

    private static String need(String what, String to) {
        return "You need " + what + " in workspace \"plant\", at 2026-07-01T12:00:00Z too, to give it to " + to + ".";
    }

    private static String later(String what, String to) {
        return need(what, to).replace("12:00", "13:00");
    }

    // The suspension of an API user

    /** A robot that is suspended and has rows of every kind, its teams' and an outer team's among them. */
    private static Trying withRobot(Consumer<MemberBuilder> ada) {
        return plant(ada, plant -> plant.apiUser("robot", robot -> robot.suspended(true)
                        .permissions(BASICS)
                        .device("hall", EDIT_BASICS)
                        .product("meter", RECORD_MEASUREMENTS))
                .team("inner", inner -> inner.member("robot").allDevices(VIEW))
                .team("outer", outer -> outer.team("inner").permissions(RULES)));
    }

    @Test
    void liftingASuspensionIsCoveredByRowsThatCoverAllRowsOfTheApiUser() {
        withRobot(ada -> ada.permissions(BASICS, RULES).allDevices(EDIT_BASICS, RECORD_MEASUREMENTS))
                .lets("ada", LIFT);
    }

    @Test
    void liftingASuspensionCountsAsEveryRowOfTheApiUser() {
        assertThat(withRobot(ada -> {}).refusal(as("ada"), Kind.FORBIDDEN, LIFT))
                .containsExactlyInAnyOrder(
                        need("basics", "API user \"robot\""),
                        need("view, edit_basics on device \"hall\"", "API user \"robot\""),
                        need("view, record_measurements on product \"meter\"", "API user \"robot\""),
                        need("view on all devices", "API user \"robot\""),
                        need("rules", "API user \"robot\""));
    }

    @Test
    void eachOfItsRowsIsAskedFor() {
        withRobot(ada -> ada.permissions(RULES).allDevices(EDIT_BASICS, RECORD_MEASUREMENTS))
                .forbids("ada", LIFT, need("basics", "API user \"robot\""));
        withRobot(ada -> ada.permissions(BASICS).allDevices(EDIT_BASICS, RECORD_MEASUREMENTS))
                .forbids("ada", LIFT, need("rules", "API user \"robot\""));
        withRobot(ada -> ada.permissions(BASICS, RULES).allDevices(RECORD_MEASUREMENTS))
                .forbids("ada", LIFT, need("edit_basics on device \"hall\"", "API user \"robot\""));
        withRobot(ada -> ada.permissions(BASICS, RULES).allDevices(EDIT_BASICS))
                .forbids("ada", LIFT, need("record_measurements on product \"meter\"", "API user \"robot\""));
        withRobot(ada -> ada.permissions(BASICS, RULES)
                        .product("meter", RECORD_MEASUREMENTS)
                        .device("hall", EDIT_BASICS))
                .forbids("ada", LIFT, need("view on all devices", "API user \"robot\""));
    }

    @Test
    void theTokensThatThereAreDoNotExcuseTheLifting() {
        plant(
                        ada -> ada.expiresAt(LATER),
                        plant -> plant.apiUser("robot", robot -> robot.suspended(true)
                                .token(secret("this hour"), token -> token.expiresAt(LATER))))
                .forbids("ada", LIFT, later("a membership", "API user \"robot\""));
        plant(ada -> ada.expiresAt(LATER), plant -> plant.apiUser("robot", robot -> robot.suspended(true))
                        .member("robot", robot -> robot.expiresAt(LATER)))
                .lets("ada", LIFT);
    }

    @Test
    void whatIsNotSuspendedIsNotLifted() {
        plant(ada -> {}, plant -> plant.apiUser("robot", robot -> robot.permissions(RULES)))
                .lets("ada", LIFT);
    }

    // The window of a membership

    private static Trying withEve(Consumer<MemberBuilder> ada) {
        return plant(ada, plant -> plant.member("eve", eve -> eve.expiresAt(LATER))
                .team("night", night -> night.member("eve").permissions(RULES).device("hall", EDIT_BASICS))
                .team("outer", outer -> outer.team("night").permissions(BASICS).allDevices(VIEW)));
    }

    @Test
    void wideningAMembershipIsCoveredByRowsThatCoverEveryTeamRowBehindIt() {
        withEve(ada -> ada.permissions(BASICS, RULES).allDevices(EDIT_BASICS)).lets("ada", WIDEN);
    }

    @Test
    void wideningAMembershipCountsAsEveryTeamRowBehindIt() {
        assertThat(withEve(ada -> {}).refusal(as("ada"), Kind.FORBIDDEN, WIDEN))
                .containsExactlyInAnyOrder(
                        later("rules", "member \"eve\""),
                        later("view, edit_basics on device \"hall\"", "member \"eve\""),
                        later("basics", "member \"eve\""),
                        later("view on all devices", "member \"eve\""));
    }

    @Test
    void eachTeamRowIsAskedFor() {
        withEve(ada -> ada.permissions(BASICS).allDevices(EDIT_BASICS))
                .forbids("ada", WIDEN, later("rules", "member \"eve\""));
        withEve(ada -> ada.permissions(RULES).allDevices(EDIT_BASICS))
                .forbids("ada", WIDEN, later("basics", "member \"eve\""));
        withEve(ada -> ada.permissions(BASICS, RULES).allDevices())
                .forbids("ada", WIDEN, later("edit_basics on device \"hall\"", "member \"eve\""));
    }

    @Test
    void nothingElseInTheSetExcusesATeamRow() {
        assertThat(withEve(ada -> ada.permissions(BASICS).allDevices(EDIT_BASICS))
                        .refusal(
                                as("ada"),
                                Kind.FORBIDDEN,
                                new SetMemberPermissions(PLANT, EVE, List.of()),
                                new SetTeamMemberWindow(PLANT, NIGHT, EVE, Window.ALWAYS),
                                WIDEN))
                .hasSize(1);
    }

    @Test
    void aTeamRowCountsWithinTheWindowOfTheTeamMembership() {
        plant(ada -> {}, plant -> plant.member("eve", eve -> eve.expiresAt(LATER))
                        .team("night", night -> night.permissions(RULES)
                                .member("eve", window -> window.expiresAt(LATER))))
                .lets("ada", WIDEN);
        plant(ada -> {}, plant -> plant.member("eve", eve -> eve.expiresAt(LATER))
                        .team("night", night -> night.permissions(RULES)
                                .member("eve", window -> window.notBefore(LATER))))
                .forbids("ada", WIDEN, later("rules", "member \"eve\""));
    }

    @Test
    void theMembershipOfAnApiUserHasTeamRowsBehindItToo() {
        plant(ada -> {}, plant -> plant.apiUser("robot", robot -> {})
                        .member("robot", robot -> robot.expiresAt(LATER))
                        .team("night", night -> night.permissions(RULES).member("robot")))
                .forbids("ada", new SetMemberWindow(PLANT, ROBOT, Window.ALWAYS), later("rules", "member \"robot\""));
    }
}
