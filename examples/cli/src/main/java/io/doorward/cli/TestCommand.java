package io.doorward.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.doorward.model.Revision;
import io.doorward.policytest.PolicyTestFile;
import io.doorward.policytest.PolicyTestReport;
import io.doorward.policytest.PolicyTestResult;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Runs policy tests: all files, whatever comes of one. */
final class TestCommand implements Command {

    private static final String INDENT = "    ";

    @Override
    public List<Option> options() {
        return List.of(Option.TEST_AT, Option.JSON);
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(FileArguments.several("FILE", "Policy tests, JSON files."));
        spec.usageMessage()
                .footer(
                        "",
                        "Exit status: 0 if all tests pass, 1 if one fails, 2 if a file is broken or there is no test.");
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        Optional<Instant> at = Option.TEST_AT.instantIn(arguments);
        List<FileRun> runs = FileArguments.in(arguments).stream()
                .map(file -> FileRun.of(file, at))
                .toList();
        runs.forEach(run -> run.printProblems(console.err()));
        int failed = runs.stream().mapToInt(FileRun::failed).sum();
        int passed = runs.stream().mapToInt(FileRun::passed).sum();
        if (Option.JSON.isIn(arguments)) {
            JsonAnswer.print(console.out(), json -> write(json, runs, passed, failed));
        } else {
            runs.forEach(run -> run.printFailures(console.out()));
            console.out().println(passed + " passed, " + failed + " failed");
        }
        boolean broken = runs.stream().anyMatch(FileRun::isBroken);
        if (!broken && passed + failed == 0) {
            console.err().println("There is no test in " + (runs.size() == 1 ? "this file." : "these files."));
            return REFUSED;
        }
        return broken ? REFUSED : failed > 0 ? NO : OK;
    }

    private static void write(JsonGenerator json, List<FileRun> runs, int passed, int failed) throws IOException {
        json.writeArrayFieldStart("files");
        for (FileRun run : runs) {
            JsonAnswer.writeObject(json, run::write);
        }
        json.writeEndArray();
        json.writeNumberField("passed", passed);
        json.writeNumberField("failed", failed);
    }

    /**
     * What came of one file.
     *
     * @param revision of the policy; null if the file is broken
     * @param report empty if the file is broken
     * @param problems what is wrong with it then
     */
    private record FileRun(
            String file, @Nullable Revision revision, Optional<PolicyTestReport> report, List<Problem> problems) {

        static FileRun of(String file, Optional<Instant> at) {
            try {
                PolicyTestFile tests = PolicyTestFile.read(Path.of(file));
                return new FileRun(
                        file,
                        tests.policy().revision(),
                        Optional.of(at.map(tests::runAt).orElseGet(tests::run)),
                        List.of());
            } catch (InvalidPolicyException e) {
                return new FileRun(file, null, Optional.empty(), e.problems());
            } catch (InvalidPathException | IOException e) {
                return new FileRun(file, null, Optional.empty(), List.of(new Problem("", Unreadable.reason(file, e))));
            }
        }

        boolean isBroken() {
            return report.isEmpty();
        }

        int failed() {
            return report.map(PolicyTestReport::failures).map(List::size).orElse(0);
        }

        int passed() {
            return report.map(PolicyTestReport::results).map(List::size).orElse(0) - failed();
        }

        void printProblems(PrintStream err) {
            problems.forEach(problem -> err.println(file + ": " + problem));
        }

        void printFailures(PrintStream out) {
            for (PolicyTestResult failure :
                    report.map(PolicyTestReport::failures).orElse(List.of())) {
                out.println("FAIL " + file + ": " + failure.describe());
                failure.explanation().forEach(line -> out.println(INDENT + line));
            }
        }

        void write(JsonGenerator json) throws IOException {
            json.writeStringField("file", file);
            if (revision == null) {
                JsonAnswer.writeProblems(json, problems);
                return;
            }
            JsonAnswer.writeRevision(json, revision);
            json.writeArrayFieldStart("tests");
            for (PolicyTestResult result : report.map(PolicyTestReport::results).orElse(List.of())) {
                JsonAnswer.writeObject(json, object -> write(object, result));
            }
            json.writeEndArray();
        }

        private static void write(JsonGenerator json, PolicyTestResult result) throws IOException {
            json.writeStringField("name", result.name());
            json.writeBooleanField("passed", result.passed());
            if (!result.passed()) {
                json.writeStringField("expected", result.expected());
                json.writeStringField("got", result.got());
                JsonAnswer.writeTexts(json, "explanation", result.explanation());
            }
        }
    }
}
