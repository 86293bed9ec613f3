package io.doorward.store;

import io.doorward.change.Actor;
import io.doorward.model.ApiUser;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who made a revision, as it is kept: the host or a principal, and the name of the token with which he acted. An immutable
 * value; nothing of a secret, not even its hash.
 *
 * @param principal who, or null for the host
 * @param tokenName what people call the token with which the principal acted; null if it has no name or there was none
 */
public record Author(
        @Nullable PrincipalId principal, @Nullable String tokenName) {

    /** The host itself. */
    public static final Author HOST = new Author(null, null);

    /** A token without its principal is nobody's. */
    public Author {
        if (principal == null && tokenName != null) {
            throw new IllegalArgumentException("The host acts with no token; name the principal who does.");
        }
    }

    /**
     * How an actor is kept. O(log n).
     *
     * @param actor who makes the change
     * @param policy as it stands before the change; there his token has its name
     */
    public static Author of(Actor actor, Policy policy) {
        PrincipalId principal = actor.principal();
        if (principal == null) {
            return HOST;
        }
        for (Token token : actor.token() == null ? List.<Token>of() : tokens(principal, policy)) {
            if (token.hash().equals(actor.token())) {
                return new Author(principal, token.name());
            }
        }
        return new Author(principal, null);
    }

    private static List<Token> tokens(PrincipalId principal, Policy policy) {
        User user = policy.users().get(principal);
        if (user != null) {
            return user.tokens();
        }
        PublicLink link = policy.publicLinks().get(principal);
        if (link != null) {
            return link.tokens();
        }
        ApiUser apiUser = policy.homeOf(principal)
                .map(home -> home.apiUsers().get(principal))
                .orElse(null);
        return apiUser == null ? List.of() : apiUser.tokens();
    }

    /** Whether this is the host. */
    public boolean isHost() {
        return principal == null;
    }

    /** The principal's id or {@code host}, and the token's name in brackets. */
    @Override
    public String toString() {
        String who = principal == null ? "host" : principal.value();
        return tokenName == null ? who : who + " (" + tokenName + ")";
    }
}
