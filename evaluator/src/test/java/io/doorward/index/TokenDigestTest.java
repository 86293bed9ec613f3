package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.token.TokenHash;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token's hash is the SHA-256 of its UTF-8 bytes, and a text that can be no token has none. */
class TokenDigestTest {

    private static final String KEY = "\uD83D\uDD11";

    private final TokenDigest digest = new TokenDigest();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001",
                "\u007F",
                "\u0080",
                "\u07FF",
                "\u0800",
                "\uD7FF",
                "\uE000",
                "\uFFFF",
                "\uD800\uDC00",
                "\uDBFF\uDFFF",
                "a\u00e9\u20ac\uD83D\uDD11z"
            })
    void charactersOfAnyLengthInBytesAreHashed(String text) {
        assertHash(text);
        assertHash("token " + text + text);
    }

    @Test
    void aTokenHasAtMost1024CodePoints() {
        assertHash("x".repeat(1024));
        assertHash(KEY.repeat(1024));
        assertHash("x" + KEY.repeat(1023));
        assertThat(digest.hash("x".repeat(1025))).isFalse();
        assertThat(digest.hash(KEY.repeat(1024) + "x")).isFalse();
        assertThat(digest.hash("x".repeat(2048))).isFalse();
        assertThat(digest.hash("x".repeat(10_000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\uD800", "\uDC00", "a\uD800b", "\uDC00\uD800", "\uD800\uD800\uDC00", "\uD800\uDC00\uDC00"})
    void aTextThatIsNoTextIsNoToken(String text) {
        assertThat(digest.hash(text)).isFalse();
    }

    @Test
    void theClearTextIsWiped() throws ReflectiveOperationException {
        Field buffer = TokenDigest.class.getDeclaredField("buffer");
        buffer.setAccessible(true);
        assertHash("a secret " + KEY);
        assertThat((byte[]) buffer.get(digest)).containsOnly(0);
        assertThat(digest.hash("half a secret \ud83d")).isFalse();
        assertThat((byte[]) buffer.get(digest)).containsOnly(0);
    }

    private void assertHash(String text) {
        TokenHash expected = TokenHash.ofClearText(text);
        assertThat(digest.hash(text)).isTrue();
        for (int i = 0; i < 4; i++) {
            assertThat(digest.word(i)).as("word %d", i).isEqualTo(expected.word(i));
        }
    }
}
