package io.doorward.store.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.change.ChangeSet;
import io.doorward.json.ChangesDocument;
import io.doorward.json.ChangesJson;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.store.Author;
import io.doorward.store.Footprint;
import io.doorward.store.LogEntry;
import io.doorward.store.RowName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Revisions as lines of JSON. Stateless. */
final class LogLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LogLine() {}

    /** One line with its end. */
    static byte[] write(LoggedRevision revision) {
        LogEntry entry = revision.entry();
        ObjectNode line = JSON.createObjectNode();
        line.put("lineage", entry.revision().lineage());
        line.put("revision", entry.revision().number());
        line.put("instant", entry.instant().toString());
        PrincipalId author = entry.author().principal();
        if (author != null) {
            line.put("author", author.value());
        }
        if (entry.author().tokenName() != null) {
            line.put("token", entry.author().tokenName());
        }
        line.put("sha256", revision.digest().hex());
        if (revision.footprint() != null) {
            rows(line.putArray("written"), revision.footprint().written());
            rows(line.putArray("cameOrWent"), revision.footprint().cameOrWent());
        }
        if (revision.changes() != null) {
            line.set("changes", changes(revision.changes()));
        }
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void rows(ArrayNode array, Set<RowName> rows) {
        for (RowName row : rows) {
            ArrayNode one = array.addArray().add(row.kind().name());
            if (row.workspace() != null) {
                one.add(row.workspace().value());
            }
            one.add(row.key());
        }
    }

    private static JsonNode changes(ChangeSet changes) {
        try {
            return JSON.readTree(ChangesJson.toJson(ChangesDocument.of(changes)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("What was written as JSON a moment ago is none.", e);
        }
    }

    /** What a line says; empty if it is not one that {@link #write} makes. */
    static Optional<LoggedRevision> read(byte[] line) {
        try {
            return Optional.of(revision(JSON.readTree(line)));
        } catch (IOException | RuntimeException e) {
            // Cut off, damaged, edited, or of a later version: whoever reads the log knows what to do without it.
            return Optional.empty();
        }
    }

    private static LoggedRevision revision(JsonNode line) {
        Revision revision = new Revision(
                line.required("lineage").textValue(), line.required("revision").longValue());
        JsonNode author = line.get("author");
        JsonNode token = line.get("token");
        LogEntry entry = new LogEntry(
                revision,
                new Author(
                        author == null ? null : new PrincipalId(author.textValue()),
                        token == null ? null : token.textValue()),
                Instant.parse(line.required("instant").textValue()));
        JsonNode changes = line.get("changes");
        return new LoggedRevision(
                entry,
                new Digest(line.required("sha256").textValue()),
                changes == null ? null : ChangesJson.read(changes.toString()).changes(),
                footprint(line));
    }

    private static @Nullable Footprint footprint(JsonNode line) {
        return line.has("written") ? new Footprint(rows(line, "written"), rows(line, "cameOrWent")) : null;
    }

    private static Set<RowName> rows(JsonNode line, String name) {
        Set<RowName> rows = new HashSet<>();
        for (JsonNode row : line.required(name)) {
            RowName.Kind kind = RowName.Kind.valueOf(row.required(0).textValue());
            WorkspaceId workspace =
                    row.size() == 2 ? null : new WorkspaceId(row.required(1).textValue());
            rows.add(new RowName(kind, workspace, row.required(row.size() - 1).textValue()));
        }
        return rows;
    }
}
