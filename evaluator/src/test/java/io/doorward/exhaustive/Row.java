package io.doorward.exhaustive;

/** A row that may be missing, or has a window. */
enum Row {
    ALWAYS(Span.ALWAYS),
    NONE(Span.ALWAYS),
    UNTIL_NOON(Span.UNTIL_NOON),
    FROM_NOON(Span.FROM_NOON);

    final Span span;

    Row(Span span) {
        this.span = span;
    }
}
