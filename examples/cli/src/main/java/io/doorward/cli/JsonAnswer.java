package io.doorward.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.doorward.decision.Listing;
import io.doorward.model.Revision;
import io.doorward.problem.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** Answers as JSON: one object on one line, as {@code output-1.schema.json} describes them. Stateless. */
final class JsonAnswer {

    /** Writes the fields of an object. */
    @FunctionalInterface
    interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonAnswer() {}

    static void print(PrintStream out, Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            writeObject(json, fields);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail.", e);
        }
        out.println(text);
    }

    static void writeObject(JsonGenerator json, Fields fields) throws IOException {
        json.writeStartObject();
        fields.writeTo(json);
        json.writeEndObject();
    }

    static void writeTexts(JsonGenerator json, String field, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Which state of the policy answers. */
    static void writeRevision(JsonGenerator json, Revision revision) throws IOException {
        json.writeNumberField("revision", revision.number());
        if (!revision.lineage().isEmpty()) {
            json.writeStringField("lineage", revision.lineage());
        }
    }

    /** Why a list could not but be empty, if so. */
    static void writeEmptyBecause(JsonGenerator json, Listing<?> listing) throws IOException {
        if (listing.emptyBecause().isPresent()) {
            json.writeStringField("emptyBecause", listing.emptyBecause().get().name());
        }
    }

    static void writeProblems(JsonGenerator json, List<Problem> problems) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            writeObject(json, object -> {
                object.writeStringField("place", problem.place());
                object.writeStringField("message", problem.message());
            });
        }
        json.writeEndArray();
    }
}
