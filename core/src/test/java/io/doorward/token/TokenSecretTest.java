package io.doorward.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretTest {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** The example of docs/tokens.md. */
    private static final String EXAMPLE = "dwt_ThisIsAnExampleAndNotASecret002irjlV";

    @Test
    void aSecretIsThePrefixThirtyRandomCharactersAndSixOfChecksum() {
        for (int i = 0; i < 1_000; i++) {
            String text = TokenSecret.generate().reveal();
            assertThat(text).hasSize(40).matches("dwt_[0-9A-Za-z]{36}");
            assertThat(TokenSecret.isWellFormed(text)).isTrue();
        }
    }

    @Test
    void theFormOfASecretIsTheDocumentedOne() throws Exception {
        assertThat(TokenSecret.isWellFormed(EXAMPLE)).isTrue();
        String page = Files.readString(Path.of("..", "docs", "tokens.md"));
        Matcher regex = Pattern.compile("(?m)^    (\\\\bdwt_.*)$").matcher(page);
        assertThat(page).contains(EXAMPLE);
        assertThat(regex.find()).isTrue();
        assertThat("token=" + EXAMPLE + ";").containsPattern(regex.group(1));
        assertThat("token=" + EXAMPLE + "0").doesNotContainPattern(regex.group(1));
    }

    @Test
    void everyCharacterOfTheAlphabetComesUpAtEveryRandomPlace() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            String text = TokenSecret.generate().reveal();
            for (int place = 4; place < 34; place++) {
                seen.add(place + ":" + text.charAt(place));
            }
        }
        // Missing even one of 1,860 by chance is rarer than one run in 10^18.
        assertThat(seen).hasSize(30 * 62);
    }

    @Test
    void twoSecretsAreNeverTheSame() {
        Set<TokenSecret> secrets = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            secrets.add(TokenSecret.generate());
        }
        assertThat(secrets).hasSize(1_000);
    }

    @Test
    void aHostMayBringItsOwnRandomSource() {
        assertThat(TokenSecret.generate(new Zeros()).reveal()).startsWith("dwt_" + "0".repeat(30));
        assertThat(TokenSecret.generate(new Zeros())).isEqualTo(TokenSecret.generate(new Zeros()));
    }

    @Test
    void oneWrongCharacterIsAlwaysFound() {
        String text = TokenSecret.generate().reveal();
        for (int place = 0; place < text.length(); place++) {
            for (char character : (BASE62 + "_- é").toCharArray()) {
                if (character != text.charAt(place)) {
                    String typo = text.substring(0, place) + character + text.substring(place + 1);
                    assertThat(TokenSecret.isWellFormed(typo))
                            .as("place %d, %s", place, character)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void twoNeighboursSwappedAreAlwaysFound() {
        for (int i = 0; i < 100; i++) {
            String text = TokenSecret.generate().reveal();
            for (int place = 0; place + 1 < text.length(); place++) {
                char[] characters = text.toCharArray();
                characters[place] = text.charAt(place + 1);
                characters[place + 1] = text.charAt(place);
                String typo = new String(characters);
                assertThat(TokenSecret.isWellFormed(typo)).isEqualTo(typo.equals(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dwt_", "test", EXAMPLE + "0", " " + EXAMPLE, EXAMPLE + "\n"})
    void anotherTextIsNotWellFormed(String text) {
        assertThat(TokenSecret.isWellFormed(text)).isFalse();
    }

    @Test
    void theHashOfASecretIsTheHashOfItsText() {
        TokenSecret secret = TokenSecret.generate();
        assertThat(secret.hash()).isEqualTo(TokenHash.ofClearText(secret.reveal()));
    }

    @Test
    void aSecretIsNotPrinted() {
        assertThat(TokenSecret.generate()).hasToString("dwt_...");
        assertThat(TokenSecret.generate(new Zeros()).toString()).doesNotContain("0");
    }

    @Test
    void secretsAreEqualIfTheirTextsAre() {
        TokenSecret secret = TokenSecret.generate(new Zeros());
        assertThat(secret).hasSameHashCodeAs(TokenSecret.generate(new Zeros()));
        assertThat(secret)
                .isNotEqualTo(TokenSecret.generate())
                .isNotEqualTo(secret.reveal())
                .isNotEqualTo(null);
    }

    /** A source as bad as can be, so that the result is known. */
    private static final class Zeros extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public int nextInt(int bound) {
            return 0;
        }
    }
}
