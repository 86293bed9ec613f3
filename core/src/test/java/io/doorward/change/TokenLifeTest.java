package io.doorward.change;

import static io.doorward.change.Plant.BOB;
import static io.doorward.change.Plant.GATEWAY;
import static io.doorward.change.Plant.NORTH;
import static io.doorward.change.Plant.NOW;
import static io.doorward.change.Plant.apply;
import static io.doorward.change.Plant.hash;
import static io.doorward.change.Plant.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Token;
import io.doorward.model.Window;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token comes, is replaced while both work for a while, and is revoked. */
class TokenLifeTest {

    private static final Instant LATER = NOW.plusSeconds(3600);

    private static Token token(Policy policy, TokenHash hash) {
        return policy.workspaces().get(NORTH).apiUsers().get(GATEWAY).tokens().stream()
                .filter(token -> token.hash().equals(hash))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anyPrincipalGetsTokens() {
        for (String principal : List.of("bob", "gateway", "screen")) {
            assertThat(problems(new TokenChange.CreateToken(
                            new PrincipalId(principal), hash("new"), "spare", Window.until(LATER))))
                    .isEmpty();
        }
        assertThat(problems(new TokenChange.CreateToken(new PrincipalId("nobody"), hash("new"), null, Window.ALWAYS)))
                .containsExactly("/changes/0: There is no principal \"nobody\".");
    }

    @Test
    void whileATokenIsRotatedTheOldOneAndTheNewOneWork() {
        Policy after = apply(new TokenChange.RotateToken(hash("gateway's"), hash("new"), Window.ALWAYS, LATER))
                .after();
        assertThat(token(after, hash("gateway's")).window()).isEqualTo(Window.until(LATER));
        assertThat(token(after, hash("new")).window()).isEqualTo(Window.ALWAYS);
    }

    @Test
    void rotationNeverProlongsTheOldToken() {
        Policy policy = apply(new TokenChange.CreateToken(GATEWAY, hash("short"), null, Window.until(LATER)))
                .after();
        Policy after = apply(
                        policy,
                        new TokenChange.RotateToken(hash("short"), hash("new"), Window.ALWAYS, LATER.plusSeconds(1)))
                .after();
        assertThat(token(after, hash("short")).window()).isEqualTo(Window.until(LATER));
        assertThat(problems(
                        new TokenChange.RotateToken(hash("gateway's"), hash("new"), Window.ALWAYS, NOW.minusNanos(1))))
                .singleElement()
                .asString()
                .contains("in the past");
    }

    @Test
    void aRevokedTokenStaysAsATombstone() {
        Policy after = apply(new TokenChange.RevokeToken(hash("gateway's"))).after();
        assertThat(token(after, hash("gateway's")).revokedAt()).isEqualTo(NOW);
        assertThat(problems(
                        new TokenChange.RevokeToken(hash("gateway's")), new TokenChange.RevokeToken(hash("gateway's"))))
                .singleElement()
                .asString()
                .contains("revoked already");
        assertThat(problems(new TokenChange.RevokeToken(hash("guess")), new TokenChange.RevokeToken(hash("code"))))
                .containsExactly("/changes/0: There is no such token.", "/changes/1: There is no such token.");
    }

    @Test
    void noProblemShowsAHash() {
        assertThat(problems(
                        new TokenChange.CreateToken(BOB, hash("bob's"), null, Window.ALWAYS),
                        new TokenChange.RevokeToken(hash("guess"))))
                .noneMatch(line -> line.matches(".*[0-9a-f]{8}.*"));
    }
}
