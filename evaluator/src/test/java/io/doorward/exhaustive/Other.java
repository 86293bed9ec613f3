package io.doorward.exhaustive;

/** The second principal, apart from being the owner of what is somebody else's. */
enum Other {
    NOWHERE,
    MEMBER_WITH_ALL,
    TEAM_MATE
}
