package io.doorward.index;

import io.doorward.model.PrincipalId;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who is in which teams of a workspace, outer ones included. For one thread. */
final class Memberships {

    private final Workspace workspace;
    private final Windows windows;
    private final OuterTeams outer;
    private final Map<TeamId, Integer> numbers = new HashMap<>();

    /** Who comes into teams by the same ways shares them. */
    private final Map<List<Way>, MemberTeams> shared = new HashMap<>();

    /** That somebody is a member of a team itself. */
    private record Way(TeamId team, Window window) {}

    /** Looks through the teams; {@code windows} is told of every window of a member asked for. */
    Memberships(Workspace workspace, Windows windows) {
        this.workspace = workspace;
        this.windows = windows;
        outer = new OuterTeams(workspace);
        for (TeamId team : workspace.teams().keySet()) {
            numbers.put(team, numbers.size());
        }
    }

    /** The teams of one member. O(t log m) in the teams of the workspace and their members. */
    MemberTeams of(PrincipalId member) {
        List<Way> ways = new ArrayList<>();
        for (Team team : workspace.teams().values()) {
            Window window = team.members().get(member);
            if (window != null) {
                ways.add(new Way(team.id(), window));
            }
        }
        return teams(ways);
    }

    /** The teams of all who are in some. */
    Map<PrincipalId, MemberTeams> ofAll() {
        Map<PrincipalId, List<Way>> ways = new HashMap<>();
        for (Team team : workspace.teams().values()) {
            team.members().forEach((member, window) -> ways.computeIfAbsent(member, m -> new ArrayList<>(1))
                    .add(new Way(team.id(), window)));
        }
        Map<PrincipalId, MemberTeams> teams = new HashMap<>();
        ways.forEach((member, those) -> teams.put(member, teams(those)));
        return teams;
    }

    private MemberTeams teams(List<Way> ways) {
        return ways.isEmpty() ? MemberTeams.NONE : shared.computeIfAbsent(ways, this::reached);
    }

    private MemberTeams reached(List<Way> ways) {
        TreeMap<Integer, List<WindowRow>> through = new TreeMap<>();
        for (Way way : ways) {
            WindowRow window = windows.of(way.window());
            for (TeamId team : outer.of(way.team())) {
                through.computeIfAbsent(number(team), t -> new ArrayList<>(1)).add(window);
            }
        }
        return new MemberTeams(through, numbers.size());
    }

    private int number(TeamId team) {
        Integer number = numbers.get(team);
        if (number == null) {
            throw new IllegalArgumentException("A team contains " + team + ", which the workspace does not have.");
        }
        return number;
    }
}
