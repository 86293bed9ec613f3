package io.doorward.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingLoopTest {

    private final List<Integer> asked = new ArrayList<>();

    private boolean noteAndAllowEven(int question) {
        asked.add(question);
        return question % 2 == 0;
    }

    @Test
    void questionsThatOverlapComeInTurnAndBeginAnewAtTheEnd() {
        Asking loop = AskingLoop.of(this::noteAndAllowEven, 8);
        assertThat(loop.overlapping(6, 4)).isEqualTo(2);
        assertThat(asked).containsExactly(6, 7, 0, 1);
    }

    @Test
    void anAnswerDecidesOnTheNextQuestionWhereTheyAreDependent() {
        Asking loop = AskingLoop.of(this::noteAndAllowEven, 8);
        assertThat(loop.dependent(5, 4)).isEqualTo(5 + 1 + 2 + 2 + 2);
        assertThat(asked).containsExactly(5, 6, 0, 2);
    }

    @Test
    void eachContenderHasLoopsOfItsOwn() {
        assertThat(AskingLoop.of(question -> true, 8).getClass())
                .isNotEqualTo(AskingLoop.of(question -> true, 8).getClass());
    }

    @Test
    void thePoolIsAPowerOfTwo() {
        assertThatThrownBy(() -> AskingLoop.of(question -> true, 1000)).isInstanceOf(IllegalArgumentException.class);
    }
}
