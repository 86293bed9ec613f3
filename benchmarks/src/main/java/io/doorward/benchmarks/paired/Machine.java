package io.doorward.benchmarks.paired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What a figure was measured on. */
record Machine(String date, String java, String processors) {

    static Machine thisOne() {
        return new Machine(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors() + " x " + model());
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor"; // no Linux
        }
    }

    /** The main version, such as {@code 17}. */
    static int javaVersion() {
        return Runtime.version().feature();
    }
}
