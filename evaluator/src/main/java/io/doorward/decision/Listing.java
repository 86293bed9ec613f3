package io.doorward.decision;

import io.doorward.model.Revision;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question for all things or principals that qualify: complete, and of one revision and instant.
 *
 * @param items in code point order of their ids, each once
 * @param emptyBecause why the list could not but be empty: the token, the principal, the action or the thing asked about
 *     is unknown or suspended, say; empty where the question was a good one, whether or not anything qualifies
 * @param revision the state of the policy that was asked
 * @param <T> the kind of id
 */
public record Listing<T>(List<T> items, Optional<Reason> emptyBecause, Revision revision) {

    /** Copies the list. */
    public Listing {
        items = List.copyOf(items);
    }
}
