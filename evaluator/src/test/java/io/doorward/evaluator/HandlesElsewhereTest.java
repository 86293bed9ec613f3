package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ChangeSet;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.store.InMemoryPolicyStore;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handles that were found in one policy, asked about in another one or in a later state. */
class HandlesElsewhereTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    /** A token may not end in the past of the store's clock. */
    private static final Instant FAR_AHEAD = Instant.parse("2900-01-01T00:00:00Z");

    /** Numbers of things differ from those in the other policy, and so does the validity of tokens. */
    private final Evaluator one = Evaluator.of(Policy.builder()
                    .workspace("plant", plant -> plant.device("hall")
                            .device("cellar")
                            .apiUser("ann", ann -> ann.token(hash("anns"))
                                    .token(hash("short"), token -> token.expiresAt(NOON))
                                    .device("hall", VIEW))
                            .apiUser("zoe", zoe -> zoe.token(hash("zoes")).device("cellar", VIEW)))
                    .build())
            .at(NOON);

    private final Evaluator other = Evaluator.of(Policy.builder()
                    .workspace("office", office -> office.device("door")
                            .apiUser("bob", bob -> bob.token(hash("bobs")).device("door", VIEW)))
                    .workspace("plant", plant -> plant.device("attic")
                            .device("cellar")
                            .device("hall")
                            .apiUser("aaa", user -> user.token(hash("first")).allDevices(VIEW))
                            .apiUser("ann", ann -> ann.token(hash("zzz"))
                                    .token(hash("anns"), token -> token.expiresAt(NOON))
                                    .token(hash("short"))
                                    .device("cellar", VIEW)))
                    .build())
            .at(NOON);

    @Test
    void aTokenOfAnotherPolicyIsTheOneOfTheSameHashThere() {
        for (String token : List.of("anns", "short", "zoes", "unknown")) {
            for (String device : List.of("hall", "cellar")) {
                assertThat(other.allows(one.subject(token), DEVICE_VIEW, one.device(new DeviceId(device))))
                        .as("%s on %s", token, device)
                        .isEqualTo(other.allows(token, DEVICE_VIEW, device))
                        .isEqualTo(token.equals("short") && device.equals("cellar"));
                assertThat(one.allows(other.subject(token), DEVICE_VIEW, other.device(new DeviceId(device))))
                        .as("%s on %s, the other way", token, device)
                        .isEqualTo(one.allows(token, DEVICE_VIEW, device) && !token.equals("zoes"));
            }
        }
    }

    @Test
    void aPrincipalOfAnotherPolicyIsTheOneOfTheSameIdThere() {
        for (String principal : List.of("ann", "zoe", "unknown")) {
            for (String device : List.of("hall", "cellar")) {
                assertThat(other.allows(
                                one.subject(new PrincipalId(principal)), DEVICE_VIEW, one.device(new DeviceId(device))))
                        .as("%s on %s", principal, device)
                        .isEqualTo(principal.equals("ann") && device.equals("cellar"));
            }
        }
    }

    @Test
    void aTokenThatWasRotatedEndsForItsHandlesToo() {
        InMemoryPolicyStore store = InMemoryPolicyStore.of(Policy.builder()
                .workspace("plant", plant -> plant.device("hall")
                        .apiUser("ann", ann -> ann.token(hash("old")).device("hall", VIEW)))
                .build());
        try (Evaluator following =
                Evaluator.follow(store, FollowOptions.defaults().clock(InstantSource.fixed(FAR_AHEAD)))) {
            Subject old = following.subject("old");
            DeviceHandle hall = following.device(new DeviceId("hall"));
            assertThat(following.allows(old, DEVICE_VIEW, hall)).isTrue();
            store.apply(ChangeSet.of(new RotateToken(hash("old"), hash("new"), Window.ALWAYS, FAR_AHEAD)));
            assertThat(following.allows(old, DEVICE_VIEW, hall)).isFalse();
            assertThat(following.allows(following.subject("new"), DEVICE_VIEW, hall))
                    .isTrue();
        }
    }

    private static TokenHash hash(String secret) {
        return TokenHash.ofClearText(secret);
    }
}
