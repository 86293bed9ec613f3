package io.doorward.exhaustive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of {@code docs/exhaustive.md}. */
final class WorldTables {

    private WorldTables() {}

    /** Every dimension with its values. */
    static String dimensions() {
        List<String> lines = new ArrayList<>(List.of("| dimension | values | which |", "|---|---:|---|"));
        for (Dimension dimension : Dimension.ALL) {
            String values = dimension == Dimension.IMPLIED
                    ? "every way without a circle in which `view`, `write` and `edit` can imply each other"
                    : dimension.choices().stream()
                            .map(value -> "`" + value + "`")
                            .collect(Collectors.joining(" "));
            lines.add("| " + dimension.words() + " | " + dimension.choices().size() + " | " + values + " |");
        }
        return String.join("\n", lines);
    }

    /** What no policy of the world breaks. */
    static String rules() {
        return Rule.ALL.stream()
                .map(Rule::words)
                .distinct()
                .map(words -> "- " + words + ".")
                .collect(Collectors.joining("\n"));
    }

    /** Every block with how many policies it adds to those before. */
    static String blocks(Map<String, Long> counts) {
        List<String> lines = new ArrayList<>(List.of("| block | policies | which |", "|---|---:|---|"));
        for (Block block : SmallWorld.BLOCKS) {
            long count = counts.getOrDefault(block.name(), 0L);
            lines.add(String.format("| %s | %,d | %s |", block.name(), count, block.words()));
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        lines.add(String.format("| **all** | **%,d** | |", all));
        return String.join("\n", lines);
    }
}
