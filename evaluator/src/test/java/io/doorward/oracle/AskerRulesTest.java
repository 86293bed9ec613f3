package io.doorward.oracle;

import static io.doorward.decision.ClientReason.UNAUTHENTICATED;
import static io.doorward.decision.Reason.*;
import static io.doorward.oracle.Asking.BEFORE;
import static io.doorward.oracle.Asking.NOON;

import io.doorward.decision.Question;
import io.doorward.model.Policy;
import io.doorward.model.TokenBuilder;
import io.doorward.token.TokenHash;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The first steps of every decision: the token and the principal. */
class AskerRulesTest {

    private static Asking withToken(Consumer<TokenBuilder> token) {
        return Asking.of(Policy.builder()
                .user("ann", user -> user.token(TokenHash.ofClearText("secret"), token))
                .workspace("w", w -> w.device("d").member("ann", member -> member.allDevices())));
    }

    private static final Question VIEW =
            Question.ofToken("secret").action("device.view").device("d");

    private static Question byToken(String token) {
        return Question.ofToken(token).action("device.view").device("d");
    }

    @Test
    void aTokenIsFoundByItsHash() {
        withToken(token -> {}).allows(VIEW);
        withToken(token -> {}).denies(byToken("Secret"), UNKNOWN_TOKEN, UNAUTHENTICATED);
        withToken(token -> {}).denies(byToken("secret "), UNKNOWN_TOKEN, UNAUTHENTICATED);
    }

    @Test
    void aTextThatCanBeNoTokenIsUnknown() {
        Asking asking = withToken(token -> {});
        asking.denies(byToken(""), UNKNOWN_TOKEN, UNAUTHENTICATED);
        asking.denies(byToken("\uD83D"), UNKNOWN_TOKEN, UNAUTHENTICATED);
        asking.denies(byToken("x".repeat(1025)), UNKNOWN_TOKEN, UNAUTHENTICATED);
    }

    @Test
    void aTokenMayHave1024CharactersHoweverManyBytes() {
        String token = "\uD83D\uDE00".repeat(1024);
        Asking asking = Asking.of(Policy.builder()
                .user("ann", user -> user.token(TokenHash.ofClearText(token)))
                .workspace("w", w -> w.device("d").member("ann", member -> member.allDevices())));
        asking.allows(byToken(token));
        asking.denies(byToken(token + "x"), UNKNOWN_TOKEN, UNAUTHENTICATED);
    }

    @Test
    void theWindowOfATokenHasItsStartAndNotItsEnd() {
        withToken(token -> token.notBefore(NOON)).allows(VIEW);
        withToken(token -> token.notBefore(NOON.plusNanos(1))).denies(VIEW, TOKEN_EXPIRED, UNAUTHENTICATED);
        withToken(token -> token.expiresAt(NOON)).denies(VIEW, TOKEN_EXPIRED, UNAUTHENTICATED);
        withToken(token -> token.expiresAt(NOON.plusNanos(1))).allows(VIEW);
    }

    @Test
    void aRevokedTokenIsRevokedWhateverTheInstantAndComesBeforeExpired() {
        withToken(token -> token.revokedAt(NOON.plusSeconds(1))).denies(VIEW, TOKEN_REVOKED, UNAUTHENTICATED);
        withToken(token -> token.revokedAt(BEFORE).expiresAt(BEFORE)).denies(VIEW, TOKEN_REVOKED, UNAUTHENTICATED);
    }

    @Test
    void aSuspendedPrincipalComesAfterItsTokenAndBeforeTheAction() {
        Asking asking = Asking.of(Policy.builder().user("ann", user -> user.suspended(true)
                .token(TokenHash.ofClearText("live"))
                .token(TokenHash.ofClearText("past"), token -> token.expiresAt(BEFORE))));
        asking.denies(Question.ofToken("live").action("none").device("none"), SUSPENDED, UNAUTHENTICATED);
        asking.denies(Question.ofToken("past").action("none").device("none"), TOKEN_EXPIRED, UNAUTHENTICATED);
    }

    @Test
    void aPrincipalIsFoundByExactlyItsId() {
        Asking asking = Asking.of(Policy.builder().user("caf\u00E9").workspace("w", w -> w.device("d")
                .member("caf\u00E9", member -> member.allDevices())));
        asking.allows(Question.ofPrincipal("caf\u00E9").action("device.view").device("d"));
        asking.denies(
                Question.ofPrincipal("cafe\u0301").action("device.view").device("d"),
                UNKNOWN_PRINCIPAL,
                UNAUTHENTICATED);
        asking.denies(
                Question.ofPrincipal("CAF\u00C9").action("device.view").device("d"),
                UNKNOWN_PRINCIPAL,
                UNAUTHENTICATED);
    }

    @Test
    void theCodeOfAnOfferIsNoToken() {
        Asking asking = Asking.of(Policy.builder()
                .workspace("w", w -> w.device("d").offer("d", TokenHash.ofClearText("code"), offer -> {})));
        asking.denies(byToken("code"), UNKNOWN_TOKEN, UNAUTHENTICATED);
    }
}
