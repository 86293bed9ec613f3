package io.doorward.index.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTableTest {

    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());

    private final KeyedHash hash = new KeyedHash(new SecureRandom());

    @Test
    void everyVersionHoldsWhatAMapHeldThen() {
        System.out.println("NumberTableTest: -Ddoorward.seed=" + SEED);
        Random random = new Random(SEED);
        for (int bound : new int[] {1, 10, 300, 3000}) {
            NumberTable<String> table = NumberTable.empty(hash);
            Map<Integer, String> map = new HashMap<>();
            NumberTable<String> older = table;
            Map<Integer, String> then = Map.of();
            for (int step = 0; step < 3 * bound; step++) {
                int number = random.nextInt(bound);
                String value = random.nextInt(3) == 0 ? null : "v" + step;
                table = table.with(number, value);
                if (value == null) {
                    map.remove(number);
                } else {
                    map.put(number, value);
                }
                if (random.nextInt(bound) == 0) {
                    assertHolds(older, then, bound);
                    older = table;
                    then = Map.copyOf(map);
                }
            }
            assertHolds(older, then, bound);
            assertHolds(table, map, bound);
        }
    }

    @Test
    void aTableMadeAtOnceHoldsAll() {
        for (int size : new int[] {0, 1, 5, 97, 2000}) {
            int[] numbers = new int[size];
            String[] values = new String[size];
            Map<Integer, String> map = new HashMap<>();
            for (int i = 0; i < size; i++) {
                numbers[i] = 3 * i;
                values[i] = "v" + i;
                map.put(numbers[i], values[i]);
            }
            assertHolds(NumberTable.of(hash, numbers, values), map, 3 * size + 1);
        }
    }

    private static void assertHolds(NumberTable<String> table, Map<Integer, String> map, int bound) {
        assertThat(table.size()).isEqualTo(map.size());
        assertThat(table.numbers())
                .containsExactly(map.keySet().stream()
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray());
        Map<Integer, String> each = new HashMap<>();
        table.forEach((value, number) -> each.put(number, value));
        assertThat(each).isEqualTo(map);
        for (int number = 0; number < bound; number++) {
            assertThat(table.get(number)).isEqualTo(map.get(number));
        }
    }
}
