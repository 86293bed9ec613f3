package io.doorward.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process around the program. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        WatchedOutput answer = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = utf8(answer);
        PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
        int status = new Doorward(new Console(System.in, out, err)).run(arguments);
        out.flush();
        if (answer.wasCutOff()) {
            err.println("The answer could not be written to standard output; is the disk full?");
            status = Command.REFUSED;
        }
        err.flush();
        System.exit(status);
    }

    private static PrintStream utf8(OutputStream out) {
        return new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
    }
}
