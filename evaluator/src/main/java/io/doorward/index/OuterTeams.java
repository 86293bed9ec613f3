package io.doorward.index;

import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which teams somebody is in by being in one: that team, those that contain it, and so on outwards. For one thread. */
final class OuterTeams {

    /** In a deep nesting, all answers together are as large as its square. */
    private static final int MOST_KEPT = 1 << 20;

    private final Map<TeamId, List<TeamId>> containing = new HashMap<>();
    private final Map<TeamId, Collection<TeamId>> answers = new HashMap<>();
    private int kept;

    OuterTeams(Workspace workspace) {
        for (Team outer : workspace.teams().values()) {
            for (TeamId inner : outer.teams()) {
                containing.computeIfAbsent(inner, t -> new ArrayList<>(1)).add(outer.id());
            }
        }
    }

    Collection<TeamId> of(TeamId team) {
        Collection<TeamId> answer = answers.get(team);
        if (answer == null) {
            answer = find(team);
            kept += answer.size();
            if (kept > MOST_KEPT) {
                answers.clear();
                kept = answer.size();
            }
            answers.put(team, answer);
        }
        return answer;
    }

    private Collection<TeamId> find(TeamId team) {
        Set<TeamId> reached = new LinkedHashSet<>();
        Deque<TeamId> open = new ArrayDeque<>();
        open.push(team);
        while (!open.isEmpty()) {
            TeamId next = open.pop();
            if (reached.add(next)) {
                containing.getOrDefault(next, List.of()).forEach(open::push);
            }
        }
        return reached;
    }
}
