package io.doorward.evaluator;

import io.doorward.index.Asker;
import io.doorward.model.PrincipalId;
import java.util.Optional;

/**
 * Who asks, once found: a caller that has authenticated keeps it and skips the look-up of the token from then on.
 *
 * <p>Immutable and thread-safe. A subject holds no right: each question looks at the policy of its moment. One that came
 * from a token dies with that token; one that came from a principal dies with the principal; one that was unknown stays
 * unknown. It holds no secret.
 */
public final class Subject {

    private final Asker asker;

    Subject(Asker asker) {
        this.asker = asker;
    }

    /** The principal behind the token, or empty if nobody was found. Being found is no right: the token may have expired. */
    public Optional<PrincipalId> principal() {
        return Optional.ofNullable(asker.principalId());
    }

    Asker asker() {
        return asker;
    }

    /** The principal's id; nothing of a token. */
    @Override
    public String toString() {
        return "Subject[" + principal().map(PrincipalId::value).orElse("unknown") + "]";
    }
}
