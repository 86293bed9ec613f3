package io.doorward.admin;

import java.util.Map;
import java.util.TreeMap;

/** How many sets were tried by each path, and what became of them. Not thread-safe. */
final class PathTally {

    private final Map<String, long[]> counts = new TreeMap<>();

    void count(String path, int outcome) {
        counts.computeIfAbsent(path, one -> new long[3])[outcome]++;
    }

    void add(PathTally other) {
        other.counts.forEach((path, more) -> {
            long[] count = counts.computeIfAbsent(path, one -> new long[more.length]);
            for (int i = 0; i < more.length; i++) {
                count[i] += more[i];
            }
        });
    }

    long accepted(String path) {
        return counts.getOrDefault(path, new long[3])[0];
    }

    long forbidden(String path) {
        return counts.getOrDefault(path, new long[3])[1];
    }

    String table() {
        StringBuilder table =
                new StringBuilder(String.format("%-34s %9s %9s %9s%n", "path", "accepted", "forbidden", "invalid"));
        counts.forEach((path, count) ->
                table.append(String.format("%-34s %9d %9d %9d%n", path, count[0], count[1], count[2])));
        return table.toString();
    }
}
