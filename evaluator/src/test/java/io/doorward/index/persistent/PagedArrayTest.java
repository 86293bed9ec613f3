package io.doorward.index.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both persistent arrays hold what a map holds, and a version stays as it was whatever comes after it. */
class PagedArrayTest {

    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int WORDS = 3;

    private record Version(PagedArray<Integer> array, RecordArray records, Map<Integer, Integer> map) {}

    @Test
    void everyVersionHoldsWhatAMapHolds() {
        System.out.println("PagedArrayTest: -Ddoorward.seed=" + SEED);
        Random random = new Random(SEED);
        List<Version> versions = new ArrayList<>();
        versions.add(new Version(PagedArray.empty(), RecordArray.ofWords(WORDS), Map.of()));
        for (int step = 1; step < 60; step++) {
            Version before = versions.get(random.nextInt(versions.size()));
            PagedArray<Integer> array = before.array;
            RecordArray records = before.records;
            Map<Integer, Integer> map = new HashMap<>(before.map);
            Edit edit = new Edit(step);
            int bound = 1 << random.nextInt(14);
            for (int i = random.nextInt(50); i >= 0; i--) {
                int index = random.nextInt(bound);
                boolean isSet = random.nextInt(4) > 0;
                array = array.with(edit, index, isSet ? Integer.valueOf(step) : null);
                records = isSet ? records.with(edit, index, i, step, index) : records.without(edit, index);
                map.remove(index);
                if (isSet) {
                    map.put(index, step);
                }
            }
            versions.add(new Version(array, records, map));
        }
        versions.forEach(version -> assertHolds(version, 1 << 14));
    }

    private static void assertHolds(Version version, int bound) {
        for (int index = 0; index < bound; index++) {
            Integer expected = version.map.get(index);
            assertThat(version.array.get(index)).isEqualTo(expected);
            long[] page = version.records.page(index);
            int at = version.records.offset(index);
            assertThat(page[at + 1]).isEqualTo(expected == null ? 0 : expected);
            assertThat(page[at + 2]).isEqualTo(expected == null ? 0 : index);
        }
    }
}
