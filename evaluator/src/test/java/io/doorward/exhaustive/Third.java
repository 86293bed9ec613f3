package io.doorward.exhaustive;

/** A third workspace that has claimed the device too, and how the principal stands there. */
enum Third {
    ABSENT,
    STRANGER,
    MEMBER_UNTIL_NOON,
    MEMBER_WITHOUT_GRANT,
    GRANT_UNTIL_NOON,
    EMPTY_GRANT,
    GRANT_OF_WRITE,
    ONLY_WORKSPACE_ADMIN,
    ALL_UNDER_LOW_CEILING,
    ALL_BUT_SUSPENDED,
    OWNED_BY_THE_PRINCIPAL
}
