package io.doorward.exhaustive;

/** How the principal comes into the team whose rights are varied, and in which workspace that team is. */
enum Path {
    NONE(0, false),
    DIRECT(1, false),
    ONE_INSIDE(2, false),
    TWO_INSIDE(3, false),
    THREE_INSIDE(4, false),
    DIRECT_IN_CLAIMING(1, true),
    ONE_INSIDE_IN_CLAIMING(2, true);

    private final int depth;
    private final boolean inClaiming;

    Path(int depth, boolean inClaiming) {
        this.depth = depth;
        this.inClaiming = inClaiming;
    }

    /** How many teams there are, each inside the one before; the principal is in the last. */
    int depth() {
        return depth;
    }

    boolean isInClaiming() {
        return inClaiming;
    }
}
