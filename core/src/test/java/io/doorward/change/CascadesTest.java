package io.doorward.change;

import static io.doorward.change.Plant.ACME;
import static io.doorward.change.Plant.BOB;
import static io.doorward.change.Plant.GATEWAY;
import static io.doorward.change.Plant.HALL;
import static io.doorward.change.Plant.NIGHT;
import static io.doorward.change.Plant.NORTH;
import static io.doorward.change.Plant.SOUTH;
import static io.doorward.change.Plant.apply;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Cascade;
import io.doorward.model.Policy;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes along with a thing that goes, and that it is told. */
class CascadesTest {

    private static final String[] ALL_OF_HALL = {
        "grant of member \"bob\" on device \"hall\" in workspace \"north\"",
        "grant of member \"gateway\" on device \"hall\" in workspace \"north\"",
        "grant of team \"service\" on device \"hall\" in workspace \"north\"",
        "grant of invite \"dora@x\" on device \"hall\" in workspace \"north\"",
        "offer of device \"hall\" in workspace \"north\"",
        "grant of member \"carol\" on device \"hall\" in workspace \"south\"",
        "claim of device \"hall\" in workspace \"south\"",
        "public link \"screen\" to device \"hall\""
    };

    private static List<String> told(Transition transition) {
        return transition.cascades().stream().map(Cascade::toString).toList();
    }

    @Test
    void aDeletedDeviceTakesItsGrantsClaimsOfferAndLinksAlong() {
        Transition transition = apply(new DeviceChange.DeleteDevice(HALL));
        assertThat(told(transition)).containsExactlyInAnyOrder(ALL_OF_HALL);
        assertThat(transition.after().publicLinks()).isEmpty();
        assertThat(transition.after().workspaces().get(SOUTH).claims()).isEmpty();
        assertThat(transition.after().workspaces().get(NORTH).offers()).isEmpty();
    }

    @Test
    void soDoesAMovedOneWhichKeepsItsNameAndTags() {
        Transition transition = apply(
                new DeviceChange.RenameDevice(HALL, "Hall 1"),
                new DeviceChange.TagDevice(HALL, List.of("a")),
                new DeviceChange.MoveDevice(HALL, SOUTH, null));
        assertThat(told(transition)).containsExactlyInAnyOrder(ALL_OF_HALL);
        Policy after = transition.after();
        assertThat(after.owningWorkspace(HALL).map(Workspace::id)).contains(SOUTH);
        assertThat(after.workspaces().get(SOUTH).devices().get(HALL).name()).isEqualTo("Hall 1");
        assertThat(after.workspaces().get(SOUTH).devices().get(HALL).product()).isNull();
    }

    @Test
    void anEndedClaimTakesTheGrantsThereAlong() {
        assertThat(told(apply(new ClaimChange.EndClaim(HALL, SOUTH))))
                .containsExactly("grant of member \"carol\" on device \"hall\" in workspace \"south\"");
    }

    @Test
    void aRemovedMemberLeavesItsTeams() {
        Transition transition = apply(new MemberChange.RemoveMember(NORTH, BOB));
        assertThat(told(transition))
                .containsExactly("membership of \"bob\" in team \"service\" in workspace \"north\"");
        assertThat(transition.after().workspaces().get(NORTH).offers()).containsKey(HALL);
    }

    @Test
    void aDeletedUserTakesMembershipsAdminRowsInvitesAndOffersAlong() {
        Transition transition = apply(new UserChange.DeleteUser(BOB));
        assertThat(told(transition))
                .containsExactlyInAnyOrder(
                        "membership of \"bob\" in workspace \"north\"",
                        "membership of \"bob\" in team \"service\" in workspace \"north\"",
                        "invite of \"dora@x\" in workspace \"north\"",
                        "offer of device \"hall\" in workspace \"north\"",
                        "admin \"bob\" of organization \"acme\"");
        assertThat(transition.after().organizations().get(ACME).admins()).isEmpty();
    }

    @Test
    void aDeletedApiUserLeavesItsTeams() {
        assertThat(told(apply(new ApiUserChange.DeleteApiUser(GATEWAY))))
                .containsExactlyInAnyOrder(
                        "membership of \"gateway\" in workspace \"north\"",
                        "membership of \"gateway\" in team \"night\" in workspace \"north\"");
    }

    @Test
    void aDeletedTeamLeavesTheTeamsThatContainIt() {
        assertThat(told(apply(new TeamChange.DeleteTeam(NORTH, NIGHT))))
                .containsExactly("nesting of team \"night\" in team \"service\" in workspace \"north\"");
    }

    @Test
    void aDeletedWorkspaceTakesEverythingAlong() {
        Transition transition = apply(new WorkspaceChange.DeleteWorkspace(NORTH));
        assertThat(told(transition))
                .containsExactlyInAnyOrder(
                        "invite of \"dora@x\" in workspace \"north\"",
                        "membership of \"bob\" in workspace \"north\"",
                        "membership of \"gateway\" in workspace \"north\"",
                        "API user \"gateway\" in workspace \"north\"",
                        "device \"hall\" in workspace \"north\"",
                        "device \"roof\" in workspace \"north\"",
                        "offer of device \"hall\" in workspace \"north\"",
                        "grant of member \"carol\" on device \"hall\" in workspace \"south\"",
                        "claim of device \"hall\" in workspace \"south\"",
                        "public link \"screen\" to device \"hall\"");
        assertThat(transition.after().workspaces()).containsOnlyKeys(SOUTH);
        assertThat(transition.after().owningWorkspace(HALL)).isEmpty();
        assertThat(apply(
                                transition.after(),
                                new UserChange.CreateUser(GATEWAY, null, null),
                                new TokenChange.CreateToken(GATEWAY, Plant.hash("gateway's"), null, Window.ALWAYS))
                        .after()
                        .users())
                .containsKey(GATEWAY);
    }
}
