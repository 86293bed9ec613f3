package io.doorward.cli;

import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists what is wrong with a policy; here the problems are the answer. */
final class ValidateCommand implements Command {

    @Override
    public List<Option> options() {
        return List.of(Option.JSON);
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(FileArguments.one("FILE", "The policy, a JSON file."));
        spec.usageMessage()
                .footer("", "Exit status: 0 if nothing is wrong, 1 if something is, 2 if the file cannot be read.");
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        List<Problem> problems = problems(FileArguments.in(arguments).get(0));
        if (Option.JSON.isIn(arguments)) {
            JsonAnswer.print(console.out(), json -> {
                json.writeBooleanField("valid", problems.isEmpty());
                JsonAnswer.writeProblems(json, problems);
            });
        } else {
            problems.forEach(problem -> console.out().println(problem));
        }
        return problems.isEmpty() ? OK : NO;
    }

    private static List<Problem> problems(String file) {
        try {
            Policies.readOrThrow(file);
            return List.of();
        } catch (InvalidPolicyException e) {
            return e.problems();
        }
    }
}
