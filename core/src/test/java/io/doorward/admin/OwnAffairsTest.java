package io.doorward.admin;

import static io.doorward.admin.Trying.LATER;
import static io.doorward.admin.Trying.NOON;
import static io.doorward.admin.Trying.as;
import static io.doorward.admin.Trying.secret;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.OrganizationChange.RemoveAdmin;
import io.doorward.change.OrganizationChange.SetAdmin;
import io.doorward.change.TeamChange.RemoveTeamMember;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may do to himself, and nobody to another: personal tokens, leaving, resigning. */
class OwnAffairsTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final PrincipalId ADA = new PrincipalId("ada");
    private static final PrincipalId BOB = new PrincipalId("bob");
    private static final PrincipalId ROBOT = new PrincipalId("robot");
    private static final PrincipalId LINK = new PrincipalId("link");

    /** Bob holds nothing at all; ada may do everything in the plant, and root owns its organization. */
    private static Trying site() {
        PolicyBuilder policy = Policy.builder().user("root").user("nobody");
        policy.user("ada", ada -> ada.token(secret("ada"))
                .token(secret("ada, this hour"), token -> token.expiresAt(LATER)));
        policy.user("bob", bob -> bob.token(secret("bob"))
                .token(secret("bob, this hour"), token -> token.expiresAt(LATER)));
        policy.organization("acme", acme -> acme.owner("root")
                .admin("ada", Catalogue.defaults().organization().list(), null)
                .admin("bob"));
        policy.organization("foreign", foreign -> foreign.owner("nobody"));
        policy.workspace("plant", plant -> plant.organization("acme")
                .device("hall")
                .member("ada", ada -> ada.permissions(
                                Catalogue.defaults().workspace().list())
                        .allDevices(Catalogue.defaults().device().list(), window -> {}))
                .member("bob")
                .member("root")
                .team("night", night -> night.member("bob"))
                .apiUser("robot", robot -> robot.token(secret("robot"))
                        .token(secret("robot, this hour"), token -> token.expiresAt(LATER))));
        policy.publicLink(
                "link", link -> link.device("hall").mode(LinkMode.READ).token(secret("link")));
        return Trying.on(policy);
    }

    static Stream<Change> tokensOfBob() {
        return Stream.of(
                new CreateToken(BOB, secret("new"), null, Window.ALWAYS),
                new RotateToken(secret("bob"), secret("new"), Window.ALWAYS, LATER),
                new RevokeToken(secret("bob")));
    }

    @ParameterizedTest
    @MethodSource("tokensOfBob")
    void personalTokensAreOnesOwn(Change change) {
        site().lets("bob", change);
        for (String other : List.of("ada", "root", "nobody", "robot", "link")) {
            assertThat(site().refusal(as(other), Kind.FORBIDDEN, change)).hasSize(1);
        }
    }

    @Test
    void neitherAnApiUserNorALinkMakesItsOwnTokens() {
        for (String one : List.of("robot", "link")) {
            Stream.of(
                            new CreateToken(new PrincipalId(one), secret("new"), null, Window.ALWAYS),
                            new RotateToken(secret(one), secret("new"), Window.ALWAYS, LATER),
                            new RevokeToken(secret(one)))
                    .forEach(change -> assertThat(site().refusal(as(one), Kind.FORBIDDEN, change))
                            .hasSize(1));
        }
        site().lets("ada", new CreateToken(ROBOT, secret("new"), null, Window.ALWAYS));
        site().lets("ada", new CreateToken(LINK, secret("new"), null, Window.ALWAYS));
    }

    @Test
    void aTokenThatIsMadeWithATokenEndsNoLater() {
        Actor withToken = Actor.principal(BOB, secret("bob, this hour"));
        site().lets(withToken, new CreateToken(BOB, secret("new"), null, Window.until(LATER)));
        site().lets(withToken, new RotateToken(secret("bob"), secret("new"), Window.until(LATER), NOON));
        site().lets(withToken, new RotateToken(secret("bob, this hour"), secret("new"), Window.until(LATER), NOON));
        for (Window later : List.of(Window.ALWAYS, Window.until(LATER.plusNanos(1)), Window.from(LATER))) {
            for (Change change : List.of(
                    new CreateToken(BOB, secret("new"), null, later),
                    new RotateToken(secret("bob"), secret("new"), later, NOON),
                    new RotateToken(secret("bob, this hour"), secret("new"), later, NOON))) {
                assertThat(site().refusal(withToken, Kind.FORBIDDEN, change))
                        .containsExactly("A token that you make for yourself must end by 2026-07-01T13:00:00Z, as the"
                                + " token does that you act with.");
            }
        }
    }

    @Test
    void withoutATokenOrWithOneThatNeverEndsANewOneNeedNotEnd() {
        CreateToken change = new CreateToken(BOB, secret("new"), null, Window.ALWAYS);
        site().lets("bob", change);
        site().lets(Actor.principal(BOB, secret("bob")), change);
    }

    @Test
    void theTokensOfOthersMayOutliveTheOneThatIsActedWith() {
        Actor withToken = Actor.principal(ADA, secret("ada, this hour"));
        site().lets(withToken, new CreateToken(ROBOT, secret("new"), null, Window.ALWAYS));
        site().lets(withToken, new CreateToken(LINK, secret("new"), null, Window.ALWAYS));
        site().lets(withToken, new RotateToken(secret("robot"), secret("new"), Window.ALWAYS, LATER));
    }

    @Test
    void anApiUserThatMakesItsOwnTokensIsBoundToo() {
        Trying site = site().lets(
                        "ada",
                        new SetMemberPermissions(
                                PLANT, ROBOT, Catalogue.defaults().workspace().list()));
        Actor withToken = Actor.principal(ROBOT, secret("robot, this hour"));
        site.lets(withToken, new CreateToken(ROBOT, secret("new"), null, Window.until(LATER)));
        assertThat(site.refusal(withToken, Kind.FORBIDDEN, new CreateToken(ROBOT, secret("new"), null, Window.ALWAYS)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "root", "ada"})
    void everybodyLeavesAWorkspaceAndNobodyElseForHim(String who) {
        RemoveMember leave = new RemoveMember(PLANT, new PrincipalId(who));
        site().lets(who, leave);
        String other = who.equals("bob") ? "robot" : "bob";
        site().forbids(other, leave, "You need workspace.manage_members in workspace \"plant\".");
    }

    @Test
    void leavingIsAllOfIt() {
        for (Change change : List.of(
                new SetMemberPermissions(PLANT, BOB, List.of()),
                new SetMemberWindow(PLANT, BOB, Window.until(LATER)),
                new RemoveTeamMember(PLANT, new TeamId("night"), BOB))) {
            assertThat(site().refusal(as("bob"), Kind.FORBIDDEN, change)).hasSize(1);
        }
        Policy after = site().lets("bob", new RemoveMember(PLANT, BOB)).policy();
        assertThat(after.workspaces()
                        .get(PLANT)
                        .teams()
                        .get(new TeamId("night"))
                        .members())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "ada"})
    void everybodyResignsAsAnAdminAndNobodyElseForHim(String who) {
        RemoveAdmin resign = new RemoveAdmin(ACME, new PrincipalId(who));
        site().lets(who, resign);
        String other = who.equals("bob") ? "nobody" : "bob";
        site().forbids(other, resign, "You need organization.manage_admins in organization \"acme\".");
    }

    @Test
    void resigningIsAllOfIt() {
        site().forbids(
                        "bob",
                        new SetAdmin(ACME, BOB, List.of()),
                        "You need organization.manage_admins in organization \"acme\".");
    }

    /** Else one who resigns where he never was would learn which organizations there are. */
    @Test
    void whoIsNoAdminDoesNotLearnWhichOrganizationsThereAre() {
        for (String id : List.of("unknown", "foreign")) {
            site().forbids(
                            "bob",
                            new RemoveAdmin(new OrganizationId(id), BOB),
                            "You need organization.manage_admins in organization \"" + id + "\".");
        }
    }
}
