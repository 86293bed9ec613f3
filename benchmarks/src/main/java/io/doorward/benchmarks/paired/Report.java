package io.doorward.benchmarks.paired;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells what a contest has shown: a table for people, and everything as JSON. */
final class Report {

    private static final double HUNDREDTHS = 100.0;

    private final String what;
    private final Map<String, String> options;
    private final List<Track> tracks;
    private final Machine machine = Machine.thisOne();

    /**
     * @param what the command
     * @param tracks the baseline's first
     */
    Report(String what, Map<String, String> options, List<Track> tracks) {
        this.what = what;
        this.options = new TreeMap<>(options);
        this.tracks = tracks;
    }

    void print() {
        System.out.print(table());
    }

    String table() {
        StringBuilder text = new StringBuilder();
        line(text, "%s %s", what, options);
        line(text, "%s, Java %s, %s", machine.date(), machine.java(), machine.processors());
        line(
                text,
                "%d rounds; ns: time for which the thread had a processor, an operation; median (quartiles)",
                tracks.get(0).rounds());
        line(
                text,
                "%-14s %32s %10s %8s   %-28s %s",
                "",
                "ns",
                "by clock",
                "B",
                "ratio to " + tracks.get(0).name(),
                "by clock");
        for (Track track : tracks) {
            line(
                    text,
                    "%-14s %32s %10.1f %8.2f   %-28s %s",
                    track.name(),
                    rounded(track.cpuNanos()),
                    track.wallNanos().median(),
                    track.bytes(),
                    track.ratio(),
                    track.wallRatio());
        }
        return text.toString();
    }

    private static String rounded(Quartiles nanos) {
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", nanos.median(), nanos.lower(), nanos.upper());
    }

    void write(Path file) {
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("what", what);
            json.writeStringField("date", machine.date());
            json.writeStringField("java", machine.java());
            json.writeStringField("processors", machine.processors());
            json.writeObjectFieldStart("options");
            for (Map.Entry<String, String> option : options.entrySet()) {
                json.writeStringField(option.getKey(), option.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("contenders");
            for (Track track : tracks) {
                write(track, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("The results could not be written to " + file + ".", e);
        }
        System.out.println("Raw results: " + file);
    }

    private static void write(Track track, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", track.name());
        json.writeNumberField("operationsPerSlice", track.count());
        write("ratio", track.ratio(), json);
        write("wallRatio", track.wallRatio(), json);
        write("cpuNanos", track.cpuNanos(), json);
        write("wallNanos", track.wallNanos(), json);
        json.writeNumberField("bytes", track.bytes());
        json.writeFieldName("cpuNanosByRound");
        double[] rounded = track.cpu();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Math.round(rounded[i] * HUNDREDTHS) / HUNDREDTHS;
        }
        json.writeArray(rounded, 0, rounded.length);
        json.writeEndObject();
    }

    private static void write(String name, Quartiles quartiles, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        double[] all = {quartiles.lower(), quartiles.median(), quartiles.upper()};
        json.writeArray(all, 0, all.length);
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
