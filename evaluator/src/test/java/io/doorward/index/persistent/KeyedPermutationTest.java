package io.doorward.index.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyedPermutationTest {

    private static final int NUMBERS = 1 << KeyedPermutation.BITS;

    @Test
    void eachNumberHasAKeyOfItsOwnAndTheKeyGivesItBack() {
        KeyedPermutation order = new KeyedPermutation(new SecureRandom());
        BitSet keys = new BitSet(NUMBERS);
        for (int number = 0; number < NUMBERS; number++) {
            int key = order.key(number);
            if (key < 0 || key >= NUMBERS || order.number(key) != number) {
                throw new AssertionError("number " + number + " has key " + key + ", which gives " + order.number(key));
            }
            keys.set(key);
        }
        assertThat(keys.cardinality()).isEqualTo(NUMBERS);
    }

    /** Else the lower half of a key would be an order of the lower half of the number alone. */
    @Test
    void theUpperHalfOfANumberCountsInTheLowerHalfOfItsKey() {
        KeyedPermutation order = new KeyedPermutation(new SecureRandom());
        int highest = NUMBERS / 2;
        for (int number = 0; number < highest; number += 999) {
            int changed = order.key(number) ^ order.key(number + highest);
            assertThat(changed % (1 << (KeyedPermutation.BITS / 2))).isNotZero();
        }
    }

    /** Else they would crowd beside it, and a table of grants on the first devices of all be some times as large. */
    @Test
    void theFirstNumbersHaveAnyKeys() {
        int low = 0;
        for (int i = 0; i < 1000; i++) {
            low += new KeyedPermutation(new SecureRandom()).key(0) < NUMBERS / 2 ? 1 : 0;
        }
        assertThat(low).isBetween(400, 600);
    }

    @Test
    void twoSecretsGiveTwoOrders() {
        KeyedPermutation one = new KeyedPermutation(new SecureRandom());
        KeyedPermutation other = new KeyedPermutation(new SecureRandom());
        int same = 0;
        for (int number = 0; number < NUMBERS; number++) {
            same += one.key(number) == other.key(number) ? 1 : 0;
        }
        assertThat(same).isLessThan(NUMBERS / 100);
    }

    /**
     * A thousand numbers in a row, or at any distance, fall into 64 equal parts of all keys as by chance, about 16 into each. By
     * chance, one part has more than 80 less often than once in 10^25 tries.
     */
    @Test
    void numbersAtEqualDistancesAreSpreadOverTheKeys() {
        long seed = Long.getLong("doorward.seed", System.nanoTime());
        System.out.println("KeyedPermutationTest: -Ddoorward.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            KeyedPermutation order = new KeyedPermutation(new SecureRandom());
            int distance = round % 2 == 0 ? 1 << (round / 2 % 14) : 1 + random.nextInt(NUMBERS / 1024);
            int first = random.nextInt(NUMBERS - 1024 * distance + 1);
            int[] parts = new int[64];
            for (int i = 0; i < 1024; i++) {
                parts[order.key(first + i * distance) >>> (KeyedPermutation.BITS - 6)]++;
            }
            assertThat(Arrays.stream(parts).max().orElseThrow())
                    .as("distance %d, round %d", distance, round)
                    .isLessThan(80);
        }
    }
}
