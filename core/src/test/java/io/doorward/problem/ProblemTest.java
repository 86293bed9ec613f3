package io.doorward.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aProblemReadsAsItsPlaceAndItsSentence() {
        assertThat(new Problem("line 3, column 7", "This is wrong.")).hasToString("line 3, column 7: This is wrong.");
    }

    @Test
    void aProblemWithoutAPlaceReadsAsItsSentence() {
        assertThat(new Problem("", "This is wrong.")).hasToString("This is wrong.");
    }

    @Test
    void neitherPartMayBeNull() {
        assertThatNullPointerException().isThrownBy(() -> new Problem(null, "wrong"));
        assertThatNullPointerException().isThrownBy(() -> new Problem("here", null));
    }

    @Test
    void quotedTextStaysOnOneLineAndWithinItsQuotes() {
        assertThat(Problem.quoted("plain name")).isEqualTo("\"plain name\"");
        assertThat(Problem.quoted("a\nb\"c\\d")).isEqualTo("\"a\\u000ab\\\"c\\\\d\"");
        assertThat(Problem.quoted("line\u2028separator")).isEqualTo("\"line\\u2028separator\"");
    }

    @Test
    void quotedTextShowsWhatWouldTurnItsDirectionOrBreakItsEncoding() {
        assertThat(Problem.quoted("a\u202eb")).isEqualTo("\"a\\u202eb\"");
        assertThat(Problem.quoted("a\ud800b")).isEqualTo("\"a\\ud800b\"");
        assertThat(Problem.quoted("a\udb40\udc01b")).isEqualTo("\"a\\udb40\\udc01b\"");
    }

    @Test
    void quotedTextOfEightyCharactersIsWholeAndALongerOneIsCut() {
        assertThat(Problem.quoted("x".repeat(80))).isEqualTo('"' + "x".repeat(80) + '"');
        assertThat(Problem.quoted("x".repeat(81))).isEqualTo('"' + "x".repeat(80) + "...\"");
        assertThat(Problem.quoted("\ud83d\udeaa".repeat(81))).isEqualTo('"' + "\ud83d\udeaa".repeat(80) + "...\"");
    }
}
