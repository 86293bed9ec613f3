package io.doorward.decision;

import io.doorward.model.Revision;
import java.util.List;
import java.util.Optional;

/**
 * A part of the answer to a question for all things or principals that qualify: the first ones, or those after a certain
 * id. Each page is of one revision and instant, but two pages may be of different ones: what changed between them shows from
 * where one is.
 *
 * @param items in code point order of their ids, each once, as many as were asked for or fewer
 * @param next after which id the next page begins; empty where the page is not full, so that nothing follows. After a full
 *     page nothing may follow either
 * @param emptyBecause as in {@link Listing#emptyBecause}
 * @param revision the state of the policy that was asked
 * @param <T> the kind of id
 */
public record Page<T>(List<T> items, Optional<T> next, Optional<Reason> emptyBecause, Revision revision) {

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
