package io.doorward.exhaustive;

/** What kind of principal asks. */
enum Kind {
    USER,
    API_USER_OF_OWNING,
    API_USER_OF_CLAIMING,
    READ_LINK,
    WRITE_LINK,
    LINK_TO_SIBLING;

    boolean isLink() {
        return this == READ_LINK || this == WRITE_LINK || this == LINK_TO_SIBLING;
    }
}
