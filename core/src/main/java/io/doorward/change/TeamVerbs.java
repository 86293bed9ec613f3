package io.doorward.change;

import io.doorward.change.TeamChange.AddTeamMember;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.TeamChange.DeleteTeam;
import io.doorward.change.TeamChange.NestTeam;
import io.doorward.change.TeamChange.RemoveTeamMember;
import io.doorward.change.TeamChange.RenameTeam;
import io.doorward.change.TeamChange.SetTeamMemberWindow;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.TeamChange.UnnestTeam;
import io.doorward.model.PrincipalId;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceEditor;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.Problem;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How teams change. */
final class TeamVerbs {

    private TeamVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateTeam.class, TeamVerbs::create)
                .on(
                        RenameTeam.class,
                        (change, edit) -> edit(
                                change.workspace(),
                                change.team(),
                                edit,
                                team -> new Team(
                                        team.id(), change.name(), team.members(), team.teams(), team.rights())))
                .on(DeleteTeam.class, TeamVerbs::delete)
                .on(SetTeamPermissions.class, (change, edit) -> {
                    PermissionSet permissions = edit.set(Scope.WORKSPACE, change.permissions());
                    edit(
                            change.workspace(),
                            change.team(),
                            edit,
                            team -> team.withRights(team.rights().withPermissions(permissions)));
                })
                .on(
                        AddTeamMember.class,
                        (change, edit) -> edit(change.workspace(), change.team(), edit, team -> {
                            if (team.members().containsKey(change.principal())) {
                                edit.problem(Edit.quoted(change.principal()) + " is in " + name(team)
                                        + " already; change the window of that instead.");
                            }
                            return team.withMembers(members(team).plus(change.principal(), change.window()));
                        }))
                .on(
                        SetTeamMemberWindow.class,
                        (change, edit) -> edit(change.workspace(), change.team(), edit, team -> {
                            requireMember(team, change.principal(), edit);
                            return team.withMembers(members(team).plus(change.principal(), change.window()));
                        }))
                .on(
                        RemoveTeamMember.class,
                        (change, edit) -> edit(change.workspace(), change.team(), edit, team -> {
                            requireMember(team, change.principal(), edit);
                            return team.withMembers(members(team).minus(change.principal()));
                        }))
                .on(
                        NestTeam.class,
                        (change, edit) -> edit(change.workspace(), change.team(), edit, team -> {
                            SortedSet<TeamId> inner = new TreeSet<>(team.teams());
                            if (!inner.add(change.inner())) {
                                edit.problem(
                                        "The " + name(team) + " contains team " + quoted(change.inner()) + " already.");
                            }
                            return team.withTeams(inner);
                        }))
                .on(
                        UnnestTeam.class,
                        (change, edit) -> edit(change.workspace(), change.team(), edit, team -> {
                            SortedSet<TeamId> inner = new TreeSet<>(team.teams());
                            if (!inner.remove(change.inner())) {
                                edit.problem(
                                        "The " + name(team) + " does not contain team " + quoted(change.inner()) + ".");
                            }
                            return team.withTeams(inner);
                        }));
    }

    private static void create(CreateTeam change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        if (workspace == null) {
            return;
        }
        if (workspace.teams().containsKey(change.team())) {
            edit.problem("Workspace " + Edit.quoted(workspace.id()) + " has a team " + quoted(change.team())
                    + " already; choose another id.");
        } else {
            workspace.put(new Team(
                    change.team(), change.name(), PersistentSortedMap.of(), new TreeSet<>(), edit.rights(Access.NONE)));
        }
    }

    private static void delete(DeleteTeam change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        if (workspace != null && team(workspace, change.team(), edit) != null) {
            workspace.removeTeam(change.team());
        }
    }

    private static void edit(WorkspaceId id, TeamId teamId, Edit edit, UnaryOperator<Team> change) {
        WorkspaceEditor workspace = edit.workspace(id);
        Team team = workspace == null ? null : team(workspace, teamId, edit);
        if (workspace != null && team != null) {
            workspace.put(change.apply(team));
        }
    }

    static @Nullable Team team(WorkspaceEditor workspace, TeamId id, Edit edit) {
        Team team = workspace.teams().get(id);
        if (team == null) {
            edit.problem("Workspace " + Edit.quoted(workspace.id()) + " has no team " + quoted(id) + ".");
        }
        return team;
    }

    private static void requireMember(Team team, PrincipalId principal, Edit edit) {
        if (!team.members().containsKey(principal)) {
            edit.problem(Edit.quoted(principal) + " is not in " + name(team) + ".");
        }
    }

    private static PersistentSortedMap<PrincipalId, Window> members(Team team) {
        return PersistentSortedMap.copyOf(team.members());
    }

    private static String name(Team team) {
        return "team " + quoted(team.id());
    }

    private static String quoted(TeamId id) {
        return Problem.quoted(id.value());
    }
}
