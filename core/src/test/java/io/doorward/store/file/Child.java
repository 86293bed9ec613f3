package io.doorward.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Another Java process, which is told what to do in lines and answers in lines. What it says has failed, and will be tried
 * again, is not heard.
 */
final class Child implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Thread reader = new Thread(this::read, "lines of a child");

    private Child(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the main method of a class; it goes on only when it is told something. */
    static Child start(Class<?> main) throws IOException {
        return new Child(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectErrorStream(true)
                .start());
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("failed ")) {
                    heard.add(line);
                }
            }
        } catch (IOException e) {
            heard.add("The pipe broke: " + e);
        }
    }

    long pid() {
        return process.pid();
    }

    void tell(String line) throws InterruptedException {
        try {
            process.getOutputStream().write((line + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new AssertionError("The child hears nothing any more; it had said " + rest(), e);
        }
    }

    /** The next line that it says. */
    String hear() throws InterruptedException {
        String line = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as("a line of the child").isNotNull();
        return line;
    }

    /** Kills it at once, as the system does, and gives the lines that it had said before. */
    List<String> kill() throws InterruptedException {
        // By its handle: the process itself would close the pipe, and lose what was said and not yet heard.
        process.toHandle().destroyForcibly();
        return rest();
    }

    /** Tells it to finish what it does, and gives the lines until its end. */
    List<String> finish() throws InterruptedException {
        tell("stop");
        List<String> rest = rest();
        assertThat(process.exitValue()).as("exit status after %s", rest).isZero();
        return rest;
    }

    private List<String> rest() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("the child ends")
                .isTrue();
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        List<String> rest = new ArrayList<>();
        heard.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is dead, and so is the pipe to it.
        }
    }
}
