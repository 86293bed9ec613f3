package io.doorward.benchmarks.change;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What changes took at one size: printed as it comes, and kept as JSON. */
final class ChangeResults {

    private static final double NANOS_PER_MICRO = 1_000.0;
    private static final double[] PARTS = {0, 0.5, 0.99, 1};

    private final String size;
    private final Map<String, double[]> micros = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    ChangeResults(String size) {
        this.size = size;
        print(
                "%s, Java %s, %d processors",
                size, Runtime.version(), Runtime.getRuntime().availableProcessors());
    }

    /** Adds single changes, sorted by time. */
    void add(String what, long[] nanos) {
        double[] some = new double[PARTS.length];
        for (int i = 0; i < PARTS.length; i++) {
            some[i] = nanos[(int) (PARTS[i] * (nanos.length - 1))] / NANOS_PER_MICRO;
        }
        micros.put(what, some);
        print(
                "  %-45s visible after: median %,.1f us, 99th of 100 %,.1f us, longest %,.1f us",
                what, some[1], some[2], some[3]);
    }

    /** Adds a set of changes. */
    void add(String what, double took) {
        seconds.put(what, took);
        print("  %-45s visible after %.2f s", what, took);
    }

    void write(Path file) {
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("what", "change");
            json.writeStringField("size", size);
            json.writeStringField("date", LocalDate.now(ZoneOffset.UTC).toString());
            json.writeStringField("java", Runtime.version().toString());
            json.writeFieldName("parts");
            json.writeArray(PARTS, 0, PARTS.length);
            json.writeObjectFieldStart("micros");
            for (Map.Entry<String, double[]> entry : micros.entrySet()) {
                json.writeFieldName(entry.getKey());
                json.writeArray(entry.getValue(), 0, entry.getValue().length);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("seconds");
            for (Map.Entry<String, Double> entry : seconds.entrySet()) {
                json.writeNumberField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("The results could not be written to " + file + ".", e);
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
