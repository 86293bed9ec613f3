package io.doorward.admin;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import io.doorward.model.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A set of instants: a union of intervals, each with its first instant and without its last, either of which may be open. */
final class Times {

    static final Times NEVER = new Times(ImmutableRangeSet.of());
    static final Times ALWAYS = new Times(ImmutableRangeSet.of(Range.all()));

    /** Intervals that touch are one here. */
    private final ImmutableRangeSet<Instant> ranges;

    private Times(ImmutableRangeSet<Instant> ranges) {
        this.ranges = ranges;
    }

    static Times of(Window window) {
        Instant from = window.notBefore();
        Instant to = window.expiresAt();
        if (from == null) {
            return to == null ? ALWAYS : new Times(ImmutableRangeSet.of(Range.lessThan(to)));
        }
        return new Times(ImmutableRangeSet.of(to == null ? Range.atLeast(from) : Range.closedOpen(from, to)));
    }

    /** All instants from this one on. */
    static Times from(Instant first) {
        return new Times(ImmutableRangeSet.of(Range.atLeast(first)));
    }

    Times union(Times other) {
        return isEmpty() || other.isAlways()
                ? other
                : other.isEmpty() || isAlways() ? this : with(ranges.union(other.ranges));
    }

    Times intersect(Times other) {
        return isAlways() || other.isEmpty()
                ? other
                : other.isAlways() || isEmpty() ? this : with(ranges.intersection(other.ranges));
    }

    Times minus(Times other) {
        return isEmpty() || other.isEmpty() ? this : other.isAlways() ? NEVER : with(ranges.difference(other.ranges));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    boolean isAlways() {
        return ranges.encloses(Range.all());
    }

    boolean contains(Instant instant) {
        return ranges.contains(instant);
    }

    /** The first of these instants, or {@link Instant#MIN} where there is none; they must not be empty. */
    Instant first() {
        Range<Instant> span = ranges.span();
        return span.hasLowerBound() ? span.lowerEndpoint() : Instant.MIN;
    }

    private static Times with(RangeSet<Instant> ranges) {
        return ranges.isEmpty() ? NEVER : new Times(ImmutableRangeSet.copyOf(ranges));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Times that && ranges.equals(that.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
