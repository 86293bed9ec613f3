package io.doorward.change;

import io.doorward.model.PrincipalId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of teams; what a team holds on devices is a {@link GrantChange}. */
public sealed interface TeamChange extends Change {

    /**
     * Adds a team, which holds nothing and has nobody in it yet.
     *
     * @param workspace in which
     * @param team an id that no team of the workspace has
     * @param name what people call it, or null
     */
    record CreateTeam(
            WorkspaceId workspace, TeamId team, @Nullable String name) implements TeamChange {}

    /**
     * Gives a team another name.
     *
     * @param workspace in which
     * @param team which
     * @param name what people call it, or null
     */
    record RenameTeam(
            WorkspaceId workspace, TeamId team, @Nullable String name) implements TeamChange {}

    /**
     * Deletes a team, also from the teams that contain it.
     *
     * @param workspace in which
     * @param team which
     */
    record DeleteTeam(WorkspaceId workspace, TeamId team) implements TeamChange {}

    /**
     * Gives a team other workspace permissions.
     *
     * @param workspace in which
     * @param team which
     * @param permissions workspace permissions
     */
    record SetTeamPermissions(WorkspaceId workspace, TeamId team, List<Permission> permissions) implements TeamChange {

        /** Copies the list. */
        public SetTeamPermissions {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Puts a member into a team.
     *
     * @param workspace in which
     * @param team which
     * @param principal a member who is not in it yet
     * @param window when it is valid
     */
    record AddTeamMember(WorkspaceId workspace, TeamId team, PrincipalId principal, Window window)
            implements TeamChange {}

    /**
     * Gives a team membership another window.
     *
     * @param workspace in which
     * @param team which
     * @param principal who is in it
     * @param window when it is valid
     */
    record SetTeamMemberWindow(WorkspaceId workspace, TeamId team, PrincipalId principal, Window window)
            implements TeamChange {}

    /**
     * Takes a member out of a team.
     *
     * @param workspace in which
     * @param team which
     * @param principal who is in it
     */
    record RemoveTeamMember(WorkspaceId workspace, TeamId team, PrincipalId principal) implements TeamChange {}

    /**
     * Puts a team into another: who is in the inner one is in the outer one.
     *
     * @param workspace in which
     * @param team the outer team
     * @param inner the inner team
     */
    record NestTeam(WorkspaceId workspace, TeamId team, TeamId inner) implements TeamChange {}

    /**
     * Takes a team out of another.
     *
     * @param workspace in which
     * @param team the outer team
     * @param inner the inner team
     */
    record UnnestTeam(WorkspaceId workspace, TeamId team, TeamId inner) implements TeamChange {}
}
