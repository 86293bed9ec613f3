package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.model.PrincipalId;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as one index found it. What was unknown then stays unknown, so that a handle never comes to stand for someone
 * else.
 */
public final class Asker {

    final Index index;
    final @Nullable PrincipalRow principal;
    final @Nullable TokenRow token;
    private final Reason ifUnknown;

    private Asker(Index index, @Nullable PrincipalRow principal, @Nullable TokenRow token, Reason ifUnknown) {
        this.index = index;
        this.principal = principal;
        this.token = token;
        this.ifUnknown = ifUnknown;
    }

    static Asker ofToken(Index index, @Nullable TokenRow token) {
        return new Asker(index, token == null ? null : token.principal, token, Reason.UNKNOWN_TOKEN);
    }

    static Asker ofPrincipal(Index index, @Nullable PrincipalRow principal) {
        return new Asker(index, principal, null, Reason.UNKNOWN_PRINCIPAL);
    }

    /** The same asker in another index. */
    Asker in(Index other) {
        if (token != null) {
            return ofToken(other, other.token(token.hash));
        }
        return principal == null
                ? new Asker(other, null, null, ifUnknown)
                : ofPrincipal(other, other.principal(principal.id.value()));
    }

    /** Why whatever is asked is denied, or {@link Reason#ALLOWED} if that depends on what is asked. */
    Reason standing(long second, int nano) {
        return principal == null ? ifUnknown : standing(token, principal, second, nano);
    }

    /** The same for a principal that is known. */
    static Reason standing(@Nullable TokenRow token, PrincipalRow principal, long second, int nano) {
        if (token != null) {
            if (token.revoked) {
                return Reason.TOKEN_REVOKED;
            }
            if (!token.window.contains(second, nano)) {
                return Reason.TOKEN_EXPIRED;
            }
        }
        return principal.suspended ? Reason.SUSPENDED : Reason.ALLOWED;
    }

    /** The principal; null if it is unknown. */
    public @Nullable PrincipalId principalId() {
        return principal == null ? null : principal.id;
    }

    /** The hash of the token by which the principal was found; null without one. */
    public @Nullable TokenHash tokenHash() {
        return token == null ? null : token.hash;
    }
}
