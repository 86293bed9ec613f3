package io.doorward.change;

import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.token.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes of the tokens of users, API users and public links. Only hashes come in. */
public sealed interface TokenChange extends Change {

    /**
     * Adds a token.
     *
     * @param principal whose it is
     * @param hash of a secret that stands for nothing yet
     * @param name what people call it, or null
     * @param window when it is valid
     */
    record CreateToken(
            PrincipalId principal, TokenHash hash, @Nullable String name, Window window) implements TokenChange {}

    /**
     * Puts a new token beside an old one of the same name, and lets the old one end: both work until then.
     *
     * @param old the token that ends
     * @param hash of a secret that stands for nothing yet
     * @param window when the new token is valid
     * @param oldExpiresAt when the old one ends, unless it does so earlier; not in its past
     */
    record RotateToken(TokenHash old, TokenHash hash, Window window, Instant oldExpiresAt) implements TokenChange {}

    /**
     * Revokes a token: it is denied at every instant from then on, and told apart from a guess. Revoking twice is refused.
     *
     * @param hash which
     */
    record RevokeToken(TokenHash hash) implements TokenChange {}
}
