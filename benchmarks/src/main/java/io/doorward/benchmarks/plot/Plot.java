package io.doorward.benchmarks.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.doorward.benchmarks.plot.Line.Point;
import io.doorward.benchmarks.workload.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Draws what a check and a change cost over the size of the policy, from the raw results of {@code PairedBenchmark check}
 * (fresh strings, a plain loop) and {@code ChangeBenchmark}, at the sizes that were measured.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.plot.Plot benchmarks/results}
 */
public final class Plot {

    private static final List<Size> SIZES = List.of(Size.S, Size.M, Size.L);
    private static final String OURS = "#0b6e4f";
    private static final String OURS_TOO = "#3fa34d";
    private static final String TWO_MAPS = "#c8553d";
    private static final String FLOOR = "#7b8794";

    private final Path results;

    Plot(Path results) {
        this.results = results;
    }

    /** Takes the directory of the results; the picture goes there, too. */
    public static void main(String[] arguments) throws IOException {
        Path results = Path.of(arguments.length == 0 ? "benchmarks/results" : arguments[0]);
        Files.writeString(results.resolve("cost.svg"), new Plot(results).draw());
    }

    String draw() {
        Panel check = new Panel(
                "One check",
                0,
                List.of(
                        line("two maps", TWO_MAPS, size -> ofCheck(size, "two-maps")),
                        line("ours, by strings", OURS, size -> ofCheck(size, "ours")),
                        line("ours, by handles", OURS_TOO, size -> ofCheck(size, "handles")),
                        line("floor, by numbers", FLOOR, size -> ofCheck(size, "floor"))),
                Plot::time);
        Panel change = new Panel(
                "One change, until it is visible",
                500,
                List.of(
                        line("ours, own grant", OURS, size -> ofChange(size, "own grant")),
                        line("ours, team's grant", OURS_TOO, size -> ofChange(size, "team's grant")),
                        line("two maps", TWO_MAPS, size -> ofChange(size, "two maps"))),
                Plot::time);
        return Panel.picture(caption(), check, change);
    }

    private String caption() {
        JsonNode first = read("check-s-262144-overlap-fresh-mixed-jdk17.json");
        return String.format(
                Locale.ROOT,
                "%s, JDK %s, %s; medians. The baselines know no teams, claims and windows. Changes by the clock.",
                first.path("date").asText(),
                first.path("java").asText().replaceFirst("[+].*", ""),
                first.path("processors").asText());
    }

    private static Line line(String name, String colour, Function<Size, Double> nanos) {
        List<Point> points = new ArrayList<>();
        for (Size size : SIZES) {
            points.add(new Point(size.ownGrants(), nanos.apply(size)));
        }
        return new Line(name, colour, points);
    }

    private double ofCheck(Size size, String contender) {
        String file = "check-" + name(size) + "-262144-overlap-fresh-mixed-jdk17.json";
        for (JsonNode one : read(file).path("contenders")) {
            if (one.path("name").asText().equals(contender)) {
                return one.path("cpuNanos").path(1).asDouble();
            }
        }
        throw new IllegalStateException("There is no " + contender + " in " + file + ".");
    }

    private double ofChange(Size size, String what) {
        String file = "change-" + name(size) + "-jdk17.json";
        JsonNode median = read(file).path("micros").path(what).path(1);
        if (!median.isNumber()) {
            throw new IllegalStateException("There is no " + what + " in " + file + ".");
        }
        return median.asDouble() * 1e3;
    }

    private static String name(Size size) {
        return size.name().toLowerCase(Locale.ROOT);
    }

    private JsonNode read(String file) {
        try {
            return new ObjectMapper().readTree(results.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Raw results could not be read; measure first. " + file, e);
        }
    }

    /** Nanoseconds in a unit that suits them. */
    static String time(double nanos) {
        if (nanos >= 1e6) {
            return number(nanos / 1e6) + " ms";
        }
        return nanos >= 1e3 ? number(nanos / 1e3) + " µs" : number(nanos) + " ns";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number < 10 && number != Math.rint(number) ? "%.1f" : "%.0f", number);
    }
}
