package io.doorward.index;

/** What was done to give a workspace its next row, for tests that ask whether all of it was tried. */
enum WorkspaceStep {

    /** It was compiled whole. */
    WHOLE,

    /** A device, a claim or an API user came, went or changed. */
    DEVICES,
    CLAIMS,
    API_USERS,

    /** A member came, went, or has another row for other rights or other teams. */
    MEMBER_COMES,
    MEMBER_GOES,
    MEMBER_CHANGES,
    MEMBER_CHANGES_TEAMS,

    /** A team has other rights. */
    TEAM_RIGHTS,

    /** A team has other rights, and grants of teams are found by device. */
    TEAM_RIGHTS_BY_DEVICE,

    /** The first member of many teams makes grants of teams to be found by device. */
    TEAMS_BY_DEVICE
}
