package io.doorward.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first line of a stream of UTF-8. Stateless. */
final class FirstLine {

    /** More than the longest token; what is longer is none, and its rest is not read. */
    private static final int MAX_BYTES = 1 << 16;

    private FirstLine() {}

    /**
     * The first line without its end, {@code \n} or {@code \r\n}; empty if there is nothing. Of a line that no token can
     * be as long as, only the beginning.
     *
     * @throws Refusal if it cannot be read or is not UTF-8
     */
    static String of(InputStream in) {
        byte[] line;
        try {
            line = bytes(in);
        } catch (IOException e) {
            throw new Refusal("The token cannot be read from standard input (" + e.getMessage() + ").");
        }
        return decode(line);
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() < MAX_BYTES) {
            line.write(next);
            next = in.read();
        }
        byte[] bytes = line.toByteArray();
        boolean endsWithReturn = next == '\n' && bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return endsWithReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    private static String decode(byte[] line) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(line.length);
        boolean whole = line.length < MAX_BYTES;
        // A line that was cut may end within a character, which is then no error.
        CoderResult result = decoder.decode(ByteBuffer.wrap(line), text, whole);
        if (result.isError()) {
            throw new Refusal("The token on standard input is not UTF-8; check how it was stored.");
        }
        return text.flip().toString();
    }
}
