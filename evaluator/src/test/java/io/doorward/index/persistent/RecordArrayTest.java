package io.doorward.index.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An array of records is what was written last, in each version for itself. */
class RecordArrayTest {

    private static final int[] INDEXES = {0, 1, 511, 512, 513, 131_071, 131_072, 40_000_000};

    @Test
    void aRecordThatWasNeverWrittenIsAllZeros() {
        RecordArray array = RecordArray.ofWords(2).with(new Edit(1), 600, 7, 8);
        for (int index : INDEXES) {
            assertThat(words(array, index)).containsExactly(0, 0);
        }
        assertThat(words(array, 600)).containsExactly(7, 8);
    }

    @Test
    void everyVersionKeepsWhatItHad() {
        Random random = new Random(1);
        RecordArray array = RecordArray.ofWords(2);
        Map<Integer, Long> values = new HashMap<>();
        List<RecordArray> versions = new ArrayList<>();
        List<Map<Integer, Long>> expected = new ArrayList<>();
        for (int step = 0; step < 200; step++) {
            Edit edit = new Edit(step + 1);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int index = INDEXES[random.nextInt(INDEXES.length)];
                if (random.nextInt(4) == 0) {
                    array = array.without(edit, index);
                    values.remove(index);
                } else {
                    long value = random.nextLong();
                    array = array.with(edit, index, value, ~value);
                    values.put(index, value);
                }
            }
            versions.add(array);
            expected.add(Map.copyOf(values));
        }
        for (int version = 0; version < versions.size(); version++) {
            for (int index : INDEXES) {
                Long value = expected.get(version).get(index);
                assertThat(words(versions.get(version), index))
                        .as("%d in version %d", index, version)
                        .containsExactly(value == null ? new long[2] : new long[] {value, ~value});
            }
        }
    }

    @Test
    void aRecordOfAnotherSizeIsRefused() {
        RecordArray array = RecordArray.ofWords(4);
        assertThatThrownBy(() -> array.with(new Edit(1), 0, 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 words, not 3");
    }

    private static long[] words(RecordArray array, int index) {
        long[] page = array.page(index);
        return new long[] {page[array.offset(index)], page[array.offset(index) + 1]};
    }
}
