package io.doorward.permission;

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
            String place = place(row);
            String subject = subject(row);
            if (!Names.isLegal(row.name())) {
                problems.add(new Problem(
                        place,
                        "The permission name "
                                + Problem.quoted(row.name())
                                + " is not legal; give it "
                                + Names.SYNTAX
                                + "."));
            }
            if (!seen.add(row.name())) {
                problems.add(new Problem(place, subject + " is already listed; list each once."));
            } else if (seen.size() > Permissions.MAX_SIZE) {
                problems.add(new Problem(
                        place,
                        subject
                                + " is number "
                                + seen.size()
                                + " of its scope, which has room for "
                                + Permissions.MAX_SIZE
                                + "; remove permissions that nobody needs."));
            }
            if (row.isImplicit() && scope != Scope.DEVICE) {
                problems.add(new Problem(
                        place,
                        subject + " is marked implicit, which only a device permission can be;" + " remove the mark."));
            }
            checkReferences(place, subject, "implies", row.implied(), problems);
        }
        checkCircles(problems);
    }

    /** Reports names in a list that are not of this scope of the catalogue, or given twice. */
    void checkReferences(String place, String subject, String verb, List<String> names, List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        Set<String> reported = new HashSet<>();
        for (String name : names) {
            String object = subject + " " + verb + " the " + scope.word() + " permission " + Problem.quoted(name);
            if (seen.add(name)) {
                if (!byName.containsKey(name)) {
                    problems.add(new Problem(
                            place, object + ", which this catalogue lacks; correct the name or add the permission."));
                }
            } else if (reported.add(name)) {
                problems.add(new Problem(place, object + " more than once; name it once."));
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
            problems.add(new Problem(
                    place(byBit.get(circle.get(0))),
                    "The " + scope.word() + " permissions imply one another in a circle: " + path
                            + "; remove one of these implications."));
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

    private String place(PermissionBuilder row) {
        return CatalogueDraft.text(row.place(), scope.word() + " permission " + Problem.quoted(row.name()));
    }
}
