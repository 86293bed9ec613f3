package io.doorward.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHashTest {

    private static final String HASH_OF_TEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void theHashOfATextIsTheSha256OfItsUtf8Bytes() {
        assertThat(TokenHash.ofClearText("test").hex()).isEqualTo(HASH_OF_TEST);
        // printf 'T\xc3\xbcr \xf0\x9f\x9a\xaa' | sha256sum
        assertThat(TokenHash.ofClearText("Tür \ud83d\udeaa").hex())
                .isEqualTo("0dfff50271ab37da25e42a20614a6f6bf86e02503159e6f447836bd1c9455582");
    }

    @Test
    void hexadecimalDigitsAreReadInAnyCaseAndWrittenInLowerCase() {
        assertThat(TokenHash.fromHex(HASH_OF_TEST.toUpperCase(Locale.ROOT)))
                .isEqualTo(TokenHash.ofClearText("test"))
                .extracting(TokenHash::hex)
                .isEqualTo(HASH_OF_TEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a080",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0g",
                "\uff19f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void anythingButSixtyFourHexadecimalDigitsIsRefusedWithoutBeingShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenHash.fromHex(text))
                .satisfies(e -> assertThat(text.isEmpty() || !e.toString().contains(text))
                        .isTrue())
                .withMessageContaining("64 hexadecimal digits");
    }

    @Test
    void bytesComeBackAsTheyWereAndAreCopied() {
        byte[] bytes = HexFormat.of().parseHex(HASH_OF_TEST);
        TokenHash hash = TokenHash.fromBytes(bytes);
        bytes[0] = 0;
        hash.toBytes()[1] = 0;

        assertThat(hash.toBytes()).isEqualTo(HexFormat.of().parseHex(HASH_OF_TEST));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void anotherNumberOfBytesThanThirtyTwoIsRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenHash.fromBytes(new byte[length]))
                .withMessageContaining("32 bytes")
                .withMessageContaining("has " + length);
    }

    @Test
    void theWordsAreTheBytesBigEndian() {
        TokenHash hash = TokenHash.fromHex(HASH_OF_TEST);

        assertThat(hash.word(0)).isEqualTo(0x9f86d081884c7d65L);
        assertThat(hash.word(1)).isEqualTo(0x9a2feaa0c55ad015L);
        assertThat(hash.word(2)).isEqualTo(0xa3bf4f1b2b0b822cL);
        assertThat(hash.word(3)).isEqualTo(0xd15d6c15b0f00a08L);
        assertThatThrownBy(() -> hash.word(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> hash.word(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void oneDifferentBitAnywhereMakesAnotherHash() {
        TokenHash hash = TokenHash.ofClearText("test");
        for (int bit = 0; bit < 256; bit++) {
            byte[] bytes = hash.toBytes();
            bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(TokenHash.fromBytes(bytes)).isNotEqualTo(hash);
            assertThat(TokenHash.fromBytes(bytes).compareTo(hash)).isNotZero();
        }
        assertThat(TokenHash.fromBytes(hash.toBytes())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(TokenHash.fromBytes(hash.toBytes())).isEqualByComparingTo(hash);
        assertThat(hash).isNotEqualTo(null).isNotEqualTo(HASH_OF_TEST);
    }

    @Test
    void hashesSortAsTheirHexadecimalForms() {
        Random random = new Random(7);
        List<TokenHash> hashes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            if (i % 2 == 0) { // equal beginnings, so that every word decides sometimes
                Arrays.fill(bytes, 0, 8 * (i % 4), (byte) 0x80);
            }
            hashes.add(TokenHash.fromBytes(bytes));
        }
        Collections.sort(hashes);

        assertThat(hashes).isSortedAccordingTo(Comparator.comparing(TokenHash::hex));
    }

    @Test
    void aTokenMayHave1024CharactersOfAnyLengthInBytes() {
        assertThat(TokenHash.ofClearText("x".repeat(1024))).isNotNull();
        assertThat(TokenHash.ofClearText("\ud83d\udeaa".repeat(1024))).isNotNull();
        assertThat(TokenHash.ofClearText(" ")).isNotEqualTo(TokenHash.ofClearText("  "));
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 2048, 2049, 1_000_000})
    void aLongerTokenIsRefusedWithoutBeingShown(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenHash.ofClearText("x".repeat(length)))
                .withMessageContaining("too long")
                .withMessageNotContaining("xx");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenHash.ofClearText("\ud83d\udeaa".repeat(length)))
                .withMessageContaining("too long");
    }

    @Test
    void anEmptyTokenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenHash.ofClearText(""))
                .withMessageContaining("empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sesame\ud800", "\ud800sesame", "sesame\udc00", "\udc00\ud800sesame", "\ud800\ud800\udc00sesame"
            })
    void anUnpairedSurrogateIsRefusedWithoutShowingTheText(String text) {
        // As UTF-8 it would be a question mark: two tokens, one hash.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenHash.ofClearText(text))
                .withMessageContaining("unpaired surrogate")
                .withMessageNotContaining("sesame")
                .withNoCause();
    }

    @Test
    void aPrintedHashIsTooShortToLookUp() {
        assertThat(TokenHash.ofClearText("test")).hasToString("sha256:9f86d081...");
    }
}
