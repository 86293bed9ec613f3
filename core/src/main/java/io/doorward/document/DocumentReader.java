package io.doorward.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.doorward.model.InstantText;
import io.doorward.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document from its beginning to its end, in one pass and in the order in which it is written.
 *
 * <p>The reader always stands at a value, and each method reads that whole value: what was asked for, or, where
 * something else stands there, nothing, after a problem was reported. So a caller goes on in any case and gets all
 * problems of the document in one go. No problem quotes a text that stands where something else is expected, since it
 * may be a secret in the wrong place. For one thread at a time.
 */
public final class DocumentReader {

    private final Tokens tokens;
    private final DocumentProblems problems;

    private DocumentReader(Tokens tokens, DocumentProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /**
     * Reads a document of UTF-8.
     *
     * @param document not closed
     * @param problems where to report
     * @param body reads the one value of the document
     * @return whether the document was read to its end; if not, what it says is known in part only
     * @throws IOException if the stream throws it
     */
    public static boolean read(
            InputStream document, Limits limits, DocumentProblems problems, Consumer<DocumentReader> body)
            throws IOException {
        try (JsonParser parser = Parsers.of(document, limits, problems)) {
            return read(new Tokens(parser, limits, problems), problems, body);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads a document that is a string already, in all else as one of a stream. */
    public static boolean read(
            String document, Limits limits, DocumentProblems problems, Consumer<DocumentReader> body) {
        if (document.length() > limits.size()) {
            problems.add(Position.START, "The document is larger than " + limits.size() + " characters; split it.");
            return false;
        }
        try (JsonParser parser = Parsers.of(document, limits, problems)) {
            return read(new Tokens(parser, limits, problems), problems, body);
        } catch (IOException e) {
            throw new UncheckedIOException("A string that is in memory cannot fail to be read.", e);
        }
    }

    private static boolean read(Tokens tokens, DocumentProblems problems, Consumer<DocumentReader> body) {
        try {
            if (tokens.next() == null) {
                throw tokens.stop(Position.START, "The document is empty; it must be a JSON object.");
            }
            body.accept(new DocumentReader(tokens, problems));
            if (tokens.hasNext()) {
                problems.add(tokens.here(), "More text follows the end of the document; remove it.");
            }
            return true;
        } catch (StopReading e) {
            return false;
        }
    }

    /** Where the value begins at which the reader stands. */
    public Position here() {
        return tokens.here();
    }

    /** Reports something that is wrong; if there was too much of it already, the reading ends here. */
    public void problem(Position position, String message) {
        if (!problems.add(position, message)) {
            throw new StopReading();
        }
    }

    /** Reports what was found elsewhere, such as in what several values say together. */
    public void problems(List<Problem> others) {
        problems.addAll(others);
    }

    /** Whether an object stands here. */
    public boolean isObject() {
        return tokens.at(JsonToken.START_OBJECT);
    }

    /** Whether an array stands here. */
    public boolean isArray() {
        return tokens.at(JsonToken.START_ARRAY);
    }

    /** Whether a string stands here. */
    public boolean isText() {
        return tokens.at(JsonToken.VALUE_STRING);
    }

    private boolean isNumber() {
        return tokens.at(JsonToken.VALUE_NUMBER_INT) || tokens.at(JsonToken.VALUE_NUMBER_FLOAT);
    }

    /** A walk over the keys of the object that stands here, or over nothing. */
    public ObjectWalk object(Shape shape) {
        boolean isObject = isObject();
        ObjectWalk walk = new ObjectWalk(this, tokens, shape, here(), !isObject);
        if (!isObject) {
            reject("an object");
        }
        return walk;
    }

    /**
     * Goes through the array that stands here.
     *
     * @param element reads the element at which the reader then stands, whole
     */
    public void each(Runnable element) {
        if (!isArray()) {
            reject("an array");
            return;
        }
        while (tokens.advance() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /** The string that stands here, or null. */
    public @Nullable String text() {
        if (isText()) {
            return tokens.text();
        }
        reject("a string");
        return null;
    }

    /** The instant that stands here, or null. */
    public @Nullable Instant instant() {
        String text = text();
        if (text == null) {
            return null;
        }
        try {
            return InstantText.parse(text);
        } catch (IllegalArgumentException e) {
            problem(here(), label() + ": " + e.getMessage());
            return null;
        }
    }

    /** What of {@code true} and {@code false} stands here, or null. */
    public @Nullable Boolean bool() {
        if (tokens.at(JsonToken.VALUE_TRUE)) {
            return true;
        }
        if (tokens.at(JsonToken.VALUE_FALSE)) {
            return false;
        }
        reject("true or false");
        return null;
    }

    /** The whole number from 0 to {@link Long#MAX_VALUE} that stands here, or null. */
    public @Nullable Long wholeNumber() {
        long number = tokens.wholeNumber();
        if (number >= 0) {
            return number;
        }
        reject("a whole number from 0 to " + Long.MAX_VALUE, isNumber() ? "this number" : tokens.kind());
        return null;
    }

    /**
     * Reports that something else should stand here, and skips what does.
     *
     * @param expected with its article, such as {@code a string}
     */
    public void reject(String expected) {
        reject(expected, tokens.kind());
    }

    /**
     * Reports that the string which stands here is not one of the words that may, and quotes it.
     *
     * @param word what stands here; not where a secret may stand
     * @param expected such as {@code "READ" or "WRITE"}
     */
    public void rejectWord(String word, String expected) {
        reject(expected, Problem.quoted(word));
    }

    private void reject(String expected, String found) {
        problem(
                here(),
                tokens.at(JsonToken.VALUE_NULL)
                        ? label() + " is null, which stands for nothing; give " + expected + " or leave it out."
                        : label() + " must be " + expected + ", not " + found + ".");
        skip();
    }

    /** Skips the value that stands here, whatever it is. */
    public void skip() {
        tokens.skip();
    }

    /** The value that stands here, for a message: by its key, or by the key of the array that it is in. */
    public String label() {
        JsonStreamContext holder = holder();
        if (holder.inRoot()) {
            return "The document";
        }
        if (holder.inObject()) {
            return quotedKey(holder);
        }
        JsonStreamContext outer = holder.getParent();
        return outer.inObject() ? "An element of " + quotedKey(outer) : "An element of an array";
    }

    private JsonStreamContext holder() {
        JsonStreamContext context = tokens.context();
        return isObject() || isArray() ? context.getParent() : context;
    }

    private static String quotedKey(JsonStreamContext object) {
        return Problem.quoted(String.valueOf(object.getCurrentName()));
    }
}
