package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.model.Policy;
import io.doorward.permission.Actions;
import io.doorward.token.TokenHash;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A token is found by all 256 bits of its hash and by no fewer, also among hashes that somebody has chosen. */
class TokenTableTest {

    private static final int WORDS = 4;

    /** So many that tags of keyed hashes are alike. */
    private static final int EACH = 1000;

    @Test
    void hashesThatDifferInOneWordAreApart() {
        List<TokenHash> hashes = new ArrayList<>();
        List<TokenHash> others = new ArrayList<>();
        for (int word = 0; word < WORDS; word++) {
            for (int i = 1; i <= EACH; i++) {
                hashes.add(hash(word, i));
                others.add(hash(word, -i));
            }
        }
        Index index = Index.of(Policy.builder()
                .workspace("plant", plant -> plant.apiUser("user", user -> hashes.forEach(user::token)))
                .build());
        IndexValidator.validate(index);
        TokenTable tokens = index.rows().tokens;
        for (TokenHash hash : hashes) {
            assertThat(tokens.row(tokens.numberOf(hash)).tokenHash()).isEqualTo(hash);
        }
        for (TokenHash other : others) {
            assertThat(tokens.find(other)).isNull();
        }
    }

    /** Whether it is known, remembered or neither: its text is a secret, and is kept no longer than it is needed. */
    @Test
    void nothingOfATokenIsLeftOnceItWasLookedFor() {
        Index index = Index.of(Policy.builder()
                .workspace("plant", plant -> plant.apiUser("user", user -> user.token(TokenHash.ofClearText("known"))))
                .build());
        for (String token : List.of("known", "known", "unknown", "x".repeat(NarrowText.LONGEST))) {
            index.askerByToken(token);
            NarrowText left = RequestTexts.ofThread().token;
            assertThat(IntStream.range(0, token.length()).mapToLong(left::word).filter(word -> word != 0))
                    .as(token)
                    .isEmpty();
        }
    }

    @Test
    void nothingOfATokenIsLeftWhereNoDeviceIsNamed() {
        Index index = Index.of(Policy.builder().build());
        String token = "x".repeat(NarrowText.LONGEST);
        assertThatThrownBy(() -> index.allows(token, Actions.DEVICE_VIEW, nothing(), InstantSource.system()))
                .isInstanceOf(NullPointerException.class);
        NarrowText left = RequestTexts.ofThread().token;
        assertThat(IntStream.range(0, token.length()).mapToLong(left::word).filter(word -> word != 0))
                .isEmpty();
    }

    /** What a caller hands over whom nobody checks for it. */
    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }

    @Test
    void aTokenThatIsTooLongToBeRememberedIsNot() {
        String token = "x".repeat(NarrowText.LONGEST + 1);
        Index index = Index.of(Policy.builder()
                .workspace("plant", plant -> plant.apiUser("user", user -> user.token(TokenHash.ofClearText(token))))
                .build());
        TokenTable tokens = index.rows().tokens;
        assertThat(tokens.find(token, index.rows().family)).isNotEqualTo(Numbers.NOTHING);
        assertThat(tokens.remembered(token)).isEqualTo(Numbers.NOTHING);
    }

    /** Zeros but for one word. */
    private static TokenHash hash(int word, long value) {
        return TokenHash.fromBytes(ByteBuffer.allocate(WORDS * Long.BYTES)
                .putLong(word * Long.BYTES, value)
                .array());
    }
}
