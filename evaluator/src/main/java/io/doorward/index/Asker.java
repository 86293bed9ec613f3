package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.model.PrincipalId;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as one index found it: a handle that dies with its token, or with its principal where it came without one. What
 * was unknown stays unknown. So a handle never comes to stand for someone else.
 */
public final class Asker {

    final Index index;
    final @Nullable PrincipalRow principal;
    final @Nullable TokenRow token;

    /** Who asks, see {@link Holder}; without meaning if the principal is unknown. */
    final long holder;

    private final WindowRow window;
    private final Reason ifUnknown;

    private Asker(Index index, @Nullable PrincipalRow principal, @Nullable TokenRow token, Reason ifUnknown) {
        this.index = index;
        this.principal = principal;
        this.token = token;
        this.ifUnknown = ifUnknown;
        window = token == null ? WindowRow.ALWAYS : token.window;
        if (token != null) {
            holder = token.holder;
        } else {
            holder = principal == null ? 0 : principal.holder();
        }
    }

    static Asker ofToken(Index index, @Nullable TokenRow token) {
        return new Asker(index, token == null ? null : index.holder(token), token, Reason.UNKNOWN_TOKEN);
    }

    static Asker ofPrincipal(Index index, @Nullable PrincipalRow principal) {
        return new Asker(index, principal, null, Reason.UNKNOWN_PRINCIPAL);
    }

    /**
     * The same asker in another index: the very token or principal, if that index knows it still. In an index of another
     * family, where nothing tells a thing from a later one of the same name, whoever has the same hash or id.
     */
    Asker in(Index other) {
        Rows there = other.rows();
        boolean related = there.family == index.rows().family;
        if (token != null) {
            return ofToken(other, related ? there.tokens.same(token) : there.tokens.find(token.tokenHash()));
        }
        if (principal != null) {
            return ofPrincipal(
                    other, related ? there.principals.same(principal) : there.principals.find(principal.text));
        }
        return new Asker(other, null, null, ifUnknown);
    }

    /** When the token is valid by which the asker came; always without one. */
    WindowRow window() {
        return window;
    }

    /** Why whatever is asked is denied, or {@link Reason#ALLOWED} if that depends on what is asked. */
    Reason standing(long second, int nano) {
        return principal == null ? ifUnknown : standing(holder, window, second, nano);
    }

    /** The same for one who is known. */
    static Reason standing(long holder, WindowRow window, long second, int nano) {
        if (Holder.isRevoked(holder)) {
            return Reason.TOKEN_REVOKED;
        }
        if (!window.contains(second, nano)) {
            return Reason.TOKEN_EXPIRED;
        }
        return Holder.isSuspended(holder) ? Reason.SUSPENDED : Reason.ALLOWED;
    }

    /** The principal; null if it is unknown. */
    public @Nullable PrincipalId principalId() {
        return principal == null ? null : principal.id;
    }

    /** The hash of the token by which the principal was found; null without one. */
    public @Nullable TokenHash tokenHash() {
        return token == null ? null : token.tokenHash();
    }
}
