package io.doorward.model;

import io.doorward.problem.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds teams that contain themselves. Walks with a stack of its own: teams may be nested thousands deep. */
final class TeamCycles {

    private static final int NAMES_SHOWN = 10;

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
                report(next, stack);
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

    private void report(String team, Deque<String> stack) {
        TeamBuilder row = teams.get(team);
        if (row != null) {
            problems.add(
                    row,
                    "The " + row.whatAndWhere() + " contains itself (" + circle(team, stack)
                            + "); take one of these teams out of the other");
        }
    }

    /** The way from a team to itself, in the middle of which names are left out where it is long. */
    private static String circle(String team, Deque<String> stack) {
        Deque<String> circle = new ArrayDeque<>();
        circle.addFirst(Problem.quoted(team));
        for (String inner : stack) {
            if (inner.equals(team) || circle.size() == NAMES_SHOWN) {
                circle.addFirst(inner.equals(team) ? Problem.quoted(team) : Problem.quoted(team) + " > ...");
                break;
            }
            circle.addFirst(Problem.quoted(inner));
        }
        return String.join(" > ", circle);
    }
}
