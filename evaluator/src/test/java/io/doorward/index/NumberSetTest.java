package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberSetTest {

    private static final long SEED = 5;
    private static final int FIRST = 1000;
    private static final int LENGTH = 11 * Long.SIZE;
    private static final int BOUND = 3000;

    private final Random random = new Random(SEED);

    /** Adds numbers of the span, and others before and behind it. */
    private SortedSet<Integer> fill(NumberSet set, int count) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            int number = random.nextInt(BOUND);
            boolean isAdded = random.nextInt(3) > 0;
            set.addIf(isAdded ? 1 : 0, number);
            if (isAdded) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    @Test
    void itHasTheNumbersThatWereAddedAndNoOthers() {
        for (int count : new int[] {0, 1, 7, 9, 500, 4000}) {
            NumberSet set = new NumberSet(FIRST, LENGTH);
            SortedSet<Integer> numbers = fill(set, count);
            IntStream.range(0, BOUND).forEach(number -> assertThat(set.contains(number))
                    .as("seed %d: %d of %d", SEED, number, count)
                    .isEqualTo(numbers.contains(number)));
        }
    }

    @Test
    void whatTwoSetsHaveInCommonInTheSpanIsWrittenDownInOrder() {
        for (int i = 0; i < 200; i++) {
            NumberSet one = new NumberSet(FIRST, LENGTH);
            NumberSet other = new NumberSet(FIRST, LENGTH);
            SortedSet<Integer> common = fill(one, 2000);
            common.retainAll(fill(other, 2000));
            int least = random.nextInt(BOUND);
            int bound = random.nextInt(BOUND);
            int most = random.nextInt(LENGTH);
            int[] written = new int[LENGTH];
            int from = random.nextInt(LENGTH - most);
            int to = one.copyCommon(other, least, bound, written, from, from + most);
            assertThat(IntStream.range(from, to).map(place -> written[place]))
                    .as("seed %d: from %d to %d, %d at most", SEED, least, bound, most)
                    .containsExactlyElementsOf(common.stream()
                            .filter(number -> number >= FIRST && number < FIRST + LENGTH)
                            .filter(number -> number >= least && number < bound)
                            .limit(most)
                            .toList());
        }
    }

    @Test
    void aSetForSomeNumbersHoldsThoseThatAreFarFromTheOthersToo() {
        int[] numbers = {7, 3, 1_000_000, 5, 2_000_000_000};
        NumberSet set = NumberSet.toHold(numbers);
        for (int number : numbers) {
            set.add(number);
        }
        for (int number : numbers) {
            assertThat(set.contains(number)).isTrue();
            assertThat(set.contains(number + 1)).isFalse();
        }
    }
}
