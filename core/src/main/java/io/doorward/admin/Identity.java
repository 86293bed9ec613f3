package io.doorward.admin;

import io.doorward.change.Actor;
import io.doorward.model.ApiUser;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who makes a change: whether he is known, not suspended, and acts with a live token, if with one at all. */
final class Identity {

    /** One sentence for all of it, as for a request that is not authenticated. */
    static final String REFUSAL = "There is no such principal, or it is suspended, or its token is not live.";

    private Identity() {}

    static boolean isLive(Actor actor, Policy policy, Instant now) {
        PrincipalId id = actor.principal();
        return id != null
                && isActive(id, policy)
                && (actor.token() == null
                        || token(id, actor.token(), policy)
                                .map(token -> token.revokedAt() == null
                                        && token.window().contains(now))
                                .orElse(false));
    }

    /** Whether there is such a principal and it is not suspended. */
    static boolean isActive(PrincipalId id, Policy policy) {
        User user = policy.users().get(id);
        PublicLink link = policy.publicLinks().get(id);
        ApiUser apiUser = apiUser(id, policy);
        return user != null
                ? !user.suspended()
                : link != null ? !link.suspended() : apiUser != null && !apiUser.suspended();
    }

    /** A token of that principal. */
    static Optional<Token> token(PrincipalId id, TokenHash hash, Policy policy) {
        return tokens(id, policy).stream()
                .filter(token -> token.hash().equals(hash))
                .findFirst();
    }

    /** The tokens of a principal; none if there is no such principal. */
    static List<Token> tokens(PrincipalId id, Policy policy) {
        User user = policy.users().get(id);
        PublicLink link = policy.publicLinks().get(id);
        ApiUser apiUser = apiUser(id, policy);
        return user != null
                ? user.tokens()
                : link != null ? link.tokens() : apiUser != null ? apiUser.tokens() : List.of();
    }

    private static @Nullable ApiUser apiUser(PrincipalId id, Policy policy) {
        return policy.homeOf(id).map(home -> home.apiUsers().get(id)).orElse(null);
    }
}
