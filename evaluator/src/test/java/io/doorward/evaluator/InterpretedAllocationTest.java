package io.doorward.evaluator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A check leaves nothing behind, not a byte in thousands of questions, in a JVM that compiles nothing either: that it makes no
 * objects does not depend on a compiler that takes them away.
 */
class InterpretedAllocationTest {

    /** The size of an object without fields. */
    private static final int BYTES_AN_OBJECT = 16;

    @Test
    void theInterpreterAllocatesNothingEither() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterpretedQuestions.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .containsExactly(
                        "texts: 0",
                        "handles: 0",
                        "handles of an older version: 0",
                        "an object a question: " + BYTES_AN_OBJECT * InterpretedQuestions.QUESTIONS);
    }
}
