package io.doorward.benchmarks.pause;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;

/**
 * For how long a thread was ready to run and had no processor, as Linux counts it: what other processes of the machine do to
 * a measurement. What the thread itself waits for, a lock or a collection of garbage, is not counted.
 */
final class WaitForProcessor implements AutoCloseable {

    private static final int MOST_BYTES = 64;

    private final RandomAccessFile file;
    private final byte[] bytes = new byte[MOST_BYTES];
    private long latest;

    private WaitForProcessor(RandomAccessFile file) {
        this.file = file;
    }

    /** Of the thread that calls this. */
    static WaitForProcessor ofThisThread() throws IOException {
        return new WaitForProcessor(new RandomAccessFile("/proc/thread-self/schedstat", "r"));
    }

    /** Nanoseconds since the last call, or since the thread began. */
    long sinceLastCall() {
        try {
            file.seek(0);
            // The second one of three numbers.
            String numbers = new String(bytes, 0, file.read(bytes), US_ASCII);
            int begin = numbers.indexOf(' ') + 1;
            long waited = Long.parseLong(numbers.substring(begin, numbers.indexOf(' ', begin)));
            long since = waited - latest;
            latest = waited;
            return since;
        } catch (IOException e) {
            throw new UncheckedIOException("The time for which a thread waited for a processor cannot be read.", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
