package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.token.TokenHash;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Devices whose ids are UUIDs are found in another way than others: none is taken for the one that was asked about before. */
class UuidDevicesTest {

    private static final long SEED = 17;
    private static final int DEVICES = 300;

    private final Random random = new Random(SEED);
    private final List<String> granted = uuids();
    private final List<String> others = uuids();
    private final List<String> unknown = uuids();
    private final Evaluator evaluator = Evaluator.of(policy());

    private List<String> uuids() {
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString())
                .limit(DEVICES)
                .toList();
    }

    private Policy policy() {
        return Policy.builder()
                .workspace("plant", plant -> {
                    granted.forEach(plant::device);
                    others.forEach(plant::device);
                    plant.apiUser("gateway", gateway -> {
                        gateway.token(TokenHash.ofClearText("secret"));
                        granted.forEach(device -> gateway.device(device, VIEW));
                    });
                })
                .build();
    }

    @Test
    void questionsAboutOneAfterTheOtherAreAnsweredEachForItself() {
        for (int i = 0; i < 20 * DEVICES; i++) {
            assertAllowed(granted.get(random.nextInt(DEVICES)), true);
            assertAllowed(others.get(random.nextInt(DEVICES)), false);
            assertAllowed(unknown.get(random.nextInt(DEVICES)), false);
            assertAllowed("no UUID", false);
        }
    }

    /** Whoever has all devices has none that is not there. */
    @Test
    void anUnknownDeviceAmongOthersIsAllowedToNobody() {
        Evaluator all = Evaluator.of(Policy.builder()
                .workspace("plant", plant -> {
                    granted.forEach(plant::device);
                    plant.apiUser("gateway", gateway -> gateway.allDevices(VIEW));
                })
                .build());
        List<DeviceHandle> handles = Stream.of(granted.get(0), unknown.get(0), granted.get(1), "no UUID")
                .map(device -> all.device(new DeviceId(device)))
                .toList();
        Subject gateway = all.subject(new PrincipalId("gateway"));
        assertThat(all.allowed(gateway, DEVICE_VIEW, handles).stream()).containsExactly(0, 2);
    }

    private void assertAllowed(String device, boolean allowed) {
        DeviceId id = new DeviceId(device);
        Subject gateway = evaluator.subject(new PrincipalId("gateway"));
        switch (random.nextInt(4)) {
            case 0 -> assertAnswer(device, evaluator.allows("secret", DEVICE_VIEW, device), allowed);
            case 1 ->
                assertAnswer(
                        device, evaluator.check("secret", DEVICE_VIEW, device).allowed(), allowed);
            case 2 -> assertAnswer(device, evaluator.allows(gateway, DEVICE_VIEW, id), allowed);
            default -> assertAnswer(device, evaluator.allows(gateway, DEVICE_VIEW, evaluator.device(id)), allowed);
        }
    }

    private static void assertAnswer(String device, boolean answer, boolean expected) {
        assertThat(answer).as("seed %d: %s", SEED, device).isEqualTo(expected);
    }
}
