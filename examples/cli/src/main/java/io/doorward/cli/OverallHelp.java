package io.doorward.cli;

import java.io.PrintStream;

/** What {@code --help} prints where no command is named. Stateless. */
final class OverallHelp {

    private OverallHelp() {}

    static void print(PrintStream out) {
        out.println("Usage: java -jar doorward.jar COMMAND [OPTIONS]");
        out.println("Asks, explains, tests and changes permission policies.");
        out.println();
        out.println("Commands:");
        for (CommandName name : CommandName.values()) {
            out.println("  " + name.word() + " ".repeat(12 - name.word().length()) + name.summary());
        }
        out.println();
        out.println("COMMAND --help tells more of one. --version prints the version.");
        out.println();
        out.println("Exit status: 0 for a yes, 1 for a no (a denial, a failed test, a refused change, a problem),");
        out.println("2 for wrong usage and unreadable or invalid input, with a sentence on standard error.");
    }
}
