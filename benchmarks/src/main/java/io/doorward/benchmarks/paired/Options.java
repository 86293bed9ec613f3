package io.doorward.benchmarks.paired;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The options of a command, {@code --name value}. */
final class Options {

    private static final String MARK = "--";

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, String> used = new LinkedHashMap<>();

    /** Of all arguments from the given one on. */
    Options(String[] arguments, int from) {
        for (int i = from; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith(MARK) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "Options are written --name value; " + arguments[i] + " is not, or lacks its value.");
            }
            given.put(arguments[i].substring(MARK.length()), arguments[i + 1]);
        }
    }

    String text(String name, String otherwise) {
        String value = given.getOrDefault(name, otherwise);
        used.put(name, value);
        return value;
    }

    List<String> list(String name, String otherwise) {
        return List.of(text(name, otherwise).split(",", -1));
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    double decimal(String name, double otherwise) {
        return Double.parseDouble(text(name, Double.toString(otherwise)));
    }

    <E extends Enum<E>> E oneOf(Class<E> kind, String name, E otherwise) {
        return Enum.valueOf(kind, text(name, otherwise.name()).toUpperCase(Locale.ROOT));
    }

    /** Refuses options that nobody has asked for: they are misspelt. */
    void refuseOthers() {
        TreeSet<String> others = new TreeSet<>(given.keySet());
        others.removeAll(used.keySet());
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("There is no option " + String.join(", ", others) + "; there are "
                    + String.join(", ", used.keySet()) + ".");
        }
    }

    /** The values of those of the named options that were asked for. */
    List<String> used(String... names) {
        return Stream.of(names).filter(used::containsKey).map(used::get).toList();
    }

    /** All that were asked for, with their values. */
    Map<String, String> used() {
        return Map.copyOf(used);
    }
}
