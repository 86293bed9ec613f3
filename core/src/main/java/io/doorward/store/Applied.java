package io.doorward.store;

import io.doorward.model.Cascade;
import io.doorward.model.Revision;
import java.time.Instant;
import java.util.List;

/**
 * A change set that was made. An immutable value.
 *
 * @param revision which it is; an evaluator elsewhere can wait for it
 * @param instant when, by the store's clock
 * @param author who made it
 * @param cascades the rows that went because something went that they named, in the order in which they went
 */
public record Applied(Revision revision, Instant instant, Author author, List<Cascade> cascades) {

    /** Copies the list. */
    public Applied {
        cascades = List.copyOf(cascades);
    }
}
