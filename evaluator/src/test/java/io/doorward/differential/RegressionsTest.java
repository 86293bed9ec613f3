package io.doorward.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.differential.Regression.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What was found once is asked in every build. The first files are what those planted faults ended in that random worlds
 * show least often.
 */
class RegressionsTest {

    @TestFactory
    Stream<DynamicTest> whatWasFoundOnceIsAskedForever() throws IOException {
        return Regression.all(Regression.FOLDER).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> replay(file)));
    }

    private static void replay(Path file) throws IOException {
        Replay replay = Regression.load(file);
        Comparison comparison = new Comparison(replay.policy(), EvaluatorCandidate::new);
        for (int i = 0; i < replay.probes().size(); i++) {
            Probe probe = replay.probes().get(i);
            assertThat(comparison.difference(probe)).as(probe.toString()).isEmpty();
            assertThat(Regression.expectation(
                            replay.policy(), probe, replay.expected().get(i).get("name")))
                    .as("what the oracle says of " + probe)
                    .isEqualTo(replay.expected().get(i));
        }
    }
}
