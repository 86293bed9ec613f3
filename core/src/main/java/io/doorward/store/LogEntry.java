package io.doorward.store;

import io.doorward.model.Revision;
import java.time.Instant;

/**
 * What a store remembers of a revision. An immutable value.
 *
 * @param revision which
 * @param author who made it
 * @param instant when, by the store's clock
 */
public record LogEntry(Revision revision, Author author, Instant instant) {}
