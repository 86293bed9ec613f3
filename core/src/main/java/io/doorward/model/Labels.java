package io.doorward.model;

import org.jspecify.annotations.Nullable;

/** Names, slugs, tags and e-mail addresses: at most 256 bytes without control characters. */
final class Labels {

    private Labels() {}

    static void check(RowBuilder<?> row, String what, @Nullable String text, Problems problems) {
        check(row, what, text, false, problems);
    }

    /** Checks a text by which a thing is found, so that it cannot be empty. */
    static void checkKey(RowBuilder<?> row, String what, @Nullable String text, Problems problems) {
        check(row, what, text, true, problems);
    }

    private static void check(
            RowBuilder<?> row, String what, @Nullable String text, boolean notEmpty, Problems problems) {
        String fault = text == null ? null : Identifiers.faultOf(text, notEmpty);
        if (fault != null) {
            problems.add(row, "The " + what + " of the " + row.whatAndWhere() + " " + fault);
        }
    }
}
