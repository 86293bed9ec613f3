package io.doorward.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A persistent map is a {@link TreeMap} whose old versions stay. */
class PersistentSortedMapTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesWhatATreeMapDoesAndKeepsEveryOldVersion(long seed) {
        Random random = new Random(seed);
        PersistentSortedMap<Integer, String> map = PersistentSortedMap.of();
        TreeMap<Integer, String> expected = new TreeMap<>();
        List<PersistentSortedMap<Integer, String>> versions = new ArrayList<>();
        List<TreeMap<Integer, String>> copies = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int key = random.nextInt(300);
            if (random.nextInt(5) < 3) {
                map = map.plus(key, "v" + i);
                expected.put(key, "v" + i);
            } else {
                map = map.minus(key);
                expected.remove(key);
            }
            assertThat(map.isSound()).as("seed %d, step %d", seed, i).isTrue();
            if (i % 50 == 0) {
                versions.add(map);
                copies.add(new TreeMap<>(expected));
            }
            int from = random.nextInt(300);
            int to = from + random.nextInt(300 - from);
            assertThat(map.subMap(from, to)).isEqualTo(expected.subMap(from, to));
        }
        for (int i = 0; i < versions.size(); i++) {
            assertThat(versions.get(i)).isEqualTo(copies.get(i)).hasSameHashCodeAs(copies.get(i));
            assertThat(new ArrayList<>(versions.get(i).keySet()))
                    .isEqualTo(new ArrayList<>(copies.get(i).keySet()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsWhatDiffersBetweenAnyTwoVersions(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            TreeMap<Integer, String> before = new TreeMap<>();
            int size = random.nextInt(60);
            while (before.size() < size) {
                before.put(random.nextInt(100), "old");
            }
            PersistentSortedMap<Integer, String> from = PersistentSortedMap.copyOf(before);
            PersistentSortedMap<Integer, String> to = random.nextInt(4) == 0 ? PersistentSortedMap.of() : from;
            int changes = random.nextInt(20);
            for (int change = 0; change < changes; change++) {
                int key = random.nextInt(100);
                to = random.nextBoolean() ? to.plus(key, random.nextBoolean() ? "old" : "new") : to.minus(key);
            }
            TreeMap<Integer, Optional<String>> expected = new TreeMap<>();
            for (int key = 0; key < 100; key++) {
                if (!Objects.equals(from.get(key), to.get(key))) {
                    expected.put(key, Optional.ofNullable(to.get(key)));
                }
            }
            assertThat(from.differences(to)).as("seed %d, round %d", seed, i).isEqualTo(expected);
            List<String> named = new ArrayList<>();
            from.forEachDifference(to, (key, was, is) -> named.add(key + " " + was + " " + is));
            assertThat(named)
                    .isEqualTo(expected.keySet().stream()
                            .map(key -> key + " " + from.get(key) + " " + expectedValue(expected, key))
                            .toList());
            assertThat(from.equals(to)).isEqualTo(expected.isEmpty());
        }
    }

    private static @Nullable String expectedValue(Map<Integer, Optional<String>> expected, int key) {
        return expected.getOrDefault(key, Optional.empty()).orElse(null);
    }

    @Test
    void aKeyThatIsPutAgainStaysTheObjectThatItWas() {
        PersistentSortedMap<String, Integer> map = PersistentSortedMap.of();
        String first = String.valueOf(new char[] {'a', 'b'});
        String second = String.valueOf(new char[] {'a', 'b'});
        map = map.plus(first, 1).plus(second, 2);
        assertThat(map.firstKey()).isSameAs(first);
        assertThat(map).containsEntry("ab", 2);
    }

    /** A value that counts how often it is compared. */
    private record Counted(int number, AtomicInteger comparisons) {
        @Override
        public boolean equals(@Nullable Object other) {
            return comparisons.incrementAndGet() > 0 && other instanceof Counted that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Test
    void twoMapsAreComparedUpToTheFirstDifferenceOnly() {
        AtomicInteger comparisons = new AtomicInteger();
        TreeMap<Integer, Counted> values = new TreeMap<>();
        TreeMap<Integer, Counted> others = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            values.put(i, new Counted(i, comparisons));
            others.put(i, new Counted(i + 1, comparisons));
        }
        assertThat(PersistentSortedMap.copyOf(values).equals(PersistentSortedMap.copyOf(others)))
                .isFalse();
        assertThat(comparisons).hasValue(1);
    }

    @Test
    void staysInBalanceWhateverTheOrderOfInsertion() {
        PersistentSortedMap<Integer, Integer> up = PersistentSortedMap.of();
        PersistentSortedMap<Integer, Integer> down = PersistentSortedMap.of();
        for (int i = 0; i < 10_000; i++) {
            up = up.plus(i, i);
            down = down.plus(-i, i);
        }
        assertThat(up.isSound() && down.isSound()).isTrue();
        for (int i = 0; i < 10_000; i += 2) {
            up = up.minus(i);
        }
        assertThat(up.isSound()).isTrue();
        assertThat(up).hasSize(5_000).doesNotContainKey(0).containsKey(1);
    }

    @Test
    void rangesAreSoundMapsOfTheirOwn() {
        TreeMap<Integer, Integer> source = new TreeMap<>();
        IntStream.range(0, 1_000).forEach(i -> source.put(i, i));
        PersistentSortedMap<Integer, Integer> map = PersistentSortedMap.copyOf(source);
        for (int from = 0; from < 1_000; from += 37) {
            for (int to = from; to < 1_000; to += 91) {
                assertThat(((PersistentSortedMap<Integer, Integer>) map.subMap(from, to)).isSound())
                        .isTrue();
            }
        }
        assertThat(map.headMap(3)).containsOnlyKeys(0, 1, 2);
        assertThat(map.tailMap(997)).containsOnlyKeys(997, 998, 999);
        assertThatIllegalArgumentException().isThrownBy(() -> map.subMap(2, 1));
    }

    @Test
    void cannotBeChangedInPlace() {
        PersistentSortedMap<Integer, Integer> map =
                PersistentSortedMap.<Integer, Integer>of().plus(1, 1);
        assertThatThrownBy(() -> map.put(2, 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove(1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue(2))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEmptyMapHasNoEnds() {
        PersistentSortedMap<Integer, Integer> empty = PersistentSortedMap.of();
        assertThat(empty).isEmpty();
        assertThatThrownBy(empty::firstKey).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(empty::lastKey).isInstanceOf(NoSuchElementException.class);
        assertThat(empty.plus(1, 2).firstKey()).isEqualTo(1);
        assertThat(empty.minus(1)).isSameAs(empty);
    }

    @Test
    void aKeyOfAnotherTypeIsNotThere() {
        PersistentSortedMap<Integer, Integer> map =
                PersistentSortedMap.<Integer, Integer>of().plus(1, 1);
        assertThat(((Map<?, ?>) map).containsKey("1")).isFalse();
    }
}
