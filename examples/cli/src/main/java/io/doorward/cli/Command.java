package io.doorward.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * One command. Made anew for each run.
 *
 * <p>Commands describe their options in code and not by annotations: reading those by reflection takes as long as all the
 * rest of a short run.
 */
interface Command {

    /** Exit status of a command that did what it was asked to, or was answered yes. */
    int OK = 0;

    /** Exit status of a no: a denial, a failed test, a refused change, a problem in a policy. */
    int NO = 1;

    /** Exit status of wrong usage and unreadable input. */
    int REFUSED = 2;

    /** The options that the command takes, in the order in which help lists them. */
    List<Option> options();

    /** Says more about the command than its options, such as the files that it takes. */
    default void describe(CommandSpec spec) {}

    /**
     * Does it.
     *
     * @return the exit status
     * @throws Refusal if the usage is wrong or the input unreadable
     */
    int run(ParseResult arguments, Console console);
}
