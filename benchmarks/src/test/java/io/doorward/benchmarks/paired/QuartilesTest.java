package io.doorward.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuartilesTest {

    @Test
    void theMiddleOfAnOddNumberIsOneOfThem() {
        assertThat(Quartiles.of(new double[] {9, 1, 5, 3, 7})).isEqualTo(new Quartiles(3, 5, 7));
    }

    @Test
    void theMiddleOfAnEvenNumberIsBetweenTwo() {
        assertThat(Quartiles.of(new double[] {4, 1, 3, 2})).isEqualTo(new Quartiles(1.75, 2.5, 3.25));
    }

    @Test
    void oneNumberIsItsOwnMiddle() {
        assertThat(Quartiles.of(new double[] {2})).isEqualTo(new Quartiles(2, 2, 2));
    }

    @Test
    void theNumbersStayAsTheyAre() {
        double[] numbers = {3, 1, 2};
        Quartiles.of(numbers);
        assertThat(numbers).containsExactly(3, 1, 2);
    }

    @Test
    void nothingHasNoMiddle() {
        assertThatThrownBy(() -> Quartiles.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
