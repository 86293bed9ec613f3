package io.doorward.store;

/** What a source or store can do beyond what every one must. A source says so itself and is tested by it. */
public enum Capability {
    /** What was written is there again when the source is opened anew, in another process too. */
    PERSISTENT,
    /** Several processes read and write it at the same time, and each hears of the others' changes. */
    SHARED,
    /** Followers hear of a change at once and not only at the next poll, from whichever process it comes. */
    NOTIFIES
}
