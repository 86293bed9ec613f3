package io.doorward.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with the arguments of a command, as one plain sentence. Stateless.
 *
 * <p>picocli's own messages quote arguments, and where a name of an option is mistyped, the next argument may be a token.
 */
final class UsageErrors {

    /** What may be shown of an argument that is no known option: a word that looks like one, without its value. */
    private static final Pattern OPTION = Pattern.compile("(--?[a-z][a-z-]{0,20})(?:=.*)?", Pattern.DOTALL);

    private UsageErrors() {}

    static String sentence(CommandName command, ParameterException e) {
        return problem(e) + "; " + command.word() + " --help lists what " + command.word() + " takes.";
    }

    private static String problem(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof OverwrittenOptionException twice) {
            return "The option " + word(twice.getOverwritten()) + " is given twice";
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec what = missing.getMissing().get(0);
            return what.isOption() ? "The option " + word(what) + " needs a value" : "Name " + what.paramLabel();
        }
        ArgSpec what = e.getArgSpec();
        return what == null
                ? "These arguments cannot be understood"
                : "The option " + word(what) + " cannot be understood as it is given";
    }

    private static String unmatched(UnmatchedArgumentException e) {
        return e.getUnmatched().stream()
                .map(OPTION::matcher)
                .filter(argument -> argument.matches())
                .findFirst()
                .map(argument -> "There is no option " + argument.group(1))
                .orElse("There is an argument that belongs to no option");
    }

    private static String word(ArgSpec what) {
        return what instanceof OptionSpec option ? option.longestName() : what.paramLabel();
    }
}
