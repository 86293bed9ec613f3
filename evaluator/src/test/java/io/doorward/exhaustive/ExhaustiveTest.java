package io.doorward.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.doorward.decision.Question;
import io.doorward.differential.Candidate;
import io.doorward.differential.EvaluatorCandidate;
import io.doorward.model.Policy;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every policy of a small world and every question about it: the evaluator answers as the oracle does. A slice of it by
 * default; the long form is in {@code CONTRIBUTING.md}, the world in {@code docs/exhaustive.md}.
 */
class ExhaustiveTest {

    /** A prime, so that the slice does not always meet the same values of what turns fast. */
    private static final String SLICE = "5003";

    /** Enough to find what is wrong nearly everywhere. */
    private static final long WIDE = 100_003;

    @Test
    void theEvaluatorAnswersAsTheOracleDoes() throws Exception {
        String every = System.getProperty("doorward.exhaustive", SLICE);
        System.out.printf("Exhaustive run: -Ddoorward.exhaustive=%s%n", every);
        ExhaustiveRun run = new ExhaustiveRun(every.equals("all") ? 1 : Long.parseLong(every), EvaluatorCandidate::new);
        ExhaustiveRun.Result result = run.run();
        System.out.println(result);
        result.difference().ifPresent(difference -> fail(difference.toString()));
        assertThat(result.policies()).isPositive();
    }

    @Test
    void aWrongAnswerEndsTheRunWithAllThatIsNeededToRepeatIt() throws Exception {
        ExhaustiveRun.Result result = new ExhaustiveRun(WIDE, ExhaustiveTest::forgetful).run();

        assertThat(result.difference().orElseThrow().toString())
                .containsPattern("Policy [0-9]+ \\(block \"[a-zA-Z ]+\": .*\\)")
                .contains("asked Decide[question=p: device.any on device d")
                .contains("allowed should be true and is false")
                .contains("\"format\": \"doorward/policy/1\"");
    }

    /** Allows nothing on a device in the context of a workspace. */
    private static Candidate forgetful(Policy policy) {
        Candidate candidate = new EvaluatorCandidate(policy);
        return (Candidate) Proxy.newProxyInstance(
                Candidate.class.getClassLoader(),
                new Class<?>[] {Candidate.class},
                (proxy, method, arguments) -> arguments[0] instanceof Question question && question.context() != null
                        ? List.of(new Candidate.Reply("an entrance", false, null))
                        : method.invoke(candidate, arguments));
    }
}
