package io.doorward.permission;

/** What kind of public link: the catalogue says which device permissions each mode carries. */
public enum LinkMode {
    /** A link to look at a device. */
    READ,
    /** A link to look at a device and write to it. */
    WRITE
}
