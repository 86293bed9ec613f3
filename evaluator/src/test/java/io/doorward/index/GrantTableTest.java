package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.index.persistent.KeyedPermutation;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantTableTest {

    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int ROUNDS = 200;
    private static final int STEPS = 400;
    private static final int KEYS = 1 << KeyedPermutation.BITS;

    /** Behind the last home. */
    private static final int SLOTS_OF_NOBODY = 4;

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

    /** On average, and in most tables: one that is crowded at its end has to grow, which one in twelve is. */
    @Test
    void aGrantTakesSixBytes() {
        int grants = 1000;
        int tables = 100;
        int inSixBytes = 0;
        long bytes = 0;
        for (int i = 0; i < tables; i++) {
            GrantTable table = GrantTable.sized(new KeyedPermutation(new SecureRandom()), grants);
            for (int device = 0; device < grants; device++) {
                table.put(device, 1);
            }
            int size = table.entries().length * Integer.BYTES;
            inSixBytes += size < 6 * grants ? 1 : 0;
            bytes += size;
        }
        assertThat(inSixBytes).isGreaterThan(tables * 3 / 4);
        assertThat(bytes / tables).isLessThan(6L * grants);
    }

    /** An older version has the array, too. */
    @Test
    void oneMoreGrantLeavesTheFinishedArrayAsItIs() {
        GrantTable table = GrantTable.sized(order, 100);
        table.put(0, 1);
        int[] finished = table.entries();
        GrantTable next = new GrantTable(order, finished, table.count());
        next.put(1, 2);
        assertHolds(finished, Map.of(0, 1), 10);
        assertHolds(next.entries(), Map.of(0, 1, 1, 2), 10);
    }

    @Test
    void aTableForSoManyGrantsTakesThemAsItIs() {
        for (int grants = 1; grants < 300; grants++) {
            GrantTable table = GrantTable.sized(order, grants);
            int slots = table.entries().length;
            table.put(0, 1);
            assertThat(table.entries()).hasSize(slots);
        }
    }

    /**
     * So long as it is not too full, a look-up is short; so long as it is not too empty, a grant takes little memory. With
     * devices that crowd nowhere, for which a table never has to grow on that account.
     */
    @Test
    void aTableIsNeverTooFullNorTooEmpty() {
        int grants = 2000;
        List<Integer> keys =
                IntStream.range(0, grants).mapToObj(i -> KEYS / grants * i).collect(Collectors.toList());
        Collections.shuffle(keys, new Random(1));
        GrantTable table = new GrantTable(order, GrantTable.EMPTY, 0);
        for (int i = 0; i < grants; i++) {
            table.put(order.number(keys.get(i)), 1);
            int homes = table.entries().length - SLOTS_OF_NOBODY;
            assertThat(table.count()).isEqualTo(i + 1);
            assertThat(100 * table.count()).isLessThanOrEqualTo(80 * homes);
        }
        for (int left = grants - 1; left >= 50; left--) {
            table.remove(order.number(keys.get(left)));
            assertThat(table.count()).isEqualTo(left);
            assertThat(100 * table.count()).isGreaterThanOrEqualTo(30 * table.entries().length);
        }
    }

    /** Else a look-up from its home on would be long, or would not find it. */
    @Test
    void anEntryLiesAtItsHomeOrNotFarBehindIt() {
        int grants = 10_000;
        Random random = new Random(1);
        GrantTable table = GrantTable.sized(order, grants);
        for (int i = 0; i < grants; i++) {
            table.put(order.number(random.nextInt(KEYS)), 1);
        }
        int[] entries = table.entries();
        long behind = 0;
        for (int slot = 0; slot < entries.length; slot++) {
            if (entries[slot] != 0) {
                long key = order.key(GrantTable.deviceOf(entries[slot], order));
                long home = ((KEYS - 1 - key) * (entries.length - SLOTS_OF_NOBODY)) / KEYS;
                assertThat(slot).isGreaterThanOrEqualTo((int) home);
                behind += slot - home;
            }
        }
        assertThat(behind).isLessThan(2L * table.count());
    }

    /** Nobody can choose such devices, but chance can. */
    @Test
    void whereGrantsCrowdAtTheEndTheTableGrowsUntilTheyFit() {
        int crowd = 16;
        GrantTable table = new GrantTable(order, GrantTable.EMPTY, 0);
        Map<Integer, Integer> map = new HashMap<>();
        for (int key = 0; key < crowd; key++) {
            put(table, map, order.number(key << 10));
        }
        assertFound(table, map);
        int slots = table.entries().length;
        assertThat(slots).isBetween(9_000, 15_000);

        // Others, all of them in front, until it has to become larger than that
        for (int i = 0; i < slots; i++) {
            put(table, map, order.number(KEYS / 2 + i));
        }
        assertFound(table, map);
        assertThat(table.entries().length).isGreaterThan(slots);
        for (int i = 0; i < slots; i++) {
            table.remove(order.number(KEYS / 2 + i));
            map.remove(order.number(KEYS / 2 + i));
        }
        assertFound(table, map);
        assertThat(table.entries()).hasSizeBetween(9_000, 15_000);
    }

    private static void put(GrantTable table, Map<Integer, Integer> map, int device) {
        table.put(device, GrantCodes.MOST);
        map.put(device, GrantCodes.MOST);
    }

    private void assertFound(GrantTable table, Map<Integer, Integer> map) {
        assertThat(table.count()).isEqualTo(map.size());
        map.forEach((device, code) ->
                assertThat(GrantTable.code(table.entries(), order.key(device))).isEqualTo(code));
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
