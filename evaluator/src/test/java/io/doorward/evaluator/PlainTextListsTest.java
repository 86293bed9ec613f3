package io.doorward.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of what a request names in plain text: a text that can be no id names something unknown, in its due order. */
class PlainTextListsTest {

    private final Evaluator evaluator = Evaluator.of(Policy.builder()
            .workspace("north", w -> w.device("hall-1").apiUser("gateway", u -> u.token(TokenHash.ofClearText("secret"))
                    .device("hall-1", DevicePermissions.EDIT_BASICS)))
            .build());

    private final Question.Deed view = Question.ofToken("secret").action("device.view");

    @Test
    void listsByPlainTextAreThoseByIds() {
        assertThat(evaluator.devices(view).items()).containsExactly(new DeviceId("hall-1"));
        assertThat(evaluator.devices(view, "north").items()).containsExactly(new DeviceId("hall-1"));
        assertThat(evaluator
                        .workspaces(Question.ofPrincipal("gateway").action("workspace.view"))
                        .items())
                .containsExactly(new WorkspaceId("north"));
        assertThat(evaluator
                        .principals("device.edit", Scope.DEVICE, "hall-1", "north")
                        .items())
                .containsExactly(new PrincipalId("gateway"));
        assertThat(evaluator
                        .permissions(Question.ofPrincipal("gateway"), Scope.DEVICE, "hall-1", null)
                        .names())
                .containsExactly("view", "edit_basics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "\uD83D", "nothing"})
    void whateverIsNoIdIsUnknown(String text) {
        assertThat(evaluator
                        .devices(Question.ofToken(text).action("device.view"))
                        .emptyBecause())
                .contains(Reason.UNKNOWN_TOKEN);
        assertThat(evaluator.devices(Question.ofPrincipal(text).action("")).emptyBecause())
                .contains(Reason.UNKNOWN_PRINCIPAL);
        assertThat(evaluator.devices(view, text).emptyBecause()).contains(Reason.UNKNOWN_WORKSPACE);
        assertThat(evaluator
                        .devices(Question.ofToken("secret").action(text), text)
                        .emptyBecause())
                .contains(Reason.UNKNOWN_ACTION);
        assertThat(evaluator.principals("device.view", Scope.DEVICE, text, text).emptyBecause())
                .contains(Reason.UNKNOWN_DEVICE);
        assertThat(evaluator
                        .principals("device.view", Scope.DEVICE, "hall-1", text)
                        .emptyBecause())
                .contains(Reason.UNKNOWN_WORKSPACE);
        assertThat(evaluator
                        .principals("workspace.view", Scope.WORKSPACE, text, null)
                        .emptyBecause())
                .contains(Reason.UNKNOWN_WORKSPACE);
        assertThat(evaluator
                        .principals("organization.view", Scope.ORGANIZATION, text, null)
                        .emptyBecause())
                .contains(Reason.UNKNOWN_ORGANIZATION);
        assertThat(evaluator
                        .permissions(Question.ofPrincipal(text), Scope.WORKSPACE, text, null)
                        .isEmpty())
                .isTrue();
    }
}
