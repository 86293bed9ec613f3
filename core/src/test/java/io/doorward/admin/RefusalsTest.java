package io.doorward.admin;

import static io.doorward.permission.WorkspacePermissions.DEVICES;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Access;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A refusal tells nothing of other tenants; and whom nothing is taken from. */
class RefusalsTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");

    private static Trying tenants() {
        PolicyBuilder policy = Policy.builder();
        List.of("ada", "bob", "root", "eve").forEach(policy::user);
        policy.organization("acme", acme -> acme.owner("root"));
        policy.workspace("plant", plant -> plant.organization("acme")
                .device("hall")
                .member("ada", ada -> ada.permissions(MEMBERS, DEVICES))
                .member("bob", bob -> bob.permissions(RULES))
                .member("root")
                .member("eve"));
        policy.workspace("foreign", foreign -> foreign.device("foreign").member("bob"));
        policy.workspace(
                "asleep", asleep -> asleep.suspended(true).device("asleep").member("bob"));
        return Trying.on(policy);
    }

    private static void same(Kind kind, List<String> ids, Function<String, Change[]> changes) {
        List<String> texts = ids.stream()
                .map(id -> tenants()
                        .refusal(Trying.as("ada"), kind, changes.apply(id))
                        .toString()
                        .replace(id, "ID"))
                .toList();
        assertThat(texts).allMatch(texts.get(0)::equals);
    }

    @Test
    void unknownForeignAndSuspendedForeignWorkspacesAreRefusedAlike() {
        List<String> ids = List.of("unknown", "foreign", "asleep");
        same(Kind.FORBIDDEN, ids, id -> new Change[] {
            new SetMemberPermissions(new WorkspaceId(id), new PrincipalId("bob"), List.of(RULES)),
            new SetMemberPermissions(PLANT, new PrincipalId("eve"), List.of(RULES))
        });
        same(Kind.FORBIDDEN, ids, id -> new Change[] {new RemoveMember(new WorkspaceId(id), new PrincipalId("ada"))});
        same(Kind.INVALID, ids, id -> new Change[] {new EndClaim(new DeviceId("hall"), new WorkspaceId(id))});
    }

    @Test
    void unknownForeignAndSuspendedForeignDevicesAreRefusedAlike() {
        same(Kind.FORBIDDEN, List.of("unknown", "foreign", "asleep"), id -> new Change[] {
            new DeleteDevice(new DeviceId(id)),
            new AddMember(PLANT, new PrincipalId("nobody"), Access.NONE.device(id), Window.ALWAYS)
        });
    }

    @Test
    void anIdTakenElsewhereIsRefusedAlikeWhoeverHasIt() {
        same(Kind.FORBIDDEN, List.of("foreign", "asleep"), id -> new Change[] {
            new CreateDevice(PLANT, new DeviceId(id), null, null, List.of()),
            new OpenOffer(new DeviceId(id), null, Window.ALWAYS, Trying.secret("code"))
        });
        same(Kind.INVALID, List.of("foreign", "asleep", "hall"), id ->
                new Change[] {new CreateDevice(PLANT, new DeviceId(id), null, null, List.of())});
    }

    @Test
    void nothingIsTakenFromTheOwnerNorFromWhoHoldsMore() {
        Trying site = tenants();
        site.lets("ada", new RemoveMember(PLANT, new PrincipalId("eve")));
        site.lets("bob", new RemoveMember(PLANT, new PrincipalId("bob")));
        site.forbids(
                "ada",
                new RemoveMember(PLANT, new PrincipalId("root")),
                "You may not take anything from member \"root\" in workspace \"plant\", whose organization that one"
                        + " owns.");
        site.forbids(
                "ada",
                new RemoveMember(PLANT, new PrincipalId("bob")),
                "You need rules in workspace \"plant\" to take anything from member \"bob\", who holds that, now or"
                        + " later.");
    }
}
