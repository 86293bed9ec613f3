package io.doorward.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An action that names no permission takes any live grant on the device, however many devices are asked about at once. */
class AnyGrantTest {

    private static final int DEVICES = 400;

    private static final Catalogue CATALOGUE = Catalogue.builder()
            .devicePermission("see")
            .deviceAction("touch", action -> {})
            .build();

    private static final Permission SEE = CATALOGUE.device().find("see").orElseThrow();

    /** The member has a grant on every second device. */
    private final Evaluator evaluator = Evaluator.of(Policy.builder()
            .catalogue(CATALOGUE)
            .user("ann")
            .workspace("plant", plant -> {
                IntStream.range(0, DEVICES).forEach(i -> plant.device("device-" + i));
                plant.member("ann", ann -> IntStream.range(0, DEVICES / 2).forEach(i -> ann.device(id(2 * i), SEE)));
            })
            .build());

    private static String id(int device) {
        return "device-" + device;
    }

    @Test
    void fewDevicesOfManyGrantsAreAnsweredAsAllOfThem() {
        Subject ann = evaluator.subject(new PrincipalId("ann"));
        Action touch = Action.named("touch");
        List<DeviceHandle> all = IntStream.range(0, DEVICES)
                .mapToObj(i -> evaluator.device(new DeviceId(id(i))))
                .toList();
        for (int i = 0; i < DEVICES; i++) {
            boolean isGranted = i % 2 == 0;
            assertThat(evaluator.allows(ann, touch, all.get(i)))
                    .as("alone, %d", i)
                    .isEqualTo(isGranted);
            assertThat(evaluator.allowed(ann, touch, List.of(all.get(i))).get(0))
                    .as("in a batch of one, %d", i)
                    .isEqualTo(isGranted);
            assertThat(evaluator.allowed(ann, touch, all).get(i))
                    .as("among all, %d", i)
                    .isEqualTo(isGranted);
        }
        assertThat(evaluator.devices(ann, touch, null, 1).items()).containsExactly(new DeviceId(id(0)));
        assertThat(evaluator.devices(ann, touch).items()).hasSize(DEVICES / 2);
    }
}
