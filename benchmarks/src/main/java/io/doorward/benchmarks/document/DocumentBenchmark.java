package io.doorward.benchmarks.document;

import io.doorward.benchmarks.clock.Stopwatch;
import io.doorward.benchmarks.clock.Took;
import io.doorward.json.PolicyJson;
import io.doorward.model.Member;
import io.doorward.model.Policy;
import io.doorward.model.Team;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads a large document several times, each time as a program that starts would, and writes it. Not a JMH benchmark:
 * what matters is the first reading and the memory of the whole process.
 *
 * <p>{@code java -Xmx2g -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.document.DocumentBenchmark}
 */
public final class DocumentBenchmark {

    private static final int READINGS = 5;
    private static final int MEGABYTE = 1 << 20;

    private DocumentBenchmark() {}

    /** Takes the file to read, or nothing, for the document that {@link LargeDocument} describes. */
    public static void main(String[] arguments) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        print(
                "Java %s, %d processors, -Xmx %d MB",
                Runtime.version(), runtime.availableProcessors(), runtime.maxMemory() / MEGABYTE);
        if (arguments.length > 0) {
            measure(Path.of(arguments[0]));
            return;
        }
        Path file = Files.createTempFile("doorward-large", ".json");
        try {
            LargeDocument.write(file);
            measure(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(Path file) throws IOException {
        print("%,d bytes", Files.size(file));
        for (int i = 1; i < READINGS; i++) {
            read(file, i);
        }
        Policy policy = read(file, READINGS);
        describe(policy);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        print("the policy keeps %,d MB of heap", (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
        Stopwatch stopwatch = Stopwatch.start();
        PolicyJson.write(policy, OutputStream.nullOutputStream());
        print("writing: %s", text(stopwatch.stop()));
    }

    private static Policy read(Path file, int number) throws IOException {
        Stopwatch stopwatch = Stopwatch.start();
        Policy policy = PolicyJson.read(file);
        print("reading %d: %s, peak of the process so far %s", number, text(stopwatch.stop()), peak());
        return policy;
    }

    private static String text(Took took) {
        return String.format(Locale.ROOT, "%.1f s (%.1f s of them running)", took.byTheClock(), took.ofThread());
    }

    private static void describe(Policy policy) {
        long grants = policy.workspaces().values().stream()
                .flatMap(workspace -> Stream.concat(
                        workspace.members().values().stream().map(Member::rights),
                        workspace.teams().values().stream().map(Team::rights)))
                .mapToLong(rights -> rights.devices().size())
                .sum();
        long devices = policy.workspaces().values().stream()
                .mapToLong(workspace -> workspace.devices().size())
                .sum();
        print(
                "%,d workspaces, %,d devices, %,d grants on devices",
                policy.workspaces().size(), devices, grants);
    }

    /** The most memory that the process has held, everything included; the system says so on Linux only. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown here";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
                    .orElse("unknown here");
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
