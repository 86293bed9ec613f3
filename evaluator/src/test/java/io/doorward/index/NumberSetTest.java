package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberSetTest {

    private static final long SEED = 5;
    private static final int FIRST = 15 * Long.SIZE;
    private static final int LENGTH = 11 * Long.SIZE;
    private static final int BOUND = 3000;

    private final Random random = new Random(SEED);

    /** Adds numbers of the span, and others before and behind it. */
    private SortedSet<Integer> fill(NumberSet set, int count) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            int number = random.nextInt(BOUND);
            set.add(number);
            numbers.add(number);
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
    void aSpanThatBeginsWithinAWordReachesAsFarAsItShould() {
        NumberSet set = new NumberSet(FIRST + 63, 2);
        set.add(FIRST + 63);
        set.add(FIRST + 64);
        int[] written = new int[2];
        assertThat(set.copyCommon(set, 0, BOUND, written, 0, 2)).isEqualTo(2);
        assertThat(written).containsExactly(FIRST + 63, FIRST + 64);
    }

    /** Bits before, in and behind the span, in all ways in which they may overlap with it. */
    @Test
    void bitsOfAnyPlaceAreAdded() {
        for (int first : new int[] {0, Long.SIZE, FIRST}) {
            for (int length : new int[] {LENGTH, BOUND}) {
                for (int firstWord = 0; firstWord < BOUND / Long.SIZE; firstWord++) {
                    for (int words : new int[] {0, 1, 3, 20}) {
                        assertBitsAreAdded(first, length, firstWord, words);
                    }
                }
            }
        }
    }

    private void assertBitsAreAdded(int first, int length, int firstWord, int words) {
        NumberSet set = new NumberSet(first, length);
        SortedSet<Integer> numbers = fill(set, 20);
        long[] bits = random.longs(words).toArray();
        set.addAll(firstWord, bits);
        int start = firstWord * Long.SIZE;
        BitSet.valueOf(bits).stream().forEach(bit -> numbers.add(start + bit));
        assertThat(IntStream.range(0, 2 * BOUND).filter(set::contains))
                .as("seed %d: %d words from word %d on, span of %d from %d", SEED, words, firstWord, length, first)
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void aNumberThatIsNotToBeAddedIsNot() {
        for (int length : new int[] {LENGTH, 0}) {
            NumberSet set = new NumberSet(FIRST, length);
            for (int number : new int[] {0, 7, FIRST, FIRST + 2, BOUND - 1}) {
                set.addIf(0, number);
            }
            set.addIf(1, 7);
            set.addIf(1, FIRST);
            assertThat(IntStream.range(0, BOUND).filter(set::contains))
                    .as("a span of %d", length)
                    .containsExactly(7, FIRST);
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
