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

    private final Family family;

    /** Of the index that found it. */
    private final long version;

    final @Nullable PrincipalRow principal;
    final @Nullable TokenRow token;

    /** Who asks, see {@link Holder}. */
    private final long holder;

    private final WindowRow window;
    private final Reason ifUnknown;

    /** The number of the one workspace of which it is a member, or {@link Numbers#NOTHING} if there is not just one. */
    private final int onlyWorkspace;

    /** Its membership there. */
    private final @Nullable MemberRow onlyMembership;

    private Asker(Index index, @Nullable PrincipalRow principal, @Nullable TokenRow token, Reason ifUnknown) {
        family = index.rows().family;
        version = index.version();
        this.principal = principal;
        this.token = token;
        this.ifUnknown = ifUnknown;
        if (principal != null && principal.memberOf.length == 1) {
            onlyWorkspace = principal.memberOf[0];
            onlyMembership = index.rows().workspace(onlyWorkspace).membershipOf(principal);
        } else {
            onlyWorkspace = Numbers.NOTHING;
            onlyMembership = null;
        }
        window = token == null ? WindowRow.ALWAYS : token.window;
        if (token != null) {
            holder = token.holder;
        } else {
            holder = principal == null ? Holder.NOBODY : principal.holder();
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
        if (isOf(other)) {
            return this;
        }
        Rows there = other.rows();
        boolean related = there.family == family;
        if (token != null) {
            return ofToken(other, related ? there.tokens.same(token) : there.tokens.find(token.tokenHash()));
        }
        if (principal != null) {
            return ofPrincipal(
                    other, related ? there.principals.same(principal) : there.principals.find(principal.text));
        }
        return new Asker(other, null, null, ifUnknown);
    }

    /** Who it is in an index, by the same rules; {@link Holder#NOBODY} if that knows it no more. Makes no objects. */
    long holderIn(Index other) {
        if (isOf(other)) {
            return holder;
        }
        Rows there = other.rows();
        if (there.family != family) {
            return in(other).holder;
        }
        if (token != null) {
            return there.tokens.generation(token.number) == token.generation
                    ? there.tokens.holder(token.number)
                    : Holder.NOBODY;
        }
        PrincipalRow same = principal == null ? null : there.principals.same(principal);
        return same == null ? Holder.NOBODY : same.holder();
    }

    /** When the token by which it came is valid in an index that knows it; always without one. */
    WindowRow windowIn(Index other) {
        if (isOf(other)) {
            return window;
        }
        if (other.rows().family != family) {
            return in(other).window;
        }
        return token == null ? WindowRow.ALWAYS : other.rows().tokens.window(token.number);
    }

    /** The membership in a workspace of an index that knows it as this holder, or null. */
    @Nullable
    MemberRow memberIn(Index other, WorkspaceRow workspace, long there) {
        return workspace.number == onlyWorkspace && isOf(other)
                ? onlyMembership
                : other.rows().membership(Holder.principal(there), workspace);
    }

    private boolean isOf(Index other) {
        return version == other.version();
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
