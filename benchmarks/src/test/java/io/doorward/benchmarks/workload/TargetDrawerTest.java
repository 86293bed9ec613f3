package io.doorward.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.evaluator.Evaluator;
import io.doorward.permission.Actions;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetDrawerTest {

    @Test
    void nobodyMayEditATargetYet() {
        Workload workload = Workload.of(Size.S, 3);
        Evaluator evaluator = Evaluator.of(workload.policy());
        List<Target> targets = workload.targets(500);
        assertThat(targets).hasSize(500).doesNotHaveDuplicates();
        assertThat(targets).allSatisfy(target -> {
            assertThat(evaluator.allows(target.token(), Actions.DEVICE_EDIT, target.device()))
                    .isFalse();
            assertThat(evaluator
                            .subject(target.token())
                            .principal()
                            .orElseThrow()
                            .value())
                    .isEqualTo(target.principal());
        });
    }
}
