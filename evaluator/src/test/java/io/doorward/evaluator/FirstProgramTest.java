package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_EDIT;
import static io.doorward.permission.Actions.DEVICE_RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static io.doorward.store.ApplyOptions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.decision.Question;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.store.InMemoryPolicyStore;
import io.doorward.store.PolicyStore;
import io.doorward.token.TokenHash;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programs of the README. */
class FirstProgramTest {

    @Test
    void anAllowAndADenialWithItsReason() {
        // tag::first[]
        Policy policy = Policy.builder()
                .workspace("plant-north", workspace -> workspace
                        .device("hall-1")
                        .apiUser("gateway", gateway -> gateway.token(TokenHash.ofClearText("secret"))
                                .device("hall-1", RECORD_MEASUREMENTS)))
                .build();
        Evaluator evaluator = Evaluator.of(policy);
        var write = evaluator.check("secret", DEVICE_RECORD_MEASUREMENTS, "hall-1");
        var edit = evaluator.check("secret", DEVICE_EDIT, "hall-1");
        // end::first[]
        assertThat(write).hasToString("ALLOW");
        assertThat(edit).hasToString("DENY MISSING_PERMISSIONS [edit_basics]");
        assertThat(evaluator.allows("secret", DEVICE_RECORD_MEASUREMENTS, "hall-1"))
                .isTrue();
        assertThat(evaluator
                        .explain(
                                Question.ofToken("secret").action("device.edit").device("hall-1"))
                        .text())
                .contains("missing: edit_basics")
                .doesNotContain("secret");
    }

    @Test
    void aRevokedTokenAndAChangeThatIsRefused() {
        Policy policy = Policy.builder()
                .user("alice")
                .user("bob")
                .workspace("plant-north", workspace -> workspace
                        .device("hall-1")
                        .member("alice", alice -> alice.permissions(MEMBERS))
                        .member("bob")
                        .apiUser("gateway", gateway -> gateway.token(TokenHash.ofClearText("secret"))
                                .device("hall-1", RECORD_MEASUREMENTS)))
                .build();
        // tag::change[]
        PolicyStore store = InMemoryPolicyStore.of(policy);
        Evaluator evaluator = Evaluator.follow(store);
        store.apply(ChangeSet.of(new RevokeToken(TokenHash.ofClearText("secret"))));
        var denied = evaluator.check("secret", DEVICE_RECORD_MEASUREMENTS, "hall-1"); // from here on

        var plant = new WorkspaceId("plant-north");
        var hall1 = new DeviceId("hall-1");
        var grant = new GrantDevice(plant, Holder.member("bob"), hall1, List.of(EDIT_BASICS), Window.ALWAYS);
        try {
            store.apply(ChangeSet.of(grant), as(new PrincipalId("alice")));
        } catch (ChangeRefusedException refused) {
            refused.problems().forEach(System.out::println); // alice cannot give what she does not have
        }
        // end::change[]
        assertThat(denied).hasToString("DENY TOKEN_REVOKED");
        assertThatThrownBy(() -> store.apply(ChangeSet.of(grant), as(new PrincipalId("alice"))))
                .isInstanceOfSatisfying(ChangeRefusedException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(ChangeRefusedException.Kind.FORBIDDEN));
        evaluator.close();
        store.close();
    }
}
