package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A UUID in its usual form is two numbers, and no other text is. */
class CanonicalUuidTest {

    private static final String UUID_TEXT = "0189abcd-ef01-7234-89ab-cdef01234567";

    private final NarrowText narrow = new NarrowText();

    @Test
    void theNumbersAreThoseOfTheJdkAndGiveTheTextBack() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            String text = uuid.toString();
            assertThat(isRead(text)).isTrue();
            assertThat(narrow.first).isEqualTo(uuid.getMostSignificantBits());
            assertThat(narrow.second).isEqualTo(uuid.getLeastSignificantBits());
            assertThat(CanonicalUuid.text(narrow.first, narrow.second)).isEqualTo(text);
        }
    }

    @Test
    void thatOfZerosAndThatOfOnesAreUuids() {
        for (UUID uuid : List.of(new UUID(0, 0), new UUID(-1, -1))) {
            assertThat(isRead(uuid.toString())).isTrue();
            assertThat(narrow.first).isEqualTo(uuid.getMostSignificantBits());
            assertThat(narrow.second).isEqualTo(uuid.getLeastSignificantBits());
        }
    }

    @Test
    void noOtherCharacterAtAnyPlaceIsReadAsOne() {
        for (int place = 0; place < UUID_TEXT.length(); place++) {
            for (int c = 0; c <= Character.MAX_VALUE; c++) {
                boolean isDash = UUID_TEXT.charAt(place) == '-';
                boolean isRight = isDash ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                if (isRead(withCharacter(place, (char) c)) != isRight) {
                    throw new AssertionError("character " + c + " at " + place);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0189abcd-ef01-7234-89ab-cdef0123456",
                "0189abcd-ef01-7234-89ab-cdef012345678",
                "{0189abcd-ef01-7234-89ab-cdef0123456}",
                "0189abcdef0172340000000089abcdef01234567",
                "189abcd-ef01-7234-89ab-cdef0123456789"
            })
    void aTextOfAnotherShapeIsNone(String text) {
        assertThat(isRead(text)).isFalse();
    }

    @Test
    void capitalsMakeAnotherId() {
        assertThat(isRead(UUID_TEXT.toUpperCase(Locale.ROOT))).isFalse();
    }

    private boolean isRead(String text) {
        return CanonicalUuid.read(text, narrow);
    }

    private static String withCharacter(int place, char c) {
        return UUID_TEXT.substring(0, place) + c + UUID_TEXT.substring(place + 1);
    }
}
