package io.doorward.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the newest revisions of one lineage, by their numbers, which ascend and most often without a gap. Adding
 * one and dropping the oldest costs the same however many there are. Not thread-safe.
 */
final class KeptRevisions<T> {

    private static final int FEWEST = 16;

    private final Retention retention;

    /** Used in a circle: the oldest is at {@code first}. */
    private @Nullable Object[] circle = new Object[FEWEST];

    private int first;
    private int size;

    private record Kept<T>(long number, Instant instant, T what) {}

    KeptRevisions(Retention retention) {
        this.retention = retention;
    }

    /** Adds the newest, and drops what is not to be kept any longer. Those that are not before it are gone. */
    void add(long number, Instant instant, T what) {
        while (size > 0 && at(size - 1).number >= number) {
            set(--size, null);
        }
        if (size == circle.length) {
            widen();
        }
        set(size++, new Kept<>(number, instant, what));
        while (size > 0 && retention.drops(size, at(0).instant, instant)) {
            set(0, null);
            first = (first + 1) & (circle.length - 1);
            size--;
        }
    }

    void clear() {
        Arrays.fill(circle, null);
        first = 0;
        size = 0;
    }

    /** What is kept of the revision with this number, or null. */
    @Nullable
    T get(long number) {
        int place = placeFrom(number);
        return place < size && at(place).number == number ? at(place).what : null;
    }

    /** What is kept of the first revision after the one with this number, or null. */
    @Nullable
    T firstAfter(long number) {
        int place = number == Long.MAX_VALUE ? size : placeFrom(number + 1);
        return place < size ? at(place).what : null;
    }

    /** Names those after the revision with this number, in order. */
    void forEachAfter(long number, ObjLongConsumer<T> each) {
        for (int place = number == Long.MAX_VALUE ? size : placeFrom(number + 1); place < size; place++) {
            each.accept(at(place).what, at(place).number);
        }
    }

    /** The place of the first that is this one or a later one. */
    private int placeFrom(long number) {
        if (size == 0 || number <= at(0).number) {
            return 0;
        }
        // Without gaps the first guess is right.
        int low = 0;
        int high = size;
        int guess = (int) Math.min(number - at(0).number, size - 1L);
        while (low < high) {
            if (at(guess).number < number) {
                low = guess + 1;
            } else if (guess > 0 && at(guess - 1).number >= number) {
                high = guess;
            } else {
                return guess;
            }
            guess = (low + high) >>> 1;
        }
        return low;
    }

    @SuppressWarnings("unchecked") // nothing else is put in, and places below the size are taken
    private Kept<T> at(int place) {
        Kept<T> kept = (Kept<T>) circle[(first + place) & (circle.length - 1)];
        if (kept == null) {
            throw new IllegalStateException("Defect: a revision that is kept is not there");
        }
        return kept;
    }

    private void set(int place, @Nullable Kept<T> kept) {
        circle[(first + place) & (circle.length - 1)] = kept;
    }

    private void widen() {
        @Nullable Object[] wide = new Object[2 * circle.length];
        for (int place = 0; place < size; place++) {
            wide[place] = at(place);
        }
        circle = wide;
        first = 0;
    }
}
