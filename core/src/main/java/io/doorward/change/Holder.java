package io.doorward.change;

import io.doorward.model.PrincipalId;
import io.doorward.model.TeamId;

/** Who holds rights in a workspace: a member or a team. An immutable value. */
public sealed interface Holder {

    /** A member. */
    static Holder member(String principal) {
        return new MemberHolder(new PrincipalId(principal));
    }

    /** A team. */
    static Holder team(String team) {
        return new TeamHolder(new TeamId(team));
    }

    /**
     * A member.
     *
     * @param principal a user with a membership, or an API user of the workspace
     */
    record MemberHolder(PrincipalId principal) implements Holder {}

    /**
     * A team.
     *
     * @param team its id
     */
    record TeamHolder(TeamId team) implements Holder {}
}
