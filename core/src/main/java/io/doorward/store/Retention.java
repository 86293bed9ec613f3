package io.doorward.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a store keeps of its past. An immutable value.
 *
 * @param revisions at most so many of the newest revisions
 * @param age none that is older than this
 */
public record Retention(int revisions, Duration age) {

    /** The newest 10,000 revisions of the last 24 hours. */
    public static final Retention DEFAULT = new Retention(10_000, Duration.ofHours(24));

    /** Refuses less than nothing. */
    public Retention {
        if (revisions < 0 || age.isNegative()) {
            throw new IllegalArgumentException("A store cannot keep " + revisions + " revisions or those of the last "
                    + age + "; give 0 or more.");
        }
    }

    /**
     * Whether the oldest of so many has to go: for who writes a store.
     *
     * @param size how many there are, at least one
     * @param oldest the instant of the oldest of them
     * @param newest the instant of the newest of them
     */
    public boolean drops(int size, Instant oldest, Instant newest) {
        return size > revisions || Duration.between(oldest, newest).compareTo(age) > 0;
    }
}
