package io.doorward.index;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Listing;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.WindowBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A grant with a window lies apart from the others; nothing of it may be left when it is revoked, in lists neither. */
class RevokedWindowsTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private static Policy policy(boolean byTeam, boolean hasWindowed) {
        return Policy.builder()
                .user("ann")
                .workspace("plant", plant -> {
                    for (String device : List.of("always", "for-now", "never")) {
                        plant.device(device);
                    }
                    plant.member("ann", ann -> {
                        if (!byTeam) {
                            ann.device("always", VIEW);
                            if (hasWindowed) {
                                ann.device("for-now", List.of(VIEW), RevokedWindowsTest::soon);
                            }
                        }
                    });
                    plant.team("crew", crew -> {
                        crew.member("ann");
                        if (byTeam) {
                            crew.device("always", VIEW);
                            if (hasWindowed) {
                                crew.device("for-now", List.of(VIEW), RevokedWindowsTest::soon);
                            }
                        }
                    });
                })
                .build();
    }

    private static void soon(WindowBuilder window) {
        window.expiresAt(NOON.plusSeconds(1));
    }

    @ParameterizedTest(name = "through a team: {0}")
    @ValueSource(booleans = {false, true})
    void leavesNothingInAList(boolean byTeam) {
        Policy before = policy(byTeam, true);
        Policy after = policy(byTeam, false);
        Index index = Index.of(before);
        Index next = index.next(PolicyDelta.between(before, after));
        assertThat(devices(index).items()).extracting(DeviceId::value).containsExactly("always", "for-now");
        assertThat(devices(next).items()).extracting(DeviceId::value).containsExactly("always");
        IndexValidator.validate(next);
    }

    private static Listing<DeviceId> devices(Index index) {
        return index.devices(index.askerByPrincipal("ann"), DEVICE_VIEW, null, NOON);
    }
}
