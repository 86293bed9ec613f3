package io.doorward.document;

import java.io.CharConversionException;

/** A stream that is no text for us: no UTF-8, or too much of it. The message is a sentence for users. */
final class BrokenTextException extends CharConversionException {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    BrokenTextException(Position position, String message) {
        super(message);
        this.position = position;
    }

    Position position() {
        return position;
    }
}
