package io.doorward.change;

import io.doorward.model.PrincipalId;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change: the host, who may do everything, or a principal, who may do what his rights allow. An immutable value.
 *
 * @param principal who, or null for the host
 * @param token the token with which the principal acts, if it is one; a token that he makes for himself ends no later
 */
public record Actor(
        @Nullable PrincipalId principal, @Nullable TokenHash token) {

    /** The host itself. */
    public static final Actor HOST = new Actor(null, null);

    /** A token without its principal is nobody. */
    public Actor {
        if (principal == null && token != null) {
            throw new IllegalArgumentException("The host acts with no token; name the principal who does.");
        }
    }

    /** A principal who has proven himself otherwise than by a token of the policy. */
    public static Actor principal(PrincipalId principal) {
        return new Actor(principal, null);
    }

    /** A principal who acts with one of his tokens. */
    public static Actor principal(PrincipalId principal, TokenHash token) {
        return new Actor(principal, token);
    }

    /** Whether this is the host. */
    public boolean isHost() {
        return principal == null;
    }

    /** The principal's id or {@code host}; nothing of a token. */
    @Override
    public String toString() {
        return principal == null ? "host" : principal.value();
    }
}
