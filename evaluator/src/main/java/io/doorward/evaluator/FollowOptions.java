package io.doorward.evaluator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;

/** How an evaluator follows a source. An immutable value; each method gives another one. */
public final class FollowOptions {

    private static final FollowOptions DEFAULTS = new FollowOptions(Duration.ofSeconds(30), InstantSource.system());

    private final Duration maxStaleness;
    private final InstantSource clock;

    private FollowOptions(Duration maxStaleness, InstantSource clock) {
        this.maxStaleness = maxStaleness;
        this.clock = clock;
    }

    /** Half a minute, and the system's clock. */
    public static FollowOptions defaults() {
        return DEFAULTS;
    }

    /**
     * For how long an evaluator goes on answering while it is not certain that it has the newest revision; past that, it
     * denies everything. The longer, the longer a right that was revoked elsewhere may outlive its revocation while the
     * source cannot be reached.
     *
     * @param limit zero or more
     */
    public FollowOptions maxStaleness(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException(
                    "The limit of staleness, " + limit + ", is negative; give zero or more.");
        }
        return new FollowOptions(limit, clock);
    }

    /** The clock of which now is asked, for windows; staleness does not depend on it. */
    public FollowOptions clock(InstantSource newClock) {
        return new FollowOptions(maxStaleness, requireNonNull(newClock, "clock"));
    }

    Duration maxStaleness() {
        return maxStaleness;
    }

    InstantSource clock() {
        return clock;
    }
}
