package io.doorward.admin;

import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which teams of one workspace contain which: who is in the inner one is in the outer one. */
final class OuterTeams {

    private final Workspace workspace;
    private final Map<TeamId, List<Team>> around = new HashMap<>();

    /** O(teams and nestings). */
    OuterTeams(Workspace workspace) {
        this.workspace = workspace;
        for (Team outer : workspace.teams().values()) {
            for (TeamId inner : outer.teams()) {
                around.computeIfAbsent(inner, id -> new ArrayList<>()).add(outer);
            }
        }
    }

    /** A team and all around it, each once; none if there is no such team. */
    Collection<Team> of(TeamId id) {
        Map<TeamId, Team> found = new LinkedHashMap<>();
        Deque<Team> open = new ArrayDeque<>();
        Team start = workspace.teams().get(id);
        if (start != null) {
            open.add(start);
        }
        while (!open.isEmpty()) {
            Team team = open.pop();
            if (found.put(team.id(), team) == null) {
                open.addAll(around.getOrDefault(team.id(), List.of()));
            }
        }
        return found.values();
    }
}
