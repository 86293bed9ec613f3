package io.doorward.problem;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * One thing that is wrong, and where. An immutable value.
 *
 * @param place where it is, such as {@code line 3, column 7} or {@code workspace plant-north,
 *     member bob}; empty where there is no place to name
 * @param message one plain sentence: what is wrong and what to do; never contains a secret
 */
public record Problem(String place, String message) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How much of a text is shown: the longest legal name and some more. */
    private static final int QUOTED_CHARACTERS = 80;

    /** Makes a problem; neither part may be null. */
    public Problem {
        requireNonNull(place, "place");
        requireNonNull(message, "message");
    }

    /**
     * A text of unknown origin as a message may show it: in double quotes, on one line, and not
     * longer than a line. Control characters, quotes and unpaired surrogates are escaped as in Java,
     * and what exceeds 80 characters is cut off and replaced by {@code ...}.
     *
     * @param text any text that is not a secret
     * @return the quoted text, for a message only: it cannot be read back where it was cut
     */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int index = 0;
        for (int shown = 0; index < text.length() && shown < QUOTED_CHARACTERS; shown++) {
            int character = text.codePointAt(index);
            appendEscaped(quoted, character);
            index += Character.charCount(character);
        }
        return quoted.append(index < text.length() ? "...\"" : "\"").toString();
    }

    private static void appendEscaped(StringBuilder quoted, int character) {
        if (character == '"' || character == '\\') {
            quoted.append('\\').append((char) character);
        } else if (isUnprintable(character)) {
            for (char unit : Character.toChars(character)) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(unit));
            }
        } else {
            quoted.appendCodePoint(character);
        }
    }

    /** What would break a line, change its direction, or not survive an encoding. */
    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** The place, a colon and the message; the message alone where there is no place. */
    @Override
    public String toString() {
        return place.isEmpty() ? message : place + ": " + message;
    }
}
