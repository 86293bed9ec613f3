package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.index.persistent.Edit;
import io.doorward.model.DeviceId;
import io.doorward.model.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceSearchTest {

    private static final long SEED = 13;
    private static final int DEVICES = 600;

    /** So many places are guessed at most, and so often a range of all devices can be halved. */
    private static final int GUESSES = 8;

    private static final int HALVINGS = 10;

    private final Random random = new Random(SEED);

    @Test
    void amongUuidsDrawnAtRandomByAHandfulOfLooks() {
        assertThat(findsAll(i -> new UUID(random.nextLong(), random.nextLong()).toString()))
                .isLessThan(5);
    }

    @Test
    void amongUuidsOfOneTimeThatDifferInTheirLastBitsOnly() {
        findsAll(i -> new UUID(0x0189abcd_ef017234L, i).toString());
        findsAll(i -> new UUID(0xffffffff_ffff7fffL, -i).toString());
    }

    @Test
    void amongUuidsThatCrowdAtOneEnd() {
        findsAll(i -> new UUID(1L << (i % 64), random.nextLong()).toString());
    }

    @Test
    void amongTextsOfAllKinds() {
        findsAll(i -> switch (i % 3) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 -> Integer.toHexString(random.nextInt());
            default -> "\uFB01" + i;
        });
    }

    /** Returns how many devices it looks at, on average. */
    private double findsAll(IntFunction<String> ids) {
        int looks = 0;
        List<String> texts = new ArrayList<>(
                IntStream.range(0, DEVICES).mapToObj(ids).distinct().toList());
        DeviceTable devices = table(texts);
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.comparing(DeviceId::new));
        int[] entries = sorted.stream()
                .mapToInt(devices::find)
                .map(number -> random.nextInt(9) == 0 ? IdOrder.marked(number) : number)
                .toArray();
        List<String> asked = new ArrayList<>(sorted);
        asked.addAll(List.of("0", "\uD83D\uDE00", new UUID(0, 0).toString(), new UUID(-1, -1).toString()));
        IntStream.range(0, 100).forEach(i -> asked.add(new UUID(random.nextLong(), random.nextLong()).toString()));
        for (String id : asked) {
            long before = sorted.stream()
                    .filter(other -> Identifiers.compare(other, id) <= 0)
                    .count();
            PlaceSearch search = new PlaceSearch(devices, id);
            assertThat(search.placeIn(entries))
                    .as("seed %d: after %s", SEED, id)
                    .isEqualTo((int) before);
            assertThat(search.looks()).as("seed %d: looks for %s", SEED, id).isBetween(1, GUESSES + HALVINGS);
            looks += search.looks();
        }
        assertThat(new PlaceSearch(devices, "0").placeIn(Numbers.NONE)).isZero();
        return (double) looks / asked.size();
    }

    private static DeviceTable table(List<String> ids) {
        DeviceTableDraft draft = Rows.empty().devices.draft(new Edit(1));
        for (String id : ids) {
            int number = draft.numberOf(id);
            PresenceRow owning = new PresenceRow(0, number, true, PresenceRow.NO_CEILING, PresenceRow.NO_PRODUCT);
            draft.put(DeviceRow.of(number, 1 + number, new DeviceId(id), false, owning, Numbers.NONE, Numbers.NONE));
        }
        return draft.freeze();
    }
}
