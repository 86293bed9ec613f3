package io.doorward.problem;

/**
 * User input as it stands in a message: in double quotes, on one line, shortened.
 *
 * <p>Not for secrets: those are never quoted at all. Stateless.
 */
public final class Quoted {

    private static final int MAX_CHARACTERS = 80;

    private Quoted() {}

    /**
     * The text in double quotes; control characters, quotes and unpaired surrogates are escaped, and all behind the
     * {@value #MAX_CHARACTERS}th character is left out.
     */
    public static String text(String input) {
        StringBuilder out = new StringBuilder(Math.min(input.length(), MAX_CHARACTERS) + 8).append('"');
        int shown = 0;
        int i = 0;
        while (i < input.length() && shown < MAX_CHARACTERS) {
            int c = input.codePointAt(i);
            append(out, c);
            i += Character.charCount(c);
            shown++;
        }
        return out.append(i < input.length() ? "...\"" : "\"").toString();
    }

    private static void append(StringBuilder out, int c) {
        if (c == '"' || c == '\\') {
            out.append('\\').append((char) c);
        } else if (mustBeEscaped(c)) {
            out.append(String.format(c > 0xFFFF ? "\\u{%x}" : "\\u%04x", c));
        } else {
            out.appendCodePoint(c);
        }
    }

    /** Whatever could break the line, hide, or turn the reading direction of a message round. */
    private static boolean mustBeEscaped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
