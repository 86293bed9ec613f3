package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Identifiers;
import io.doorward.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A device is found by exactly its id, be that a UUID, nearly one, or another text. */
class DeviceTableTest {

    private static final String UUID_TEXT = "0189abcd-ef01-7234-89ab-cdef01234567";

    @Test
    void anIdThatIsNearlyAUuidIsFoundAsItIs() {
        List<String> ids = new ArrayList<>(List.of(UUID_TEXT, UUID_TEXT.toUpperCase(Locale.ROOT)));
        for (int place = 0; place < UUID_TEXT.length(); place++) {
            ids.add(UUID_TEXT.substring(0, place) + "g" + UUID_TEXT.substring(place + 1));
        }
        assertFound(ids, List.of(UUID_TEXT + "0", UUID_TEXT.substring(1), UUID_TEXT.replace("-", "")));
    }

    @Test
    void theUuidOfZerosAndThatOfOnesAreFound() {
        assertFound(
                List.of(new UUID(0, 0).toString(), new UUID(-1, -1).toString()),
                List.of(new UUID(0, 1).toString(), new UUID(1, 0).toString(), new UUID(0, -1).toString()));
    }

    /** A device whose id is no UUID has zeros where others have it. */
    @Test
    void otherIdsAreNotTakenForTheUuidOfZeros() {
        List<String> ids = Stream.iterate(0, i -> i + 1)
                .limit(2000)
                .map(i -> "device-" + i)
                .toList();
        Index index = index(ids);
        DeviceTable devices = index.rows().devices;
        assertThat(devices.find(new UUID(0, 0).toString())).isEqualTo(Numbers.NOTHING);
        ids.forEach(id -> assertThat(devices.row(devices.find(id)).id().value()).isEqualTo(id));
    }

    /** So many that tags of hashes are alike. */
    @Test
    void amongManyUuidsEachIsFoundAndNoOtherOne() {
        Random random = new Random(1);
        List<String> ids = uuids(random, 5000);
        assertFound(ids, uuids(random, 50_000));
        assertFound(
                ids.stream().map(id -> "x" + id).toList(),
                ids.stream().map(id -> "y" + id).toList());
    }

    /** No bit of the one half is set in both, and the other half is the same. */
    @Test
    void anIdThatHasNothingInCommonWithAnotherIsNotTakenForIt() {
        long bits = 0x5555_5555_5555_5555L;
        Random random = new Random(1);
        List<String> ids = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            ids.add(new UUID(random.nextLong() & bits, 7).toString());
            ids.add(new UUID(7, random.nextLong() & bits).toString());
            others.add(new UUID(random.nextLong() & ~bits, 7).toString());
            others.add(new UUID(7, random.nextLong() & ~bits).toString());
        }
        assertFound(ids, others);
    }

    @Test
    void devicesAreOrderedByTheTextsOfTheirIds() {
        List<String> ids = new ArrayList<>(uuids(new Random(1), 20));
        ids.addAll(List.of(
                "0", "7-door", "a", "f", "zebra", UUID_TEXT, UUID_TEXT.toUpperCase(Locale.ROOT), UUID_TEXT + "0"));
        DeviceTable devices = index(ids).rows().devices;
        for (String one : ids) {
            for (String other : ids) {
                int expected = Integer.signum(Identifiers.compare(one, other));
                int number = devices.find(one);
                assertThat(Integer.signum(devices.compareIds(number, devices.find(other))))
                        .as("%s, %s", one, other)
                        .isEqualTo(expected);
                assertThat(Integer.signum(devices.compareId(number, other)))
                        .as("%s, %s", one, other)
                        .isEqualTo(expected);
            }
        }
    }

    private static List<String> uuids(Random random, int count) {
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString())
                .limit(count)
                .toList();
    }

    private static void assertFound(List<String> ids, List<String> others) {
        Index index = index(ids);
        IndexValidator.validate(index);
        DeviceTable devices = index.rows().devices;
        for (String id : ids) {
            assertThat(devices.row(devices.find(id)).id().value()).isEqualTo(id);
        }
        for (String other : others) {
            assertThat(devices.find(other)).as(other).isEqualTo(Numbers.NOTHING);
        }
    }

    private static Index index(List<String> devices) {
        return Index.of(Policy.builder()
                .workspace("plant", plant -> devices.forEach(plant::device))
                .build());
    }
}
