package io.doorward.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program without its process: takes arguments and streams and gives an exit status. */
final class Doorward {

    private static final char REPLACEMENT = '\uFFFD';

    /** No system can hand this over as an argument. */
    private static final String NO_ARGUMENT = "\0";

    private static final int HELP_WIDTH = 100;

    private final Console console;

    Doorward(Console console) {
        this.console = console;
    }

    /** Runs one command. Whatever is wrong is said on standard error; nothing is thrown. */
    int run(String... arguments) {
        int status;
        try {
            status = runOrRefuse(arguments);
        } catch (Refusal refusal) {
            refusal.lines().forEach(line -> console.err().println(line));
            status = Command.REFUSED;
        } catch (OutOfMemoryError e) {
            console.err().println("The policy does not fit into memory; give Java more with -Xmx, such as -Xmx4g.");
            status = Command.REFUSED;
        } catch (RuntimeException e) {
            // No message: of an error that nobody foresaw, nobody knows that its text holds no secret.
            console.err()
                    .println("This is an error of doorward itself ("
                            + e.getClass().getName() + " at "
                            + Arrays.stream(e.getStackTrace())
                                    .findFirst()
                                    .map(StackTraceElement::toString)
                                    .orElse("?")
                            + "); please report it.");
            status = Command.REFUSED;
        }
        console.out().flush();
        console.err().flush();
        return status;
    }

    private int runOrRefuse(String... arguments) {
        requireDecoded(arguments);
        if (arguments.length == 0) {
            throw new Refusal("Name a command: " + CommandName.list() + "; --help tells more.");
        }
        String first = arguments[0];
        if (first.equals("--help") || first.equals("-h")) {
            OverallHelp.print(console.out());
            return Command.OK;
        }
        if (first.equals("--version") || first.equals("-V")) {
            console.out().println("doorward " + Version.text());
            return Command.OK;
        }
        CommandName name = CommandName.find(first)
                .orElseThrow(() -> new Refusal(
                        "The first argument must be a command: " + CommandName.list() + "; --help tells more."));
        return run(name, Arrays.asList(arguments).subList(1, arguments.length));
    }

    private int run(CommandName name, List<String> arguments) {
        Command command = name.make();
        CommandLine line = commandLine(name, command);
        ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new Refusal(UsageErrors.sentence(name, e));
        }
        if (parsed.isUsageHelpRequested()) {
            line.usage(console.out(), Ansi.OFF);
            return Command.OK;
        }
        return command.run(parsed, console);
    }

    private static CommandLine commandLine(CommandName name, Command command) {
        CommandSpec spec = CommandSpec.create().name("java -jar doorward.jar " + name.word());
        command.options().forEach(option -> spec.addOption(option.spec()));
        spec.addOption(OptionSpec.builder("--help", "-h")
                .usageHelp(true)
                .description("Print this help.")
                .build());
        spec.usageMessage()
                .description(name.summary())
                .sortOptions(false)
                .sortSynopsis(false)
                .width(HELP_WIDTH);
        command.describe(spec);
        CommandLine line = new CommandLine(spec);
        // An argument that begins with @ is a token or an id, never the name of a file with more arguments.
        line.setExpandAtFiles(false);
        // What follows an option that takes a value is that value, whatever it looks like: an id may be --json.
        line.setAllowOptionsAsOptionParameters(true);
        if (spec.positionalParameters().isEmpty()) {
            // Where there are no names of files, -- ends nothing: it is an id like any other.
            line.setEndOfOptionsDelimiter(NO_ARGUMENT);
        }
        return line;
    }

    /** Where the JVM could not decode an argument, two ids have become one. */
    private static void requireDecoded(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].indexOf(REPLACEMENT) >= 0) {
                throw new Refusal("Argument " + (i + 1) + " is not text in the encoding of this locale ("
                        + System.getProperty("sun.jnu.encoding", "unknown")
                        + "); set a UTF-8 locale, such as LC_ALL=C.UTF-8, and give the argument in UTF-8.");
            }
        }
    }
}
