package io.doorward.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** One run of the program in this process. */
record Run(int status, List<String> out, List<String> err) {

    static Run of(String... arguments) {
        return withInput(new byte[0], arguments);
    }

    static Run withInput(String input, String... arguments) {
        return withInput(input.getBytes(UTF_8), arguments);
    }

    static Run withInput(byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Doorward(new Console(
                        new ByteArrayInputStream(input),
                        new PrintStream(out, false, UTF_8),
                        new PrintStream(err, false, UTF_8)))
                .run(arguments);
        return new Run(status, lines(out), lines(err));
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).lines().toList();
    }

    /** The one line that says what is wrong, where nothing else was printed. */
    String refusal() {
        if (status != 2 || !out.isEmpty() || err.size() != 1) {
            throw new AssertionError("Not a refusal with one sentence: " + this);
        }
        return err.get(0);
    }
}
