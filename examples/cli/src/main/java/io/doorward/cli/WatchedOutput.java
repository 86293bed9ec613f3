package io.doorward.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Objects;

/**
 * Standard output, which remembers whether everything got through. A reader who has seen enough and closes the pipe is
 * no error, a full disk is. For one thread at a time.
 */
final class WatchedOutput extends FilterOutputStream {

    private boolean closedByReader;
    private boolean cutOff;

    WatchedOutput(OutputStream out) {
        super(out);
    }

    /** Whether a part of the output was lost for another reason than that nobody wants it. */
    boolean wasCutOff() {
        return cutOff;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closedByReader || cutOff) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (isBrokenPipe(e)) {
                closedByReader = true;
            } else {
                cutOff = true;
            }
        }
    }

    /** Java tells the reason only by the text of the operating system. */
    private static boolean isBrokenPipe(IOException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("pipe is being closed");
    }
}
