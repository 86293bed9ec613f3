package io.doorward.index.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory finds every number under its hash, however the hashes fall, in every version. */
class DirectoryTest {

    private static final int MIX = 0x9E3779B9; // 2^32 divided by the golden ratio

    private long edits;

    /** Hashes as they come, and such as an attacker would like to have. */
    private static final Map<String, IntUnaryOperator> HASHES = Map.of(
            "spread", number -> number * MIX,
            "all alike", number -> 0x12345678,
            "all zeros", number -> 0,
            "all ones", number -> -1,
            "alike at the beginning", number -> 0xABC00000 | ((number * MIX) >>> 12),
            "alike at the end", number -> (number * MIX) & 0xFFFFF000,
            "one slot of each bucket and one tag", number -> number << 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spread",
                "all alike",
                "all zeros",
                "all ones",
                "alike at the beginning",
                "alike at the end",
                "one slot of each bucket and one tag"
            })
    void whatWasPutIsFoundAndWhatWasTakenOutIsNot(String kind) {
        Directory.Hashes hashes = HASHES.get(kind)::applyAsInt;
        Directory directory = Directory.empty();
        Set<Integer> present = new HashSet<>();
        Random random = new Random(kind.hashCode());
        int numbers = kind.startsWith("all") ? 700 : 9000;
        for (int step = 0; step < 3 * numbers; step++) {
            Edit edit = new Edit(++edits);
            int number = random.nextInt(numbers);
            if (present.add(number)) {
                directory = directory.plus(edit, hashes.hashOf(number), number, hashes);
            } else if (random.nextBoolean()) {
                present.remove(number);
                directory = directory.minus(edit, hashes.hashOf(number), number, hashes);
            }
        }
        assertThat(directory.count()).isEqualTo(present.size());
        for (int number = 0; number < numbers; number++) {
            assertThat(finds(directory, hashes.hashOf(number), number))
                    .as("%s: %d", kind, number)
                    .isEqualTo(present.contains(number));
        }
    }

    @Test
    void anOlderVersionStaysAsItWas() {
        Directory.Hashes hashes = number -> number * MIX;
        List<Directory> versions = new ArrayList<>(List.of(Directory.empty()));
        for (int number = 0; number < 500; number++) {
            versions.add(versions.get(number).plus(new Edit(++edits), hashes.hashOf(number), number, hashes));
        }
        Directory emptied = versions.get(500);
        for (int number = 0; number < 500; number++) {
            emptied = emptied.minus(new Edit(++edits), hashes.hashOf(number), number, hashes);
        }
        assertThat(emptied.count()).isZero();
        for (int version = 0; version <= 500; version++) {
            assertThat(versions.get(version).count()).isEqualTo(version);
            for (int number = 0; number < 500; number++) {
                assertThat(finds(versions.get(version), hashes.hashOf(number), number))
                        .as("%d in version %d", number, version)
                        .isEqualTo(number < version);
            }
        }
    }

    @Test
    void oneEditMayAddManyAndLeavesTheVersionBeforeAlone() {
        Directory.Hashes hashes = number -> number * MIX;
        Directory before = Directory.empty().plus(new Edit(++edits), hashes.hashOf(0), 0, hashes);
        Edit edit = new Edit(++edits);
        Directory after = before;
        for (int number = 1; number < 20_000; number++) {
            after = after.plus(edit, hashes.hashOf(number), number, hashes);
        }
        assertThat(before.count()).isEqualTo(1);
        assertThat(after.count()).isEqualTo(20_000);
    }

    @Test
    void aNumberThatIsNotThereCannotBeTakenOut() {
        Directory.Hashes hashes = number -> 7;
        Directory one = Directory.empty().plus(new Edit(++edits), 7, 1, hashes);
        assertThatThrownBy(() -> one.minus(new Edit(++edits), 7, 2, hashes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("number 2");
    }

    @Test
    void aNumberThatFitsNoEntryIsRefused() {
        assertThatThrownBy(() -> Directory.empty().plus(new Edit(++edits), 7, Directory.MOST - 1, number -> 7))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fewer than " + Directory.MOST);
    }

    @Test
    void thingsThatOnlyShareASlotAreRarelyLookedAt() {
        Directory.Hashes hashes = number -> number * MIX;
        Directory directory = filled(hashes, 100_000);
        Map<Integer, Integer> looks = new HashMap<>();
        for (int number = 0; number < 100_000; number++) {
            int hash = hashes.hashOf(number);
            int[] bucket = directory.bucket(hash);
            int entry;
            for (int probe = 0; (entry = Directory.entry(bucket, hash, probe)) != 0; probe++) {
                if (Directory.mayBeOf(entry, hash)) {
                    looks.merge(number, 1, Integer::sum);
                }
            }
        }
        assertThat(looks).hasSize(100_000);
        assertThat(looks.values().stream().mapToInt(Integer::intValue).sum()).isLessThan(115_000);
    }

    /** Of these hashes, five of six; the others lie behind more, or behind one of the same tag. */
    @Test
    void theLikelyEntryIsMostlyTheRightOne() {
        Directory.Hashes hashes = number -> number * MIX;
        Directory directory = filled(hashes, 100_000);
        int right = 0;
        for (int number = 0; number < 100_000; number++) {
            int hash = hashes.hashOf(number);
            int likely = Directory.likely(directory.bucket(hash), hash);
            right += Directory.number(likely) == number ? 1 : 0;
        }
        assertThat(right).isGreaterThan(84_000);
    }

    private Directory filled(Directory.Hashes hashes, int count) {
        Directory directory = Directory.empty();
        Edit edit = new Edit(++edits);
        for (int number = 0; number < count; number++) {
            directory = directory.plus(edit, hashes.hashOf(number), number, hashes);
        }
        return directory;
    }

    private static boolean finds(Directory directory, int hash, int number) {
        int[] bucket = directory.bucket(hash);
        int entry;
        for (int probe = 0; (entry = Directory.entry(bucket, hash, probe)) != 0; probe++) {
            if (Directory.mayBeOf(entry, hash) && Directory.number(entry) == number) {
                return true;
            }
        }
        return false;
    }
}
