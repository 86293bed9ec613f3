package io.doorward.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.differential.Interview.Difference;
import io.doorward.generator.PolicyGenerator;
import io.doorward.model.Policy;
import io.doorward.policytest.PolicyTestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Would the differential test notice? One mistake after the other is made in a copy of the evaluator, for every sentence
 * by which the domain says how a decision comes about, and the same worlds and questions must find each of them.
 */
class PlantedFaultsTest {

    /** In these worlds every fault shows; they were picked among the following ones, which are asked if one does not. */
    private static final int[] TELLING = {
        182, 87, 65, 108, 22, 185, 167, 84, 129, 78, 357, 214, 46, 48, 151, 340, 24, 145, 149, 194, 32, 52, 60, 64, 79,
        112, 116, 139, 177, 178, 210, 388, 1232, 115, 623, 717
    };

    private static final int WORLDS = 600;

    private static final Map<Integer, Interview> INTERVIEWS = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> everyPlantedFaultIsFound() {
        List<Fault> faults = Stream.of(SetFaults.ALL, DecisionFaults.ALL, ReasonFaults.ALL)
                .flatMap(List::stream)
                .toList();
        List<CompletableFuture<Optional<Difference>>> found = faults.stream()
                .map(fault -> CompletableFuture.supplyAsync(() -> find(fault)))
                .toList();
        return IntStream.range(0, faults.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        faults.get(i).toString(),
                        () -> assertThat(found.get(i).get()).as("a difference").isPresent()));
    }

    @Test
    void aFaultEndsInASmallPolicyAndAPolicyTestThatReplays(@TempDir Path folder) throws IOException {
        Fault fault = SetFaults.ALL.get(0);
        Difference found = find(fault).orElseThrow();
        Function<Policy, Candidate> faulty = FaultyEvaluator.with(fault);
        Policy small = Shrinker.shrink(found.world().policy(), policy -> new Comparison(policy, faulty)
                .difference(found.probe())
                .isPresent());
        Path saved = Regression.save(folder, "found", small, found.probe(), found.text());

        assertThat(Files.readString(folder.resolve("found.policy.json")))
                .satisfies(json -> assertThat(json.lines().count()).isLessThan(60));
        Regression.Replay replay = Regression.load(saved);
        assertThat(replay.probes()).containsExactly(found.probe());
        assertThat(new Comparison(replay.policy(), faulty).difference(found.probe()))
                .isPresent();
        assertThat(new Comparison(replay.policy(), EvaluatorCandidate::new).difference(found.probe()))
                .isEmpty();
        PolicyTestFile.read(saved).run().assertAllPassed();
    }

    private static Optional<Difference> find(Fault fault) {
        Function<Policy, Candidate> faulty = FaultyEvaluator.with(fault);
        return IntStream.concat(IntStream.of(TELLING), IntStream.range(0, WORLDS))
                .mapToObj(PlantedFaultsTest::interview)
                .map(interview -> interview.ask(faulty))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Interview interview(int seed) {
        return INTERVIEWS.computeIfAbsent(seed, s -> new Interview(PolicyGenerator.world(s)));
    }
}
