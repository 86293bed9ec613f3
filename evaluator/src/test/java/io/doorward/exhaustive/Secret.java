package io.doorward.exhaustive;

/** The tokens of the principal. */
enum Secret {
    LIVE,
    NONE,
    UNTIL_NOON,
    FROM_NOON,
    REVOKED,
    REVOKED_AND_OVER_AT_NOON,
    ONE_REVOKED_ONE_LIVE
}
