package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many devices at once, some claimed, some suspended, some both: who has rights through a claim is told from who has not. */
class ClaimedDevicesAtOnceTest {

    private static final List<String> DEVICES =
            List.of("plain", "claimed", "suspended", "claimed-and-suspended", "claimed-by-another");

    private final Evaluator evaluator = Evaluator.of(Policy.builder()
            .user("ann")
            .user("bob")
            .user("eve")
            .workspace("plant", plant -> plant.device("plain")
                    .device("claimed")
                    .device("suspended", device -> device.suspended(true))
                    .device("claimed-and-suspended", device -> device.suspended(true))
                    .device("claimed-by-another")
                    .member("ann", ann -> DEVICES.forEach(device -> ann.device(device, VIEW)))
                    .member("bob", bob -> {}))
            .workspace("yard", yard -> yard.claim("claimed")
                    .claim("claimed-and-suspended")
                    .member("bob", bob -> bob.allDevices(VIEW))
                    .member("eve", eve -> eve.allDevices(VIEW)))
            .workspace("shed", shed -> shed.claim("claimed-by-another"))
            .build());

    @Test
    void claimsCountForThoseOfTheWorkspaceThatClaimed() {
        assertMayView("ann", "plain", "claimed", "claimed-by-another");
        assertMayView("bob", "claimed");
        assertMayView("eve", "claimed");
    }

    private void assertMayView(String user, String... expected) {
        Subject subject = evaluator.subject(new PrincipalId(user));
        List<DeviceHandle> twice = Stream.concat(DEVICES.stream(), DEVICES.stream())
                .map(DeviceId::new)
                .map(evaluator::device)
                .toList();
        assertThat(evaluator.allowed(subject, DEVICE_VIEW, twice).stream()
                        .mapToObj(place -> twice.get(place).id().value()))
                .as(user)
                .containsExactly(
                        Stream.concat(Stream.of(expected), Stream.of(expected)).toArray(String[]::new));
    }
}
