package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresentDevicesTest {

    private static final long SEED = 3;

    @Test
    void devicesThatWereLoadedWholeAreRising() {
        PresentDevices present = new PresentDevices(IntStream.range(5000, 6000).toArray());
        assertThat(present.hasFewStrays()).isTrue();
        assertThat(present.strays).isEmpty();
        assertThat(IntStream.range(5000, 6000)).allMatch(present.rising::contains);
        assertThat(present.rising.contains(4999)).isFalse();
        assertThat(present.rising.contains(6000)).isFalse();
    }

    @Test
    void aDeviceThatCameLaterOrIsMarkedIsAStrayAndNoOtherForIt() {
        PresentDevices present = new PresentDevices(
                new int[] {19, 10, IdOrder.marked(11), 1_000_000, 12, 13, 14, 15, IdOrder.marked(2)});
        assertThat(present.strays).containsExactly(0, 2, 3, 8);
        assertThat(present.bounds).containsExactly(10, 12, 12, Integer.MAX_VALUE);
        assertThat(IntStream.of(10, 12, 13, 14, 15)).allMatch(present.rising::contains);
        assertThat(IntStream.of(19, 11, 2, 1_000_000)).noneMatch(present.rising::contains);
    }

    @Test
    void withMostDevicesInNoOrderStraysAreNotKept() {
        PresentDevices present = new PresentDevices(new int[] {9, 8, 7, 6, 5});
        assertThat(present.hasFewStrays()).isFalse();
        assertThat(present.strays).isEmpty();
        assertThat(new PresentDevices(Numbers.NONE).hasFewStrays()).isTrue();
    }

    /** Whatever the order of numbers: rising ones and strays, put where their bounds say, are all devices in order. */
    @Test
    void risingDevicesAndStraysMakeUpTheOrder() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            int[] entries = entries(random);
            assertMakeUpTheOrder(entries, random.nextInt(entries.length + 1), "seed %d, number %d".formatted(SEED, i));
        }
    }

    /** Of 32 devices, those of 64 numbers and some more can be rising; wherever these begin and end, none is lost. */
    @Test
    void aDeviceBesideThoseThatCanBeRisingIsNotLost() {
        for (int other = 900; other < 1150; other++) {
            int[] entries = IntStream.concat(IntStream.range(1000, 1031), IntStream.of(other))
                    .distinct()
                    .sorted()
                    .toArray();
            assertMakeUpTheOrder(entries, 0, "with " + other);
        }
    }

    private static void assertMakeUpTheOrder(int[] entries, int first, String name) {
        PresentDevices present = new PresentDevices(entries);
        if (!present.hasFewStrays()) {
            return;
        }
        int firstStray = (int)
                Arrays.stream(present.strays).filter(place -> place < first).count();
        List<Integer> order = new ArrayList<>();
        int[] taken = new int[entries.length];
        int next = present.risingFrom(first, firstStray);
        for (int stray = firstStray; stray <= present.strays.length; stray++) {
            boolean isEnd = stray == present.strays.length;
            int bound = isEnd ? Integer.MAX_VALUE : present.bounds[stray];
            int count = present.rising.copyCommon(present.rising, next, bound, taken, 0, taken.length);
            IntStream.range(0, count).forEach(place -> order.add(taken[place]));
            next = Math.max(next, bound);
            if (!isEnd) {
                order.add(entries[present.strays[stray]]);
            }
        }
        assertThat(order)
                .as("%s, from %d", name, first)
                .containsExactly(Arrays.stream(entries).skip(first).boxed().toArray(Integer[]::new));
    }

    @Test
    void whereARisingDeviceIsFollowsFromItsNumber() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            int[] entries = entries(random);
            PresentDevices present = new PresentDevices(entries);
            for (int place = 0; place < entries.length; place++) {
                boolean isKnown = present.hasFewStrays() && Arrays.binarySearch(present.strays, place) < 0;
                assertThat(present.placeOfRising(IdOrder.number(entries[place])))
                        .as("seed %d, number %d, at %d", SEED, i, place)
                        .isEqualTo(isKnown ? place : Numbers.NOTHING);
            }
            assertThat(present.placeOfRising(0)).isEqualTo(Numbers.NOTHING);
            assertThat(present.placeOfRising(Integer.MAX_VALUE)).isEqualTo(Numbers.NOTHING);
        }
    }

    /** Most of them in order. */
    private static int[] entries(Random random) {
        List<Integer> entries = new ArrayList<>();
        int number = random.nextInt(100_000);
        int count = 1 + random.nextInt(300);
        for (int i = 0; i < count; i++) {
            number += 1 + random.nextInt(2);
            entries.add(random.nextInt(20) == 0 ? IdOrder.marked(number) : number);
        }
        for (int i = random.nextInt(1 + count / 8); i > 0; i--) {
            Collections.swap(entries, random.nextInt(count), random.nextInt(count));
        }
        return entries.stream().mapToInt(Integer::intValue).toArray();
    }
}
