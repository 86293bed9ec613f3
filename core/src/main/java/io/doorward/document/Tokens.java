package io.doorward.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a document one by one, until text comes that cannot be read: that is reported and ends the reading by
 * {@link StopReading}. Jackson's own messages are never shown, as they quote the document.
 */
final class Tokens {

    private static final String SYNTAX = "The text from here on is not JSON;"
            + " look for a missing or needless comma, colon, quote or bracket here or just before.";

    private static final String UNCLOSED = "The document ends too early; a bracket or a quote is never closed.";

    private final JsonParser parser;
    private final Limits limits;
    private final DocumentProblems problems;

    Tokens(JsonParser parser, Limits limits, DocumentProblems problems) {
        this.parser = parser;
        this.limits = limits;
        this.problems = problems;
    }

    /** Goes to the next token inside a value. */
    JsonToken advance() {
        JsonToken token = next();
        if (token == null) {
            throw new IllegalStateException("A parser at the end of its document was asked to go on.");
        }
        return token;
    }

    /** Goes to the next token; null at the end of the document. */
    @Nullable
    JsonToken next() {
        JsonToken token = read(parser::nextToken);
        if (token != null && token.isStructStart() && context().getNestingDepth() > limits.depth()) {
            throw stop(here(), "Arrays and objects nest deeper than " + limits.depth() + " here; no document does.");
        }
        return token;
    }

    /** Whether anything but blanks follows, JSON or not. */
    boolean hasNext() {
        try {
            return parser.nextToken() != null;
        } catch (StreamReadException e) {
            return true;
        } catch (IOException e) {
            throw stop(e);
        }
    }

    boolean at(JsonToken token) {
        return parser.hasToken(token);
    }

    /** Goes to the last token of the value that begins here. */
    void skip() {
        for (int open = opened(); open > 0; ) {
            advance();
            open += opened();
        }
    }

    private int opened() {
        JsonToken token = parser.currentToken();
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    String text() {
        return read(parser::getText);
    }

    /** The number that stands here, or -1 where it is none that a {@code long} can count. */
    long wholeNumber() {
        return at(JsonToken.VALUE_NUMBER_INT) && read(parser::getNumberType) != JsonParser.NumberType.BIG_INTEGER
                ? read(parser::getLongValue)
                : -1;
    }

    /** Where the token stands. */
    Position here() {
        return position(parser.currentTokenLocation());
    }

    /** What holds the value that stands here. */
    JsonStreamContext context() {
        return parser.getParsingContext();
    }

    /** What stands here, in words. */
    String kind() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "null";
        };
    }

    /** Reports a problem, after which the reading must end. */
    StopReading stop(Position position, String message) {
        problems.add(position, message);
        return new StopReading();
    }

    private StopReading stop(IOException e) {
        if (e instanceof BrokenTextException broken) {
            return stop(broken.position(), String.valueOf(broken.getMessage()));
        }
        if (e instanceof JsonEOFException) {
            return stop(position(parser.currentLocation()), UNCLOSED);
        }
        if (e instanceof StreamConstraintsException) {
            return stop(position(parser.currentLocation()), tooLong());
        }
        if (e instanceof StreamReadException unreadable) {
            JsonLocation location = unreadable.getLocation();
            return stop(position(location == null ? parser.currentLocation() : location), SYNTAX);
        }
        throw new UncheckedIOException(e);
    }

    private String tooLong() {
        return "A string, a key or a number here is too long; a string has at most " + limits.text()
                + " characters, a key " + limits.key() + ", a number " + limits.number() + ".";
    }

    private <T extends @Nullable Object> T read(Read<T> read) {
        try {
            return read.run();
        } catch (IOException e) {
            throw stop(e);
        }
    }

    private static Position position(JsonLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    /** What may fail as every reading may. */
    private interface Read<T extends @Nullable Object> {

        T run() throws IOException;
    }
}
