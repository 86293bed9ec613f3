package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_EDIT;
import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Question;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host can keep when a token was last used. */
class TokenUseTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final Policy policy = Policy.builder()
            .workspace("plant", plant -> plant.device("hall").apiUser("gateway", gateway -> gateway.device("hall", VIEW)
                    .token(TokenHash.ofClearText("live"))
                    .token(TokenHash.ofClearText("over"), token -> token.expiresAt(NOW))
                    .token(TokenHash.ofClearText("revoked"), token -> token.revokedAt(NOW))))
            .build();
    private final Evaluator evaluator = Evaluator.of(policy, () -> NOW);
    private final List<String> used = new ArrayList<>();
    private final Evaluator telling = evaluator.onTokenUse((token, holder) -> used.add(holder + " " + token));
    private final String live = "gateway " + TokenHash.ofClearText("live");

    @Test
    void everyQuestionWithALiveTokenIsTold() {
        assertThat(telling.allows("live", DEVICE_VIEW, "hall")).isTrue();
        assertThat(telling.allows("live", DEVICE_EDIT, "hall")).isFalse();
        assertThat(telling.check("live", DEVICE_VIEW, "nowhere").allowed()).isFalse();
        assertThat(telling.allows(telling.subject("live"), DEVICE_VIEW, new DeviceId("hall")))
                .isTrue();
        assertThat(telling.check(Question.ofToken("live").action("device.view").device("hall"))
                        .allowed())
                .isTrue();
        assertThat(used).containsOnly(live).hasSize(5);
    }

    @Test
    void questionsByHandlesAreToldToo() {
        DeviceHandle hall = telling.device(new DeviceId("hall"));
        DeviceHandle nowhere = telling.device(new DeviceId("nowhere"));
        Subject subject = telling.subject("live");
        assertThat(telling.allows(subject, DEVICE_VIEW, hall)).isTrue();
        assertThat(telling.allows(subject, DEVICE_VIEW, nowhere)).isFalse();
        assertThat(telling.allows(subject, DEVICE_VIEW, new DeviceId("nowhere")))
                .isFalse();
        assertThat(used).containsOnly(live).hasSize(3);
        assertThat(telling.allowed(subject, DEVICE_VIEW, List.of(nowhere, hall)))
                .isEqualTo(BitSet.valueOf(new long[] {0b10}));
        assertThat(used).containsOnly(live).hasSize(5);
    }

    @Test
    void whatIsNoLiveTokenIsNot() {
        for (String token : List.of("over", "revoked", "guess")) {
            assertThat(telling.allows(token, DEVICE_VIEW, "hall")).isFalse();
        }
        assertThat(telling.allows(telling.subject(new PrincipalId("gateway")), DEVICE_VIEW, new DeviceId("hall")))
                .isTrue();
        assertThat(evaluator.allows("live", DEVICE_VIEW, "hall")).isTrue();
        assertThat(used).isEmpty();
    }

    @Test
    void aListenerThatFailsChangesNoAnswer() {
        Evaluator failing = evaluator.onTokenUse((token, holder) -> {
            throw new IllegalStateException("full");
        });
        assertThat(failing.allows("live", DEVICE_VIEW, "hall")).isTrue();
        assertThat(failing.allows("live", DEVICE_EDIT, "hall")).isFalse();
    }
}
