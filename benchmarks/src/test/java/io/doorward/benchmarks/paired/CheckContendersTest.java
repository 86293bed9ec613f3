package io.doorward.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckContendersTest {

    private static final int POOL = 8192;
    private static final Workload WORKLOAD = Workload.of(Size.S, 13);

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "NESTED")
    void whoeverTakesPartAgreesWithTheAnswersOfTheWorkload(Kind kind) {
        CheckContenders contenders = new CheckContenders(WORKLOAD, kind, POOL, Mode.OVERLAP, true);
        for (String name : new String[] {"two-maps", "floor", "ours", "handles", "check"}) {
            if (name.equals("handles") && kind == Kind.OVER_LONG) {
                continue; // what is too long to be an id has no handle
            }
            assertThat(contenders.named(name).name()).isEqualTo(name); // it is refused where an answer is wrong
        }
    }

    @Test
    void whoeverIsWrongIsNotTimed() {
        Questions questions = WORKLOAD.questions(Kind.MIXED, POOL);
        QuestionContender contender =
                new QuestionContender("yes-man", questions, Mode.OVERLAP, false, question -> true);
        assertThatThrownBy(() -> contender.agree(questions.allowed(), POOL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("yes-man is wrong about question");
    }

    @Test
    void freshTextsAreOthersThatSayTheSame() {
        Questions questions = WORKLOAD.questions(Kind.MIXED, POOL);
        String last = questions.tokens()[POOL - 1];
        String first = questions.devices()[0];
        String second = questions.devices()[1];
        new QuestionContender("fresh", questions, Mode.OVERLAP, true, question -> true).prepare(POOL - 1, 2);
        assertThat(questions.tokens()[POOL - 1]).isEqualTo(last).isNotSameAs(last);
        assertThat(questions.devices()[0]).isEqualTo(first).isNotSameAs(first);
        assertThat(questions.devices()[1]).isSameAs(second);
    }
}
