package io.doorward.admin;

import static io.doorward.admin.Trying.LATER;
import static io.doorward.admin.Trying.secret;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.WorkspacePermissions.DEVICES;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Access;
import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.DeviceChange.RenameDevice;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.Holder;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.OrganizationChange.TransferOwnership;
import io.doorward.change.TeamChange.AddTeamMember;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody does who looks after a plant, from morning to evening. */
class DayOfAnAdministratorTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final WorkspaceId SERVICE = new WorkspaceId("service");
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final DeviceId HALL = new DeviceId("hall");
    private static final PrincipalId BOB = new PrincipalId("bob");
    private static final PrincipalId ROBOT = new PrincipalId("robot");

    private static Trying morning() {
        PolicyBuilder policy = Policy.builder().user("ada").user("carl").user("sue");
        policy.user("bob", bob -> bob.email("bob@example.org"));
        policy.organization("acme", acme -> acme.owner("ada"));
        policy.workspace(
                "plant",
                plant -> plant.organization("acme").device("hall").member("carl", carl -> carl.permissions(RULES)));
        policy.workspace("service", service -> service.member("sue", sue -> sue.permissions(DEVICES)));
        return Trying.on(policy);
    }

    @Test
    void aDay() {
        Trying day = morning();

        // She invites a colleague, who has an account and so is a member at once.
        day = day.lets("ada", new InviteMember(PLANT, "bob@example.org", Access.of(MEMBERS), Window.ALWAYS));

        // A team gets rights; the colleague is in it.
        TeamId operators = new TeamId("operators");
        day = day.lets(
                "ada",
                new CreateTeam(PLANT, operators, "Operators"),
                new SetTeamPermissions(PLANT, operators, List.of(RULES)),
                new GrantAllDevices(PLANT, Holder.team("operators"), List.of(RECORD_MEASUREMENTS), Window.ALWAYS),
                new AddTeamMember(PLANT, operators, BOB, Window.ALWAYS));

        // The colleague makes an API user; its secret is shown once, only the hash comes here. More than he has, he
        // cannot give.
        day = day.lets(
                "bob",
                new CreateApiUser(
                        PLANT, ROBOT, "Gateway", Access.NONE.device("hall", RECORD_MEASUREMENTS), Window.ALWAYS),
                new CreateToken(ROBOT, secret("shown once"), "first", Window.ALWAYS));
        assertThat(day.refusal(
                        Trying.as("bob"), Kind.FORBIDDEN, new SetMemberPermissions(PLANT, ROBOT, List.of(DEVICES))))
                .hasSize(1);

        // He rotates it; the old one works for another hour.
        day = day.lets("bob", new RotateToken(secret("shown once"), secret("shown again"), Window.ALWAYS, LATER));
        assertThat(day.policy().workspaces().get(PLANT).apiUsers().get(ROBOT).tokens())
                .hasSize(2);

        // Somebody leaves the company.
        day = day.lets("bob", new RemoveMember(PLANT, new PrincipalId("carl")));

        // The service company is to see to the hall: it claims the device with a code, and its member may work there.
        day = day.lets("ada", new OpenOffer(HALL, List.of(EDIT_BASICS), Window.until(LATER), secret("code")));
        assertThat(day.refusal(Trying.as("sue"), Kind.INVALID, new AcceptOffer(HALL, SERVICE, secret("guess"))))
                .containsExactly("There is no open offer of device \"hall\" with that code.");
        day = day.lets("sue", new AcceptOffer(HALL, SERVICE, secret("code")))
                .lets("sue", new RenameDevice(HALL, "Hall, serviced"));

        // The work is done.
        day = day.lets("ada", new EndClaim(HALL, SERVICE));
        day.forbids("sue", new RenameDevice(HALL, "x"), "You need device.edit on device \"hall\".");

        // She hands over.
        day = day.lets("ada", new AddAdmin(ACME, BOB, List.of()), new TransferOwnership(ACME, BOB));
        assertThat(day.policy().organizations().get(ACME).owner()).isEqualTo(BOB);
    }

    @Test
    void aPageShowsOnlyWhatCanBeHandedOut() {
        Preview preview = Administration.preview(morning().policy(), new PrincipalId("carl"), PLANT, Trying.NOON);
        assertThat(preview.actions())
                .extracting(Object::toString)
                .containsExactly("workspace.view", "workspace.edit_rules");
        assertThat(preview.permissions().withoutEnd().names()).containsExactly("rules");
        assertThat(preview.onDevice(HALL).isHeld()).isFalse();
    }
}
