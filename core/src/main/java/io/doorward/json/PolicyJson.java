package io.doorward.json;

import io.doorward.document.Limits;
import io.doorward.model.Policy;
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
 * Policies as JSON documents of the format {@code doorward/policy/1}.
 *
 * <p><b>Reading</b> is strict: a policy comes out, or an {@link InvalidPolicyException} with everything that is wrong,
 * each with its line and column; never half a policy. It takes one pass, memory for the policy and its rows (not for
 * the text), and bounded stack. A document of more than 1 GiB is refused, as is one that nests deeper than 32 or has a
 * string of more than a million characters; after 10,000 problems the rest is not read. Tokens that stand in the clear
 * are hashed at once, and no problem quotes one.
 *
 * <p><b>Writing</b> is stable: equal policies give equal bytes, and reading them gives an equal policy. Tokens and
 * codes are written as hashes only.
 *
 * <p>Stateless and safe for use by any number of threads. No argument may be null. Classes of Jackson are loaded when
 * this class is first used and not before. See {@code docs/policy-format.md} for the format.
 */
public final class PolicyJson {

    private PolicyJson() {}

    /**
     * Reads a policy from a file.
     *
     * @throws InvalidPolicyException if the file is no such document, in syntax, encoding or content
     * @throws IOException if the file cannot be read
     */
    public static Policy read(Path file) throws IOException {
        try (InputStream document = Files.newInputStream(file)) {
            return read(document);
        }
    }

    /**
     * Reads a policy from a stream of UTF-8 to its end.
     *
     * @param document buffered here; not closed
     * @throws InvalidPolicyException if the stream is no such document, in syntax, encoding or content
     * @throws IOException if the stream throws it
     */
    public static Policy read(InputStream document) throws IOException {
        return new PolicyReader(Limits.DEFAULT).read(document);
    }

    /**
     * Reads a policy from a string.
     *
     * @throws InvalidPolicyException if the string is no such document, in syntax or content
     */
    public static Policy read(String document) {
        return new PolicyReader(Limits.DEFAULT).read(document);
    }

    /**
     * Writes a policy as UTF-8; the same bytes for every equal policy.
     *
     * @param document flushed, not closed
     * @throws IOException if the stream throws it
     */
    public static void write(Policy policy, OutputStream document) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(document, StandardCharsets.UTF_8));
        new PolicyWriter(writer).write(policy);
        writer.flush();
    }

    /** The document of a policy as a string, the same for every equal policy. */
    public static String toJson(Policy policy) {
        StringWriter writer = new StringWriter();
        try {
            new PolicyWriter(writer).write(policy);
        } catch (IOException e) {
            throw new UncheckedIOException("A string that is in memory cannot fail to be written.", e);
        }
        return writer.toString();
    }
}
