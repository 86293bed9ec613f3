package io.doorward.permission;

import io.doorward.problem.Place;
import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The permissions of one scope as a host wrote them, and the rules that they must keep. */
final class PermissionDrafts {

    private final Scope scope;
    private final List<PermissionBuilder> rows = new ArrayList<>();

    /** The first row of each name, in order: what the bits will be if nothing is wrong. */
    private final Map<String, PermissionBuilder> byName = new LinkedHashMap<>();

    PermissionDrafts(Scope scope) {
        this.scope = scope;
    }

    void add(PermissionBuilder row) {
        rows.add(row);
        byName.putIfAbsent(row.name(), row);
    }

    /** The vocabulary of rows that have been checked. */
    Permissions compile() {
        List<PermissionBuilder> byBit = List.copyOf(byName.values());
        List<String> names = byBit.stream().map(PermissionBuilder::name).toList();
        long implicit = 0;
        for (int bit = 0; bit < byBit.size(); bit++) {
            if (byBit.get(bit).isImplicit()) {
                implicit |= 1L << bit;
            }
        }
        return new Permissions(scope, names, implied(byBit), implicit);
    }

    void check(List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (PermissionBuilder row : rows) {
            boolean isFirst = seen.add(row.name());
            checkRow(row, isFirst, seen.size(), problems);
            checkReferences(place(row), subject(row), "implies", row.implied(), problems);
        }
        checkCircles(problems);
    }

    private void checkRow(PermissionBuilder row, boolean isFirst, int number, List<Problem> problems) {
        Place place = place(row);
        if (!Names.isLegal(row.name())) {
            problems.add(problem(place, Names.refusal("permission", row.name())));
        }
        if (!isFirst) {
            problems.add(problem(place, subject(row) + " is already listed; list it once."));
        } else if (number > Permissions.MAX_SIZE) {
            String limit = " of its scope, which has room for " + Permissions.MAX_SIZE;
            problems.add(
                    problem(place, subject(row) + " is number " + number + limit + "; remove one that nobody needs."));
        }
        if (row.isImplicit() && scope != Scope.DEVICE) {
            String sentence = " is implicit, which only a device permission can be; remove that mark.";
            problems.add(problem(place, subject(row) + sentence));
        }
    }

    /** Reports names in a list that are not of this scope of the catalogue, or given twice. */
    void checkReferences(Place place, String subject, String verb, List<String> names, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        Set<String> reported = new HashSet<>();
        for (String name : names) {
            String reference = subject + " " + verb + " the " + scope.word() + " permission " + Problem.quoted(name);
            if (!seen.add(name)) {
                if (reported.add(name)) {
                    problems.add(problem(place, reference + " more than once; name it once."));
                }
            } else if (!byName.containsKey(name)) {
                String advice = ", which this catalogue lacks; correct the name or add the permission.";
                problems.add(problem(place, reference + advice));
            }
        }
    }

    private void checkCircles(List<Problem> problems) {
        // What lies beyond the last bit is refused anyway.
        List<PermissionBuilder> byBit =
                byName.values().stream().limit(Permissions.MAX_SIZE).toList();
        for (List<Integer> circle : Implications.circles(implied(byBit))) {
            String path = circle.stream()
                    .map(bit -> Problem.quoted(byBit.get(bit).name()))
                    .collect(Collectors.joining(" implies "));
            String subject = "The implications of " + scope.word() + " permissions form a circle";
            problems.add(problem(place(byBit.get(circle.get(0))), subject + ", " + path + "; remove one of them."));
        }
    }

    /** The implications between these rows as bits; those that lead elsewhere are left out. */
    private static long[] implied(List<PermissionBuilder> byBit) {
        Map<String, Integer> bits = new HashMap<>();
        byBit.forEach(row -> bits.put(row.name(), bits.size()));
        long[] implied = new long[byBit.size()];
        for (int bit = 0; bit < implied.length; bit++) {
            for (String name : byBit.get(bit).implied()) {
                Integer target = bits.get(name);
                if (target != null) {
                    implied[bit] |= 1L << target;
                }
            }
        }
        return implied;
    }

    private String subject(PermissionBuilder row) {
        return "The " + scope.word() + " permission " + Problem.quoted(row.name());
    }

    private Place place(PermissionBuilder row) {
        Place place = row.place();
        return place != null ? place : () -> scope.word() + " permission " + Problem.quoted(row.name());
    }

    private static Problem problem(Place place, String message) {
        return new Problem(place.text(), message);
    }
}
