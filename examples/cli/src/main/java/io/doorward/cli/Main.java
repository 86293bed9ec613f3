package io.doorward.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line; its subcommands are still to come. */
@Command(name = "doorward", mixinStandardHelpOptions = true, version = "doorward 0.1.0-SNAPSHOT")
public final class Main implements Runnable {

    Main() {}

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
