package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.index.persistent.KeyedPermutation;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GrantTableTest {

    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int ROUNDS = 200;
    private static final int STEPS = 400;

    private final KeyedPermutation order = new KeyedPermutation(new SecureRandom());

    @Test
    void itHoldsWhatAMapHoldsAfterAnyChanges() {
        System.out.println("GrantTableTest: -Ddoorward.seed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            int devices = 1 + random.nextInt(round + 2);
            GrantTable table = GrantTable.sized(order, random.nextInt(devices + 1));
            Map<Integer, Integer> map = new HashMap<>();
            for (int step = 0; step < STEPS; step++) {
                int device = random.nextInt(devices);
                if (random.nextInt(5) < 3) {
                    int code = 1 + random.nextInt(GrantCodes.MOST);
                    table.put(device, code);
                    map.put(device, code);
                } else {
                    table.remove(device);
                    map.remove(device);
                }
            }
            assertHolds(table.entries(), map, devices);
            assertThat(table.count()).isEqualTo(map.size());
        }
    }

    @Test
    void anArrayThatIsFinishedStaysAsItIs() {
        GrantTable table = GrantTable.sized(order, 3);
        table.put(0, 1);
        table.put(7, 2);
        int[] finished = table.entries();
        GrantTable next = new GrantTable(order, finished, table.count());
        next.put(7, 3);
        next.put(8, 4);
        next.remove(0);
        assertHolds(finished, Map.of(0, 1, 7, 2), 10);
        assertHolds(next.entries(), Map.of(7, 3, 8, 4), 10);
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        assertHolds(GrantTable.EMPTY, Map.of(), 100);
        GrantTable table = new GrantTable(order, GrantTable.EMPTY, 0);
        table.remove(1);
        assertThat(table.entries()).isSameAs(GrantTable.EMPTY);
    }

    @Test
    void theLastDeviceAndTheLastCodeFit() {
        int last = (1 << 24) - 1;
        assertThat(GrantTable.takes(last)).isTrue();
        assertThat(GrantTable.takes(last + 1)).isFalse();
        GrantTable table = GrantTable.sized(order, 1);
        table.put(last, GrantCodes.MOST);
        assertThat(GrantTable.code(table.entries(), order.key(last))).isEqualTo(GrantCodes.MOST);
    }

    @Test
    void aGrantTakesSixBytes() {
        int grants = 1000;
        GrantTable table = GrantTable.sized(order, grants);
        for (int device = 0; device < grants; device++) {
            table.put(device, 1);
        }
        assertThat(table.entries().length * Integer.BYTES).isLessThan(6100);
    }

    private void assertHolds(int[] entries, Map<Integer, Integer> map, int devices) {
        Set<Integer> found = new TreeSet<>();
        GrantTable.forEachDevice(entries, order, found::add);
        assertThat(found).isEqualTo(new TreeSet<>(map.keySet()));
        for (int device = 0; device < devices; device++) {
            assertThat(GrantTable.code(entries, order.key(device)))
                    .isEqualTo(map.getOrDefault(device, GrantCodes.NONE));
        }
    }
}
