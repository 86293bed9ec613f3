package io.doorward.document;

/** Follows a text and knows the position behind what it has seen. Counts as the JSON parser does. */
final class LineCounter {

    private int line = 1;
    private int column = 1;
    private boolean afterCarriageReturn;

    void advance(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            char character = text[i];
            if (character > '\r') {
                column++;
                afterCarriageReturn = false;
            } else {
                advanceControl(character);
            }
        }
    }

    private void advanceControl(char character) {
        if (character == '\n' && afterCarriageReturn) {
            afterCarriageReturn = false;
        } else if (character == '\n' || character == '\r') {
            line++;
            column = 1;
            afterCarriageReturn = character == '\r';
        } else {
            column++;
            afterCarriageReturn = false;
        }
    }

    Position position() {
        return new Position(line, column);
    }
}
