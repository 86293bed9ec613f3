package io.doorward.exhaustive;

/** What the catalogue's link modes carry. */
enum LinkModes {
    NOTHING_AND_WRITE(Held.NOTHING, Held.WRITE),
    VIEW_AND_ALL(Held.VIEW, Held.ALL),
    EDIT_AND_NOTHING(Held.EDIT, Held.NOTHING);

    private final Held read;
    private final Held write;

    LinkModes(Held read, Held write) {
        this.read = read;
        this.write = write;
    }

    Held read() {
        return read;
    }

    Held write() {
        return write;
    }
}
