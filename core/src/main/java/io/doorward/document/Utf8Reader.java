package io.doorward.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Characters of a stream of UTF-8 that accepts nothing else: malformed and overlong sequences and encoded surrogates
 * are refused with the position at which they stand, after all that precedes them was handed out.
 *
 * <p>Jackson's own decoder is lenient, and two documents that differ only in a malformed byte must not be one policy.
 */
final class Utf8Reader extends Reader {

    private static final int BUFFER_BYTES = 1 << 16;

    static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String NOT_UTF8 =
            "The bytes from here on are not UTF-8; save the document as UTF-8 and check how it was copied.";

    private final InputStream in;
    private final long limit;
    private final Runnable onByteOrderMark;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private final LineCounter position = new LineCounter();

    private long size;
    private boolean begun;
    private boolean ended;

    /**
     * Characters of a stream.
     *
     * @param limit how many bytes there may be
     * @param onByteOrderMark called if the stream begins with one, which is left out
     */
    Utf8Reader(InputStream in, long limit, Runnable onByteOrderMark) {
        this.in = in;
        this.limit = limit;
        this.onByteOrderMark = onByteOrderMark;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (chars.position() > 0 && !begun) {
                leaveOutByteOrderMark(chars);
            }
            if (chars.position() > 0) {
                // Whatever else the result says, it says it again at the next call.
                position.advance(buffer, offset, chars.position());
                return chars.position();
            }
            if (result.isError()) {
                throw new BrokenTextException(position.position(), NOT_UTF8);
            }
            if (result.isOverflow()) {
                throw new IOException("A buffer of " + length + " characters cannot hold one; give 2 or more.");
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void leaveOutByteOrderMark(CharBuffer chars) {
        begun = true;
        if (chars.get(0) == BYTE_ORDER_MARK) {
            onByteOrderMark.run();
            chars.flip().position(1);
            chars.compact();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
            size += read;
            if (size > limit) {
                throw new BrokenTextException(
                        position.position(), "The document is larger than " + limit + " bytes; split it.");
            }
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
