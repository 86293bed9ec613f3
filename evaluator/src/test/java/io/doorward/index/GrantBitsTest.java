package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.index.persistent.KeyedPermutation;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantBitsTest {

    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int ROUNDS = 300;
    private static final byte KIND = 1;

    private final GrantCodes codes = GrantCodes.none(Rows.empty().family);
    private final Random random = new Random(SEED);

    @Test
    void theySayWhatTheTableSaysAfterAnyChanges() {
        System.out.println("GrantBitsTest: -Ddoorward.seed=" + SEED);
        int derived = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int devices = 1 + random.nextInt(400);
            int mostCodes = 1 + random.nextInt(4);
            PresentDevices present = present(1000, devices);
            RightsRow row = granted(present, mostCodes, random.nextInt(devices));
            GrantBits bits = GrantBits.of(row.entries, codes.order, present);
            for (int step = 0; step < 20; step++) {
                assertSaysWhatItsTableSays(bits, row, present);
                GrantTable table = new GrantTable(codes.order, row.entries, row.entryCount);
                int[] changed = change(table, devices, mostCodes, 1 + random.nextInt(3));
                RightsRow next = row(table);
                GrantBits after = bits.after(row, next, changed);
                derived += after == null ? 0 : 1;
                bits = after == null ? GrantBits.of(next.entries, codes.order, present) : after;
                row = next;
            }
        }
        assertThat(derived).isGreaterThan(ROUNDS);
    }

    /** Gives some devices another grant or none; one in ten of them is far from the others. */
    private int[] change(GrantTable table, int devices, int mostCodes, int count) {
        int[] changed = random.ints(count, 0, devices)
                .map(device -> random.nextInt(10) == 0 ? device : 1000 + device)
                .distinct()
                .toArray();
        for (int device : changed) {
            switch (random.nextInt(6)) {
                case 0 -> table.put(device, GrantCodes.APART);
                case 1, 2 -> table.remove(device);
                default -> table.put(device, 1 + random.nextInt(mostCodes));
            }
        }
        return changed;
    }

    @Test
    void onlyBitsThatTakeNoMoreThanTheGrantsAreKept() {
        PresentDevices present = present(0, 10_000);
        assertThat(bits(present, 1, 5000).areKept()).isTrue();
        assertThat(bits(present, 4, 5000).areKept()).isTrue();
        assertThat(bits(present, 4, 100).areKept()).isFalse();
        assertThat(bits(present, 1, 0).areKept()).isTrue();
    }

    @Test
    void whereTheyWereNotWorthItThatIsAskedAnewOnceTheTableIsOfAnotherSize() {
        PresentDevices present = present(0, 10_000);
        RightsRow few = granted(present, 4, 100);
        GrantBits none = GrantBits.of(few.entries, codes.order, present);
        assertThat(none.after(few, few, Numbers.NONE)).isSameAs(none);
        assertThat(none.after(few, granted(present, 1, 5000), Numbers.NONE)).isNull();
    }

    @Test
    void withMostGrantsGoneTheyAreMadeAnew() {
        PresentDevices present = present(0, 10_000);
        RightsRow many = granted(present, 4, 5000);
        GrantBits bits = GrantBits.of(many.entries, codes.order, present);
        assertThat(bits.after(many, many, Numbers.NONE)).isNotNull();
        assertThat(bits.after(many, granted(present, 4, 100), Numbers.NONE)).isNull();
    }

    @Test
    void manyChangesAtOnceMakeThemAnew() {
        PresentDevices present = present(0, 1000);
        RightsRow row = granted(present, 1, 500);
        GrantBits bits = GrantBits.of(row.entries, codes.order, present);
        assertThat(bits.after(row, row, IntStream.range(0, 64).toArray())).isNotNull();
        assertThat(bits.after(row, row, IntStream.range(0, 65).toArray())).isNull();
    }

    @Test
    void theLastGrantOfACodeTakesItAlong() {
        PresentDevices present = present(0, 1000);
        RightsRow row = plus(granted(present, 1, 500), 7, 2);
        GrantBits bits = GrantBits.of(row.entries, codes.order, present);
        assertThat(bits.after(row, plus(row, 7, 1), new int[] {7})).isNull();
    }

    @Test
    void whatHasNoPlaceMakesThemAnew() {
        PresentDevices present = present(6400, 640);
        GrantTable table = GrantTable.sized(codes.order, 640);
        IntStream.range(6464, 6976).forEach(device -> table.put(device, 1));
        RightsRow row = row(table);
        GrantBits bits = GrantBits.of(row.entries, codes.order, present);
        assertThat(bits.after(row, plus(row, 6464, 1), new int[] {6464})).isNotNull();
        assertThat(bits.after(row, plus(row, 6464, 2), new int[] {6464})).isNull();
        assertThat(bits.after(row, plus(row, 6463, 1), new int[] {6463})).isNull();
        assertThat(bits.after(row, plus(row, 6976, 1), new int[] {6976})).isNull();
        assertThat(bits.after(row, plus(row, 6976, GrantCodes.APART), new int[] {6976}))
                .isNotNull();
    }

    private static PresentDevices present(int first, int count) {
        return new PresentDevices(IntStream.range(first, first + count).toArray());
    }

    private RightsRow plus(RightsRow row, int device, int code) {
        GrantTable table = new GrantTable(codes.order, row.entries, row.entryCount);
        table.put(device, code);
        return row(table);
    }

    private GrantBits bits(PresentDevices present, int mostCodes, int grants) {
        return GrantBits.of(granted(present, mostCodes, grants).entries, codes.order, present);
    }

    private RightsRow granted(PresentDevices present, int mostCodes, int grants) {
        GrantTable table = GrantTable.sized(codes.order, grants);
        for (int i = 0; i < grants; i++) {
            table.put(present.entries[random.nextInt(present.entries.length)], 1 + random.nextInt(mostCodes));
        }
        return row(table);
    }

    private RightsRow row(GrantTable table) {
        return new RightsRow(
                0,
                null,
                RightsRow.NO_GRANTS,
                codes,
                table.entries(),
                table.count(),
                RightsRow.NO_DEVICES,
                RightsRow.NO_GRANTS);
    }

    private void assertSaysWhatItsTableSays(GrantBits bits, RightsRow row, PresentDevices present) {
        if (!bits.areKept()) {
            return;
        }
        KeyedPermutation order = codes.order;
        for (int code = 1; code <= 5; code++) {
            byte[] kinds = new byte[GrantCodes.APART + 1];
            kinds[code] = KIND;
            NumberSet expected = present.newSet();
            int seen = row.addDevices(kinds, KIND, expected);
            NumberSet found = present.newSet();
            assertThat(bits.addDevices(kinds, KIND, order, found)).isEqualTo(seen);
            assertThat(IntStream.range(0, 2000).filter(found::contains))
                    .as("seed %d, code %d", SEED, code)
                    .containsExactly(IntStream.range(0, 2000)
                            .filter(expected::contains)
                            .boxed()
                            .toArray(Integer[]::new));
        }
    }
}
