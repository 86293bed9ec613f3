package io.doorward.model;

import io.doorward.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds teams that contain themselves. Walks with a stack of its own: teams may be nested thousands deep. */
final class TeamCycles {

    private final Map<String, TeamBuilder> teams = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Problems problems;

    private TeamCycles(List<TeamBuilder> teams, Problems problems) {
        teams.forEach(team -> this.teams.putIfAbsent(team.key(), team));
        this.problems = problems;
    }

    static void check(List<TeamBuilder> teams, Problems problems) {
        TeamCycles cycles = new TeamCycles(teams, problems);
        teams.forEach(cycles::walkFrom);
    }

    private void walkFrom(TeamBuilder start) {
        if (done.contains(start.key())) {
            return;
        }
        Map<String, Iterator<String>> path = new LinkedHashMap<>();
        Deque<String> stack = new ArrayDeque<>();
        enter(start.key(), path, stack);
        while (!stack.isEmpty()) {
            String team = stack.peek();
            Iterator<String> inner = path.getOrDefault(team, List.<String>of().iterator());
            if (!inner.hasNext()) {
                done.add(team);
                path.remove(team);
                stack.pop();
                continue;
            }
            String next = inner.next();
            if (path.containsKey(next)) {
                report(next, new ArrayList<>(path.keySet()));
            } else if (!done.contains(next) && teams.containsKey(next)) {
                enter(next, path, stack);
            }
        }
    }

    private void enter(String team, Map<String, Iterator<String>> path, Deque<String> stack) {
        TeamBuilder row = teams.get(team);
        path.put(team, row == null ? List.<String>of().iterator() : row.teams().iterator());
        stack.push(team);
    }

    private void report(String team, List<String> path) {
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(team), path.size()));
        circle.add(team);
        TeamBuilder row = teams.get(team);
        if (row != null) {
            problems.add(
                    row,
                    "The " + row.whatAndWhere() + " contains itself ("
                            + circle.stream().map(Problem::quoted).collect(Collectors.joining(" > "))
                            + "); take one of these teams out of the other");
        }
    }
}
