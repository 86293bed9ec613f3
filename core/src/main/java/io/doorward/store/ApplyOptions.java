package io.doorward.store;

import io.doorward.change.Actor;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.token.TokenHash;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As whom a change set is made, and against which revision. An immutable value.
 *
 * <pre>{@code
 * store.apply(changes, as(alice));
 * store.apply(changes, as(alice, token).against(decision.revision()));
 * store.apply(changes, host().against(revision));
 * }</pre>
 */
public final class ApplyOptions {

    private static final ApplyOptions HOST = new ApplyOptions(Actor.HOST, null);

    private final Actor actor;
    private final @Nullable Revision against;

    private ApplyOptions(Actor actor, @Nullable Revision against) {
        this.actor = actor;
        this.against = against;
    }

    /** As the host, who may do everything; against whatever stands. */
    public static ApplyOptions host() {
        return HOST;
    }

    /** As a principal, who may do what his rights allow when the change is made. */
    public static ApplyOptions as(PrincipalId principal) {
        return new ApplyOptions(Actor.principal(Objects.requireNonNull(principal, "principal")), null);
    }

    /** As a principal who acts with one of his tokens. */
    public static ApplyOptions as(PrincipalId principal, TokenHash token) {
        return new ApplyOptions(
                Actor.principal(Objects.requireNonNull(principal, "principal"), Objects.requireNonNull(token, "token")),
                null);
    }

    /**
     * These, for a change set that was made of what stood at a revision. It is refused if anything that it writes, or the
     * presence of anything that it names, has changed since, or if that cannot be told any more.
     */
    public ApplyOptions against(Revision revision) {
        return new ApplyOptions(actor, Objects.requireNonNull(revision, "revision"));
    }

    /** As whom. */
    public Actor actor() {
        return actor;
    }

    /** Against which revision; empty for whatever stands. */
    public Optional<Revision> against() {
        return Optional.ofNullable(against);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApplyOptions that && actor.equals(that.actor) && Objects.equals(against, that.against);
    }

    @Override
    public int hashCode() {
        return 31 * actor.hashCode() + Objects.hashCode(against);
    }

    /** As whom, and against what; nothing of a token. */
    @Override
    public String toString() {
        return "as " + actor + (against == null ? "" : " against " + against);
    }
}
