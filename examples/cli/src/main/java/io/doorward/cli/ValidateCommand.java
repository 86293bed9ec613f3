package io.doorward.cli;

import io.doorward.model.Revision;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        Finding finding = Finding.of(FileArguments.in(arguments).get(0));
        List<Problem> problems = finding.problems();
        if (Option.JSON.isIn(arguments)) {
            JsonAnswer.print(console.out(), json -> {
                json.writeBooleanField("valid", problems.isEmpty());
                JsonAnswer.writeProblems(json, problems);
                if (finding.revision() != null) {
                    JsonAnswer.writeRevision(json, finding.revision());
                }
            });
        } else {
            problems.forEach(problem -> console.out().println(problem));
        }
        return problems.isEmpty() ? OK : NO;
    }

    /**
     * What came of reading a file.
     *
     * @param revision of the policy; null if there is none
     */
    private record Finding(List<Problem> problems, @Nullable Revision revision) {

        static Finding of(String file) {
            try {
                return new Finding(List.of(), Policies.readOrThrow(file).revision());
            } catch (InvalidPolicyException e) {
                return new Finding(e.problems(), null);
            }
        }
    }
}
