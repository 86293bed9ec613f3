package io.doorward.benchmarks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Target;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoMapsChangeTest {

    @Test
    void aGrantIsGivenAndTaken() {
        Workload workload = Workload.of(Size.S, 3);
        TwoMaps maps = new TwoMaps(workload);
        List<Target> targets = workload.targets(2000);
        targets.forEach(target -> maps.grant(target.token(), target.device(), DevicePermissions.EDIT_BASICS));
        assertThat(targets).allMatch(target -> maps.allows(target.token(), Actions.DEVICE_EDIT, target.device()));
        targets.forEach(target -> maps.grant(target.token(), target.device(), DevicePermissions.VIEW));
        assertThat(targets).allMatch(target -> maps.allows(target.token(), Actions.DEVICE_VIEW, target.device()));
        assertThat(targets.stream().filter(target -> maps.allows(target.token(), Actions.DEVICE_EDIT, target.device())))
                .isEmpty();
    }
}
