package io.doorward.store.testing;

import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.WorkspaceChange.EditWorkspace;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.LinkMode;
import io.doorward.permission.OrganizationPermissions;
import io.doorward.permission.WorkspacePermissions;
import io.doorward.token.TokenHash;
import java.util.List;

/** The policy with which the tests of a contract start, with a row of every kind, and changes of it. */
final class ContractPolicy {

    static final WorkspaceId PLANT = new WorkspaceId("plant");
    static final WorkspaceId OFFICE = new WorkspaceId("office");
    static final PrincipalId ALICE = new PrincipalId("alice");
    static final PrincipalId BOB = new PrincipalId("bob");
    static final DeviceId HALL = new DeviceId("hall-1");
    static final DeviceId YARD = new DeviceId("yard-1");
    static final TokenHash ALICES_TOKEN = TokenHash.ofClearText("alice-laptop");

    private ContractPolicy() {}

    static Policy start() {
        return Policy.builder()
                .user("alice", user -> user.email("alice@example.com")
                        .name("Alice")
                        .token(ALICES_TOKEN, token -> token.name("laptop")))
                .user("bob", user -> user.email("bob@example.com"))
                .organization(
                        "acme",
                        organization -> organization.owner("alice").admin("bob", OrganizationPermissions.MEMBERS))
                .workspace("plant", workspace -> workspace
                        .slug("plant-north")
                        .name("Plant")
                        .organization("acme")
                        .product("meter")
                        .device("hall-1", device -> device.product("meter").tags("north"))
                        .device("yard-1")
                        .apiUser("gateway-1")
                        .member("alice", member -> member.permissions(WorkspacePermissions.MEMBERS)
                                .allDevices(DevicePermissions.VIEW))
                        .member("bob", member -> member.device("hall-1", DevicePermissions.EDIT_BASICS))
                        .team("night", team -> team.member("bob").device("yard-1", DevicePermissions.VIEW))
                        .invite("carol@example.com", invite -> invite.device("yard-1", DevicePermissions.VIEW)))
                .workspace("office", workspace -> workspace.claim("hall-1").member("alice"))
                .publicLink("lobby", link -> link.device("hall-1").mode(LinkMode.READ))
                .build();
    }

    static ChangeSet user(String id) {
        return ChangeSet.of(new CreateUser(new PrincipalId(id), null, null));
    }

    /** Gives both workspaces the same name. */
    static ChangeSet rename(String name) {
        return ChangeSet.of(new EditWorkspace(PLANT, name, "plant-north"), new EditWorkspace(OFFICE, name, null));
    }

    /** Changes nothing: puts a row in its own place. */
    static ChangeSet noChange(Policy policy) {
        return ChangeSet.of(new EditWorkspace(
                OFFICE,
                Content.row(policy.workspaces(), OFFICE).name(),
                Content.row(policy.workspaces(), OFFICE).slug()));
    }

    static Change grant(String member, DeviceId device) {
        return new GrantDevice(
                PLANT, Holder.member(member), device, List.of(DevicePermissions.RECORD_MEASUREMENTS), Window.ALWAYS);
    }
}
