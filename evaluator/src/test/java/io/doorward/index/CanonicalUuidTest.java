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
    void theWordsAreTheNumbersOfTheJdkAndGiveTheTextBack() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            String text = uuid.toString();
            assertThat(isRead(text)).isTrue();
            assertThat(CanonicalUuid.number(narrow.first)).isEqualTo(uuid.getMostSignificantBits());
            assertThat(CanonicalUuid.number(narrow.second)).isEqualTo(uuid.getLeastSignificantBits());
            assertThat(CanonicalUuid.text(narrow.first, narrow.second)).isEqualTo(text);
        }
    }

    @Test
    void thatOfZerosAndThatOfOnesAreUuids() {
        for (UUID uuid : List.of(new UUID(0, 0), new UUID(-1, -1))) {
            assertThat(isRead(uuid.toString())).isTrue();
            assertThat(CanonicalUuid.number(narrow.first)).isEqualTo(uuid.getMostSignificantBits());
            assertThat(CanonicalUuid.number(narrow.second)).isEqualTo(uuid.getLeastSignificantBits());
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

    @Test
    void wrongCharactersDoNotHideEachOther() {
        Random random = new Random(2);
        for (int i = 0; i < 1_000_000; i++) {
            char[] text = UUID_TEXT.toCharArray();
            boolean isRight = true;
            for (int wrong = 1 + random.nextInt(8); wrong > 0; wrong--) {
                int place = random.nextInt(text.length);
                text[place] = (char) random.nextInt(0x100);
            }
            for (int place = 0; place < text.length; place++) {
                isRight &= UUID_TEXT.charAt(place) == '-'
                        ? text[place] == '-'
                        : "0123456789abcdef".indexOf(text[place]) >= 0;
            }
            if (isRead(new String(text)) != isRight) {
                throw new AssertionError("read wrong: " + new String(text));
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
