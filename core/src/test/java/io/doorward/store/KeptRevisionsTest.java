package io.doorward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of revisions is a {@link TreeMap} that loses its first entries. */
class KeptRevisionsTest {

    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

    private static Map<Long, String> after(KeptRevisions<String> kept, long number) {
        Map<Long, String> all = new TreeMap<>();
        kept.forEachAfter(number, (what, itsNumber) -> all.put(itsNumber, what));
        return all;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsWhatATreeMapFindsAlsoWhereNumbersAreMissing(long seed) {
        Random random = new Random(seed);
        int most = 1 + random.nextInt(60);
        KeptRevisions<String> kept = new KeptRevisions<>(new Retention(most, Duration.ofHours(1)));
        TreeMap<Long, String> expected = new TreeMap<>();
        long number = 5;
        for (int i = 0; i < 500; i++) {
            number += random.nextInt(10) == 0 ? 1 + random.nextInt(40) : 1;
            kept.add(number, START, "r" + number);
            expected.put(number, "r" + number);
            if (expected.size() > most) {
                expected.pollFirstEntry();
            }
            long asked = expected.firstKey() - 3 + random.nextInt(2 * most);
            assertThat(kept.get(asked)).as("seed %d, step %d", seed, i).isEqualTo(expected.get(asked));
            Map.Entry<Long, String> next = expected.higherEntry(asked);
            assertThat(kept.firstAfter(asked))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(next == null ? null : next.getValue());
            assertThat(after(kept, asked)).as("seed %d, step %d", seed, i).isEqualTo(expected.tailMap(asked, false));
        }
    }

    @Test
    void dropsWhatIsTooOld() {
        KeptRevisions<String> kept = new KeptRevisions<>(new Retention(100, Duration.ofMinutes(10)));
        for (int minute = 0; minute < 30; minute++) {
            kept.add(minute, START.plus(Duration.ofMinutes(minute)), "r" + minute);
        }
        assertThat(after(kept, -1).keySet()).first().isEqualTo(19L);
        assertThat(after(kept, -1)).hasSize(11);
    }

    @Test
    void keepsNothingIfNothingIsToBeKept() {
        KeptRevisions<String> kept = new KeptRevisions<>(new Retention(0, Duration.ofMinutes(10)));
        kept.add(1, START, "one");
        assertThat(kept.get(1)).isNull();
        assertThat(after(kept, 0)).isEmpty();
    }

    @Test
    void aNumberThatComesAgainTakesThePlaceOfItselfAndOfThoseBehindIt() {
        KeptRevisions<String> kept = new KeptRevisions<>(Retention.DEFAULT);
        for (int i = 1; i <= 20; i++) {
            kept.add(i, START, "r" + i);
        }
        kept.add(15, START, "again");
        assertThat(after(kept, 13)).isEqualTo(Map.of(14L, "r14", 15L, "again"));
    }

    @Test
    void startsAnewWhenItWasCleared() {
        KeptRevisions<String> kept = new KeptRevisions<>(Retention.DEFAULT);
        kept.add(7, START, "former");
        kept.clear();
        assertThat(after(kept, Long.MIN_VALUE)).isEmpty();
        kept.add(3, START, "new");
        assertThat(kept.get(3)).isEqualTo("new");
        assertThat(kept.firstAfter(Long.MAX_VALUE)).isNull();
    }
}
