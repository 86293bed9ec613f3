package io.doorward.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvalidPolicyExceptionTest {

    @Test
    void theMessageHasALineForEachProblem() {
        assertThat(new InvalidPolicyException(problems(1))).hasMessage("1 problem:\nline 1: wrong");
        assertThat(new InvalidPolicyException(problems(2))).hasMessage("2 problems:\nline 1: wrong\nline 2: wrong");
    }

    @Test
    void theMessageOfManyProblemsIsCutAndTheListIsNot() {
        InvalidPolicyException exception = new InvalidPolicyException(problems(23));

        assertThat(exception.getMessage().lines()).hasSize(22);
        assertThat(exception)
                .hasMessageStartingWith("23 problems:\n")
                .hasMessageEndingWith("line 20: wrong\nand 3 more");
        assertThat(exception.problems()).isEqualTo(problems(23));
        assertThat(new InvalidPolicyException(problems(20))).hasMessageEndingWith("\nline 20: wrong");
    }

    @Test
    void theListIsACopyAndCannotBeChanged() {
        List<Problem> given = new ArrayList<>(problems(2));
        InvalidPolicyException exception = new InvalidPolicyException(given);
        given.clear();

        assertThat(exception.problems()).hasSize(2);
        assertThatThrownBy(() -> exception.problems().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void thereIsNoneWithoutAProblem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvalidPolicyException(List.of()))
                .isNotInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void problemsSurviveSerialization() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new InvalidPolicyException(problems(3)));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(((InvalidPolicyException) in.readObject()).problems()).isEqualTo(problems(3));
        }
    }

    private static List<Problem> problems(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Problem("line " + i, "wrong"))
                .toList();
    }
}
