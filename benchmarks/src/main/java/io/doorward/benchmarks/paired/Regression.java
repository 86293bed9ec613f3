package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A short look whether checks have become much slower: ratios to the two maps, beside those that were recorded. It fails only
 * where a ratio is twice the recorded one, which no noise of a machine makes of it.
 */
final class Regression {

    private static final int POOL = 1 << 18;
    private static final double GROSS = 2;

    private final long seed;
    private final double seconds;

    /** @param seconds for each size */
    Regression(long seed, double seconds) {
        this.seed = seed;
        this.seconds = seconds;
    }

    /** The ratios to the baseline, by size and contender. */
    Map<String, Double> measure(List<Size> sizes) {
        Map<String, Double> ratios = new TreeMap<>();
        for (Size size : sizes) {
            CheckContenders all = new CheckContenders(Workload.of(size, seed), Kind.MIXED, POOL, Mode.OVERLAP, true);
            List<Contender> contenders = List.of("two-maps", "ours", "handles").stream()
                    .map(all::named)
                    .toList();
            List<Track> tracks = new Contest(POOL, contenders, Contest.SLICE_MILLIS, seed).run(seconds);
            tracks.stream()
                    .skip(1)
                    .forEach(track ->
                            ratios.put(size + "." + track.name(), track.ratio().median()));
        }
        return ratios;
    }

    /** What is grossly worse than it was, a sentence each. What was not recorded is not. */
    static List<String> losses(Map<String, Double> ratios, Properties recorded) {
        List<String> losses = new ArrayList<>();
        ratios.forEach((name, ratio) -> {
            String before = recorded.getProperty(name);
            if (before != null && ratio > GROSS * Double.parseDouble(before)) {
                losses.add(String.format(
                        Locale.ROOT, "%s takes %.2f times what the two maps take; it was %s.", name, ratio, before));
            }
        });
        return losses;
    }

    /** The ratios recorded in a file. */
    static Properties recorded(Path file) {
        Properties recorded = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            recorded.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The recorded ratios could not be read from " + file + ".", e);
        }
        return recorded;
    }

    /** Records ratios in a file. */
    static void record(Map<String, Double> ratios, Path file) {
        List<String> lines = new ArrayList<>();
        lines.add("# Ratios to the two maps, fresh strings, written by: PairedBenchmark regression --record true");
        Machine machine = Machine.thisOne();
        lines.add("# " + machine.date() + ", Java " + machine.java() + ", " + machine.processors());
        ratios.forEach((name, ratio) -> lines.add(String.format(Locale.ROOT, "%s=%.3f", name, ratio)));
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The ratios could not be written to " + file + ".", e);
        }
    }
}
