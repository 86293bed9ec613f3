package io.doorward.index;

import io.doorward.model.TeamId;

/** A team with its own rights; what outer teams add reaches a member through teams of their own ({@link MemberTeams}). */
final class TeamRow {

    final TeamId id;
    final RightsRow rights;

    TeamRow(TeamId id, RightsRow rights) {
        this.id = id;
        this.rights = rights;
    }
}
