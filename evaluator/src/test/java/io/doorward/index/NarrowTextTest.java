package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of one-byte characters are read in words; others are told apart, whatever their lower bytes look like. */
class NarrowTextTest {

    private final NarrowText narrow = new NarrowText();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eightCharactersAreAWordWithTheFirstInTheLowestByte(boolean byLoop) {
        assertThat(narrow.take("abcdefgh\u00ff", byLoop)).isTrue();
        assertThat(narrow.length()).isEqualTo(9);
        assertThat(narrow.word(0)).isEqualTo(0x6867666564636261L);
        assertThat(narrow.word(1)).isEqualTo(0xff68676665646362L);
        assertThat(narrow.half(5)).isEqualTo(0xff686766L);
        assertThat(narrow.word(8)).as("zeros behind the end").isEqualTo(0xffL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWiderCharacterAtAnyPlaceIsNoticed(boolean byLoop) {
        char[] text = "0189abcd-ef01-7234-89ab-cdef01234567".toCharArray();
        for (int place = 0; place < text.length; place++) {
            char[] other = text.clone();
            for (int wider : new int[] {0x100, 0x8000, 0xD800, 0xDC00, 0xFF00}) {
                other[place] = (char) (text[place] + wider);
                assertThat(narrow.take(new String(other), byLoop))
                        .as("%x at %d", wider, place)
                        .isFalse();
            }
        }
        assertThat(narrow.take(new String(text), byLoop)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTextIsTooLongFromOneCharacterOn(boolean byLoop) {
        assertThat(narrow.take("x".repeat(NarrowText.LONGEST), byLoop)).isTrue();
        assertThat(narrow.take("x".repeat(NarrowText.LONGEST + 1), byLoop)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsLeftOfATextThatIsWiped(boolean byLoop) {
        for (int length = 0; length <= NarrowText.LONGEST; length++) {
            assertThat(narrow.take("s".repeat(length), byLoop)).isTrue();
            assertWiped("of %d characters".formatted(length));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsLeftOfATextThatWasRefusedForAWideCharacter(boolean byLoop) {
        for (int length = 1; length <= NarrowText.LONGEST; length++) {
            for (int place : new int[] {0, length / 2, length - 1}) {
                StringBuilder text = new StringBuilder("s".repeat(length));
                text.setCharAt(place, '\u0173');
                assertThat(narrow.take(text.toString(), byLoop)).isFalse();
                assertWiped("of %d characters, wide at %d".formatted(length, place));
            }
        }
    }

    private void assertWiped(String what) {
        narrow.wipe();
        assertThat(IntStream.range(0, NarrowText.LONGEST)
                        .mapToLong(narrow::word)
                        .filter(word -> word != 0))
                .as(what)
                .isEmpty();
    }

    @Test
    void aTextThatWasNotTakenLeavesNothingToBeWipedBeyondTheBuffer() {
        char[] longest = new char[4000];
        Arrays.fill(longest, 'x');
        assertThat(narrow.take(new String(longest))).isFalse();
        narrow.wipe();
        assertThat(narrow.length()).isZero();
    }
}
