package io.doorward.model;

import io.doorward.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instants as documents and command lines write them: {@code YYYY-MM-DDThh:mm:ss}, up to nine decimals, {@code Z}; no
 * other zone, no leap second, no midnight at the end of a day, years 0001 to 9999. Stateless.
 *
 * <p>Stricter than {@link Instant#parse}, so that an instant has few forms and every reader of a document, in any
 * language, understands them alike.
 */
public final class InstantText {

    private static final Pattern SYNTAX = Pattern.compile(
            "([0-9]{4})-([0-9]{2})-([0-9]{2})" + "T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9}))?Z");

    private static final int NANO_DIGITS = 9;

    private static final DateTimeFormatter SHORTEST = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, NANO_DIGITS, true)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private InstantText() {}

    /**
     * The instant that a text writes. Takes time that grows with the text.
     *
     * @param text any text
     * @throws IllegalArgumentException if it is no such instant; the message is a sentence that quotes it, shortened
     */
    public static Instant parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    Problem.quoted(text) + " is not an instant; write it like 2026-07-01T12:00:00Z,"
                            + " with up to nine decimals of a second and always in UTC.");
        }
        try {
            Instant instant = LocalDateTime.of(
                            number(parts, 1),
                            number(parts, 2),
                            number(parts, 3),
                            number(parts, 4),
                            number(parts, 5),
                            number(parts, 6),
                            nanos(parts.group(7)))
                    .toInstant(ZoneOffset.UTC);
            if (!isWritable(instant)) {
                throw new DateTimeException("year 0");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    Problem.quoted(text) + " is not an instant: no calendar has that date or no clock that time;"
                            + " the years go from 0001 to 9999, the hours from 00 to 23.",
                    e);
        }
    }

    /**
     * The shortest text that {@link #parse} reads as that instant: no decimals that are only zeros.
     *
     * @throws IllegalArgumentException if it does not lie in the years 0001 to 9999
     */
    public static String format(Instant instant) {
        if (!isWritable(instant)) {
            throw new IllegalArgumentException(
                    "The instant " + instant + " cannot be written; the years go from 0001 to 9999.");
        }
        return SHORTEST.format(instant);
    }

    private static boolean isWritable(Instant instant) {
        return !instant.isBefore(Window.MIN) && !instant.isAfter(Window.MAX);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static int nanos(@Nullable String decimals) {
        if (decimals == null) {
            return 0;
        }
        return Integer.parseInt(decimals + "0".repeat(NANO_DIGITS - decimals.length()));
    }
}
