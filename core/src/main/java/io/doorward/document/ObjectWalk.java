package io.doorward.document;

import com.fasterxml.jackson.core.JsonToken;
import io.doorward.problem.Problem;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the keys of one object, which reports those that do not belong there and steps over their values.
 *
 * <p>After {@link #next()} the reader stands at the value of {@link #key()}, and whoever walks must read or skip it
 * before the next step. For one thread at a time.
 */
public final class ObjectWalk {

    private final DocumentReader in;
    private final Tokens tokens;
    private final Shape shape;
    private final Position position;
    private final @Nullable Set<String> anyKeys;

    private String key = "";
    private Position keyPosition;
    private long seen;
    private boolean ended;

    ObjectWalk(DocumentReader in, Tokens tokens, Shape shape, Position position, boolean ended) {
        this.in = in;
        this.tokens = tokens;
        this.shape = shape;
        this.position = position;
        this.ended = ended;
        keyPosition = position;
        anyKeys = shape.allowsAnyKey() ? new HashSet<>() : null;
    }

    /**
     * Goes to the next key that the object may have.
     *
     * @return false at the end; then missing keys have been reported
     */
    public boolean next() {
        while (!ended) {
            if (tokens.advance() == JsonToken.END_OBJECT) {
                ended = true;
                reportMissing();
            } else {
                key = tokens.text();
                keyPosition = tokens.here();
                tokens.advance();
                if (isWelcome()) {
                    return true;
                }
                tokens.skip();
            }
        }
        return false;
    }

    /** The key whose value comes next. */
    public String key() {
        return key;
    }

    /** Where that key stands. */
    public Position keyPosition() {
        return keyPosition;
    }

    /** Where the object begins. */
    public Position position() {
        return position;
    }

    /** Whether the object has had that key so far; false for objects of any keys. */
    public boolean has(String name) {
        Integer number = shape.number(name);
        return number != null && (seen & bit(number)) != 0;
    }

    private boolean isWelcome() {
        if (anyKeys != null) {
            return isFirst(anyKeys.add(key));
        }
        Integer number = shape.number(key);
        if (number == null) {
            if (!shape.isOpen()) {
                in.problem(keyPosition, unknown());
            }
            return shape.isOpen();
        }
        boolean first = (seen & bit(number)) == 0;
        seen |= bit(number);
        return isFirst(first);
    }

    private boolean isFirst(boolean first) {
        if (!first) {
            in.problem(
                    keyPosition, "The key " + Problem.quoted(key) + " stands twice in " + shape.noun() + "; keep one.");
        }
        return first;
    }

    private String unknown() {
        String quoted = shape.isSecret() ? "This key" : "The key " + Problem.quoted(key);
        return quoted + " is unknown in " + shape.noun() + ", which has " + shape.listKeys()
                + "; remove it or correct its name.";
    }

    private void reportMissing() {
        for (String name : shape.required()) {
            if (!has(name)) {
                in.problem(
                        position, "The key " + Problem.quoted(name) + " is missing in " + shape.noun() + "; add it.");
            }
        }
    }

    private static long bit(int number) {
        return 1L << number;
    }
}
