package io.doorward.benchmarks.workload;

/** What kind of questions. */
public enum Kind {
    /** As they come: 50% allowed, 10% on a device of another tenant, 2% each of unknown tokens and devices, else denied. */
    MIXED,

    /** Allowed, all of them. */
    ALLOWED,

    /** Known token and device, but no right; one in five on a device of another tenant. */
    DENIED,

    /** A token that nobody has, on a device that exists. */
    UNKNOWN_TOKEN,

    /** A device that nobody has. */
    UNKNOWN_DEVICE,

    /**
     * A device id with a letter that Latin-1 lacks: half of them exist, the others differ from an id that exists in the
     * high byte of one letter only.
     */
    NON_LATIN_1
}
