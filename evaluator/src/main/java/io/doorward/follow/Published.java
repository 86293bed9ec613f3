package io.doorward.follow;

import io.doorward.index.Index;
import java.util.function.BooleanSupplier;

/**
 * The index that an evaluator answers from, and whether it may. Readers take one volatile read each and no lock.
 *
 * <p>Written by one thread at a time.
 */
public final class Published {

    private final BooleanSupplier isTooOld;
    private volatile Index index;
    private volatile boolean stale;

    private Published(Index index, BooleanSupplier isTooOld) {
        this.index = index;
        this.isTooOld = isTooOld;
    }

    /** An index that never changes. */
    public static Published forEver(Index index) {
        return new Published(index, () -> false);
    }

    /** The first index of many; the watch says from the running clock whether the current one is too old. */
    static Published first(Index index, BooleanSupplier isTooOld) {
        return new Published(index, isTooOld);
    }

    /** The current index. */
    public Index index() {
        return index;
    }

    /** Whether everything is denied, as the watchdog saw it last: a denial may come up to a second late. */
    public boolean isStale() {
        return stale;
    }

    /** Whether everything is denied, by the clock. */
    public boolean isStaleNow() {
        return stale || isTooOld.getAsBoolean();
    }

    void publish(Index next) {
        index = next;
    }

    void setStale(boolean isStale) {
        stale = isStale;
    }
}
