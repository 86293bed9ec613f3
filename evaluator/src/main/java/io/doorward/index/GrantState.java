package io.doorward.index;

/** How near the grants that someone has on a device are to a live one; the larger, the nearer. */
enum GrantState {
    NONE,
    OUT_OF_WINDOW,
    LIVE;

    GrantState max(GrantState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
