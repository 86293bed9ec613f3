package io.doorward.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON for people: what fits on a line stands on one, everything else is spread over lines that are indented by
 * two blanks. The same tree gives the same text.
 */
final class Layout {

    private static final int LINE_CHARACTERS = 120;
    private static final String INDENTATION = "  ";

    /** After what is written on a line a comma may follow. */
    private static final int COMMA = 1;

    private final Writer out;

    Layout(Writer out) {
        this.out = out;
    }

    /** Begins a line. */
    void newLine(int depth) throws IOException {
        out.write('\n');
        for (int i = 0; i < depth; i++) {
            out.write(INDENTATION);
        }
    }

    void raw(String text) throws IOException {
        out.write(text);
    }

    /** Writes a key and what separates it from its value; says how much that is. */
    int key(String key) throws IOException {
        String written = quoted(key) + ": ";
        out.write(written);
        return written.length();
    }

    /** Writes a key and its value at the beginning of a line. */
    void member(String key, JsonNode value, int depth) throws IOException {
        value(value, depth, key(key));
    }

    /**
     * Writes a value that begins behind other text.
     *
     * @param depth of the line on which it begins
     * @param used characters of that line besides its indentation
     */
    void value(JsonNode value, int depth, int used) throws IOException {
        StringBuilder line = new StringBuilder();
        int room = LINE_CHARACTERS - COMMA - INDENTATION.length() * depth - used;
        if (!value.isContainerNode() || value.isEmpty() || fits(value, room, line)) {
            line.setLength(0);
            appendFlat(value, Integer.MAX_VALUE, line);
            out.append(line);
        } else if (value.isArray()) {
            elements(value, depth);
        } else {
            members(value, depth);
        }
    }

    private void elements(JsonNode array, int depth) throws IOException {
        out.write('[');
        boolean first = true;
        for (JsonNode element : array) {
            out.write(first ? "" : ",");
            first = false;
            newLine(depth + 1);
            value(element, depth + 1, 0);
        }
        newLine(depth);
        out.write(']');
    }

    private void members(JsonNode object, int depth) throws IOException {
        out.write('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            out.write(first ? "" : ",");
            first = false;
            newLine(depth + 1);
            member(member.getKey(), member.getValue(), depth + 1);
        }
        newLine(depth);
        out.write('}');
    }

    private static boolean fits(JsonNode value, int room, StringBuilder line) {
        appendFlat(value, room, line);
        return line.length() <= room;
    }

    /** Appends the value in one line, or so much of it that it is longer than there is room. */
    private static void appendFlat(JsonNode value, int room, StringBuilder line) {
        if (line.length() > room) {
            return;
        }
        if (value.isArray()) {
            appendFlatElements(value, room, line);
        } else if (value.isObject()) {
            appendFlatMembers(value, room, line);
        } else {
            line.append(value.isTextual() ? quoted(value.textValue()) : value.asText());
        }
    }

    private static void appendFlatElements(JsonNode array, int room, StringBuilder line) {
        line.append('[');
        for (Iterator<JsonNode> elements = array.elements(); elements.hasNext() && line.length() <= room; ) {
            appendFlat(elements.next(), room, line);
            line.append(elements.hasNext() ? ", " : "");
        }
        line.append(']');
    }

    private static void appendFlatMembers(JsonNode object, int room, StringBuilder line) {
        line.append('{');
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        while (members.hasNext() && line.length() <= room) {
            Map.Entry<String, JsonNode> member = members.next();
            line.append(quoted(member.getKey())).append(": ");
            appendFlat(member.getValue(), room, line);
            line.append(members.hasNext() ? ", " : "");
        }
        line.append('}');
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }
}
