package io.doorward.document;

import static java.util.Comparator.comparingInt;

import io.doorward.problem.Place;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a document. An immutable value.
 *
 * @param line counted from 1; a line ends with a line feed, a carriage return or both
 * @param column counted from 1, in UTF-16 code units as most editors count
 */
public record Position(int line, int column) implements Place, Comparable<Position> {

    /** Where a document begins. */
    public static final Position START = new Position(1, 1);

    private static final Comparator<Position> ORDER =
            comparingInt(Position::line).thenComparingInt(Position::column);

    private static final Pattern TEXT = Pattern.compile("line ([0-9]{1,9}), column ([0-9]{1,9})");

    /** The position that {@link #text()} writes so; empty if the text is another place. */
    static Optional<Position> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Position(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Such as {@code line 3, column 7}. */
    @Override
    public String text() {
        return "line " + line + ", column " + column;
    }

    /** In the order of the document. */
    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
