package io.doorward.json;

import io.doorward.document.Limits;
import io.doorward.problem.InvalidPolicyException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Change sets as JSON documents of the format {@code doorward/changes/1}.
 *
 * <p><b>Reading</b> is strict: a change set comes out, or an {@link InvalidPolicyException} with everything that is wrong,
 * each with its line and column; never half a set. What only a policy can tell (whether a thing is there, whether the
 * catalogue has a permission) is found out when the set is applied. It takes one pass, memory for the changes (not for the
 * text), and bounded stack; the limits are those of {@link PolicyJson}. Tokens and codes that stand in the clear are hashed
 * at once, and no problem quotes one.
 *
 * <p><b>Writing</b> is stable: equal change sets give equal bytes, and reading them gives an equal change set. Tokens and
 * codes are written as hashes only.
 *
 * <p>Stateless and safe for use by any number of threads. No argument may be null. See {@code docs/changes-format.md} for
 * the format.
 */
public final class ChangesJson {

    private ChangesJson() {}

    /**
     * Reads a change set from a file.
     *
     * @throws InvalidPolicyException if the file is no such document, in syntax, encoding or content
     * @throws IOException if the file cannot be read
     */
    public static ChangesDocument read(Path file) throws IOException {
        try (InputStream document = Files.newInputStream(file)) {
            return read(document);
        }
    }

    /**
     * Reads a change set from a stream of UTF-8 to its end.
     *
     * @param document buffered here; not closed
     * @throws InvalidPolicyException if the stream is no such document, in syntax, encoding or content
     * @throws IOException if the stream throws it
     */
    public static ChangesDocument read(InputStream document) throws IOException {
        return new ChangesReader(Limits.DEFAULT).read(document);
    }

    /**
     * Reads a change set from a string.
     *
     * @throws InvalidPolicyException if the string is no such document, in syntax or content
     */
    public static ChangesDocument read(String document) {
        return new ChangesReader(Limits.DEFAULT).read(document);
    }

    /**
     * Writes a change set as UTF-8; the same bytes for every equal one.
     *
     * @param document flushed, not closed
     * @throws IllegalArgumentException if a change has a text, an instant or a list of permissions that no document can
     *     hold; something may have been written by then
     * @throws IOException if the stream throws it
     */
    public static void write(ChangesDocument changes, OutputStream document) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(document, StandardCharsets.UTF_8));
        new ChangesWriter(writer).write(changes);
        writer.flush();
    }

    /**
     * The document of a change set as a string, the same for every equal one.
     *
     * @throws IllegalArgumentException if a change has a text, an instant or a list of permissions that no document can hold
     */
    public static String toJson(ChangesDocument changes) {
        StringWriter writer = new StringWriter();
        try {
            new ChangesWriter(writer).write(changes);
        } catch (IOException e) {
            throw new UncheckedIOException("A string that is in memory cannot fail to be written.", e);
        }
        return writer.toString();
    }
}
