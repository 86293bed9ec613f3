package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_EDIT;
import static io.doorward.permission.Actions.DEVICE_RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Question;
import io.doorward.model.Policy;
import io.doorward.token.TokenHash;
import org.junit.jupiter.api.Test;

/** The first program of the README. */
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
}
