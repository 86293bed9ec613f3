package io.doorward.benchmarks.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoMapsTest {

    private static final long SEED = 11;

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "NESTED")
    void theBaselineIsRightAboutWhatItKnows(Kind kind) {
        Workload workload = Workload.of(Size.S, SEED);
        TwoMaps twoMaps = new TwoMaps(workload);
        Questions questions = workload.questions(kind, 5000);
        for (int i = 0; i < questions.size(); i++) {
            assertThat(twoMaps.allows(
                            questions.tokens()[i],
                            questions.actions()[i],
                            questions.devices()[i]))
                    .as("question %d of %s, seed %d", i, kind, SEED)
                    .isEqualTo(questions.allowedByOwnGrants()[i]);
        }
    }
}
