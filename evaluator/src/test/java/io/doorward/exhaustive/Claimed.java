package io.doorward.exhaustive;

/** Whether the device is claimed, and under which ceiling. */
enum Claimed {
    DEFAULT_CEILING(Held.ABSENT),
    NOT_CLAIMED(Held.ABSENT),
    NOTHING(Held.NOTHING),
    VIEW(Held.VIEW),
    WRITE(Held.WRITE),
    EDIT(Held.EDIT),
    VIEW_WRITE(Held.VIEW_WRITE),
    VIEW_EDIT(Held.VIEW_EDIT),
    WRITE_EDIT(Held.WRITE_EDIT),
    ALL(Held.ALL);

    private final Held ceiling;

    Claimed(Held ceiling) {
        this.ceiling = ceiling;
    }

    /** {@link Held#ABSENT} for the catalogue's default. */
    Held ceiling() {
        return ceiling;
    }
}
