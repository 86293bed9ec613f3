package io.doorward.admin;

import static io.doorward.admin.Trying.secret;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.WorkspacePermissions.DEVICES;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Access;
import io.doorward.change.Actor;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.Holder;
import io.doorward.change.MemberChange.AcceptInvite;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.UserChange.SuspendUser;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an author needed is asked again when his offer or invite is accepted. */
class AcceptanceRulesTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final PrincipalId ADA = new PrincipalId("ada");
    private static final PrincipalId NEW = new PrincipalId("new");
    private static final DeviceId HALL = new DeviceId("hall");

    private static final AcceptInvite ACCEPT = new AcceptInvite(PLANT, "new@example.org", NEW);
    private static final AcceptOffer CLAIM = new AcceptOffer(HALL, new WorkspaceId("service"), secret("code"));

    private static Trying written() {
        PolicyBuilder policy = Policy.builder().user("ada").user("sue");
        policy.workspace("plant", plant -> plant.device("hall")
                .member("ada", ada -> ada.permissions(MEMBERS, DEVICES, RULES).device("hall", EDIT_BASICS)));
        policy.workspace("service", service -> service.member("sue", sue -> sue.permissions(DEVICES)));
        return Trying.on(policy)
                .lets(
                        "ada",
                        new InviteMember(PLANT, "new@example.org", Access.of(RULES), Window.ALWAYS),
                        new OpenOffer(HALL, List.of(EDIT_BASICS), Window.ALWAYS, secret("code")))
                .lets(Actor.HOST, new CreateUser(NEW, "new@example.org", null));
    }

    @Test
    void whoStillMayIsTakenAtHisWord() {
        written().lets(Actor.HOST, ACCEPT);
        written().lets("sue", CLAIM);
    }

    @Test
    void anAuthorWithoutTheActionAnyMore() {
        Trying without = written().lets(Actor.HOST, new SetMemberPermissions(PLANT, ADA, List.of(RULES)));
        assertThat(without.refusal(Actor.HOST, Kind.FORBIDDEN, ACCEPT)).hasSize(1);
        assertThat(without.refusal(Trying.as("sue"), Kind.FORBIDDEN, CLAIM)).hasSize(1);
        assertThat(without.refusal(Actor.HOST, Kind.FORBIDDEN, CLAIM)).hasSize(1);
    }

    @Test
    void anAuthorWithoutTheCoverAnyMore() {
        assertThat(written()
                        .lets(Actor.HOST, new SetMemberPermissions(PLANT, ADA, List.of(MEMBERS)))
                        .refusal(Actor.HOST, Kind.FORBIDDEN, ACCEPT))
                .hasSize(1);
        assertThat(written()
                        .lets(Actor.HOST, new RevokeDevice(PLANT, Holder.member("ada"), HALL))
                        .refusal(Trying.as("sue"), Kind.FORBIDDEN, CLAIM))
                .hasSize(1);
    }

    @Test
    void aSuspendedAuthor() {
        Trying suspended = written().lets(Actor.HOST, new SuspendUser(ADA, true));
        assertThat(suspended.refusal(Actor.HOST, Kind.FORBIDDEN, ACCEPT)).hasSize(1);
        assertThat(suspended.refusal(Trying.as("sue"), Kind.FORBIDDEN, CLAIM)).hasSize(1);
    }
}
