package io.doorward.change;

import static io.doorward.change.Plant.BOB;
import static io.doorward.change.Plant.HALL;
import static io.doorward.change.Plant.NIGHT;
import static io.doorward.change.Plant.NORTH;
import static io.doorward.change.Plant.SENSOR;
import static io.doorward.change.Plant.SERVICE;
import static io.doorward.change.Plant.SOUTH;
import static io.doorward.change.Plant.problems;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.DeviceChange.SetDeviceProduct;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.GrantProduct;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.ProductChange.DeleteProduct;
import io.doorward.change.TeamChange.AddTeamMember;
import io.doorward.change.TeamChange.NestTeam;
import io.doorward.change.TeamChange.UnnestTeam;
import io.doorward.change.UserChange.DeleteUser;
import io.doorward.model.Window;
import io.doorward.permission.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A row that ends as it was names what was right once: that is no proof where the set took away what it names. Each of these
 * sets takes something away and writes the row again that named it.
 */
class AgainAfterGoneTest {

    private static final Holder BOB_HERE = Holder.member("bob");
    private static final List<Permission> EDIT = List.of(EDIT_BASICS);

    @Test
    void aMembersGrantOnADeviceThatIsGone() {
        assertNames("\"hall\"", new DeleteDevice(HALL), new GrantDevice(NORTH, BOB_HERE, HALL, EDIT, Window.ALWAYS));
    }

    @Test
    void aTeamsGrantOnADeviceThatIsGone() {
        Holder service = Holder.team("service");
        assertNames("\"hall\"", new DeleteDevice(HALL), new GrantDevice(NORTH, service, HALL, EDIT, Window.ALWAYS));
    }

    @Test
    void aGrantOnADeviceThatIsNotClaimedAnyMore() {
        assertNames(
                "\"hall\"",
                new EndClaim(HALL, SOUTH),
                new GrantDevice(SOUTH, Holder.member("carol"), HALL, List.of(RECORD_MEASUREMENTS), Window.ALWAYS));
    }

    @Test
    void aGrantOnAProductThatIsGone() {
        assertNames(
                "\"sensor\"",
                new SetDeviceProduct(HALL, null),
                new DeleteProduct(NORTH, SENSOR),
                new GrantProduct(NORTH, Holder.team("night"), SENSOR, List.of(), Window.ALWAYS));
    }

    @Test
    void aMembershipOfAUserThatIsGone() {
        assertNames(
                "\"bob\" cannot be a member",
                new DeleteUser(BOB),
                new AddMember(NORTH, BOB, Access.NONE, Window.ALWAYS));
    }

    @Test
    void aTeamMembershipOfAMemberThatIsGone() {
        assertNames("\"bob\"", new RemoveMember(NORTH, BOB), new AddTeamMember(NORTH, SERVICE, BOB, Window.ALWAYS));
    }

    @Test
    void aNestingThatIsTurnedRoundAndMadeAgain() {
        assertNames(
                "contain itself",
                new UnnestTeam(NORTH, SERVICE, NIGHT),
                new NestTeam(NORTH, NIGHT, SERVICE),
                new NestTeam(NORTH, SERVICE, NIGHT));
    }

    @Test
    void aGrantIsMadeAgainWhereNothingIsGone() {
        assertThat(problems(new GrantDevice(NORTH, BOB_HERE, HALL, EDIT, Window.ALWAYS)))
                .isEmpty();
    }

    private static void assertNames(String thing, Change... changes) {
        assertThat(problems(changes)).isNotEmpty().anyMatch(problem -> problem.contains(thing));
    }
}
