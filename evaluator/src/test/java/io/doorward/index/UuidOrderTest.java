package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Identifiers;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UuidOrderTest {

    private static final long SEED = 11;
    private static final int PAIRS = 10_000;

    @Test
    void uuidsSortAsTheirTexts() {
        Random random = new Random(SEED);
        for (int i = 0; i < PAIRS; i++) {
            UUID a = new UUID(random.nextInt(4) - 2, random.nextLong());
            UUID b = new UUID(random.nextInt(4) - 2, random.nextLong());
            NarrowText first = read(a);
            NarrowText second = read(b);
            assertThat(order(UuidOrder.compare(first.first, first.second, second.first, second.second)))
                    .as("seed %d: %s and %s", SEED, a, b)
                    .isEqualTo(order(Identifiers.compare(a.toString(), b.toString())));
        }
    }

    @Test
    void aUuidSortsAmongOtherTextsAsItsText() {
        UUID uuid = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
        NarrowText words = read(uuid);
        String text = uuid.toString();
        List<String> changes =
                List.of("", "-", "/", "0", "9", ":", "F", "a", "f", "g", "~", "\u00e9", "\ufb01", "\ud83d\ude00");
        IntStream.rangeClosed(0, text.length())
                .forEach(place -> changes.forEach(change -> {
                    String shorter = text.substring(0, place) + change;
                    String longer = shorter + text.substring(Math.min(text.length(), place + 1));
                    for (String other : List.of(shorter, longer, longer + change)) {
                        assertThat(order(UuidOrder.compare(words.first, words.second, other)))
                                .as("%s and %s", text, other)
                                .isEqualTo(order(Identifiers.compare(text, other)));
                    }
                }));
    }

    private static NarrowText read(UUID uuid) {
        NarrowText words = new NarrowText();
        assertThat(CanonicalUuid.read(uuid.toString(), words)).isTrue();
        return words;
    }

    private static int order(int compared) {
        return Integer.signum(compared);
    }
}
