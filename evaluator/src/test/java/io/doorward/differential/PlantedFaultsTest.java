package io.doorward.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.differential.Interview.Difference;
import io.doorward.generator.PolicyGenerator;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Would the differential test notice? One mistake after the other is made in a copy of the evaluator, for every sentence
 * by which the domain says how a decision comes about, and the same worlds and questions must find each of them.
 */
class PlantedFaultsTest {

    /** The worlds of these seeds, asked by every fault. */
    private static final int WORLDS = 400;

    private static final List<Interview> INTERVIEWS = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> everyPlantedFaultIsFound() {
        return Stream.of(SetFaults.ALL, DecisionFaults.ALL, ReasonFaults.ALL)
                .flatMap(faults -> faults.stream())
                .map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> assertThat(find(fault))
                        .as("a difference in worlds 0 to %d", WORLDS - 1)
                        .isPresent()));
    }

    @Test
    void aFaultEndsInASmallPolicy() {
        Fault fault = SetFaults.ALL.get(0);
        Difference difference = find(fault).orElseThrow();
        Function<Policy, Candidate> faulty = FaultyEvaluator.with(fault);
        Policy small = Shrinker.shrink(difference.world().policy(), policy -> new Comparison(policy, faulty)
                .difference(difference.probe())
                .isPresent());
        assertThat(new Comparison(small, faulty).difference(difference.probe())).isPresent();
        assertThat(new Comparison(small, EvaluatorCandidate::new).difference(difference.probe()))
                .isEmpty();
        assertThat(PolicyJson.toJson(small).lines().count())
                .as(PolicyJson.toJson(small))
                .isLessThan(60);
    }

    private static Optional<Difference> find(Fault fault) {
        Function<Policy, Candidate> faulty = FaultyEvaluator.with(fault);
        return IntStream.range(0, WORLDS)
                .mapToObj(seed -> interview(seed).ask(faulty))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Made when first needed; most faults are found in the first few worlds. */
    private static Interview interview(int seed) {
        while (INTERVIEWS.size() <= seed) {
            INTERVIEWS.add(new Interview(PolicyGenerator.world(INTERVIEWS.size())));
        }
        return INTERVIEWS.get(seed);
    }
}
