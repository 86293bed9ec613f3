package io.doorward.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.doorward.decision.Decision;
import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.InstantText;
import io.doorward.permission.Permission;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Answers one question. */
final class CheckCommand implements Command {

    @Override
    public List<Option> options() {
        return List.of(
                Option.POLICY,
                Option.TOKEN,
                Option.PRINCIPAL,
                Option.ACTION,
                Option.DEVICE,
                Option.WORKSPACE,
                Option.ORGANIZATION,
                Option.AT,
                Option.EXPLAIN,
                Option.JSON);
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage().footer("", "Exit status: 0 if it is allowed, 1 if it is denied.");
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        String action = Option.ACTION.requiredIn(arguments);
        Thing thing = Thing.in(arguments);
        Optional<Instant> at = Option.AT.instantIn(arguments);
        String policy = Option.POLICY.requiredIn(arguments);
        Question question = thing.asked(Askers.in(arguments, console).action(action));
        Evaluator evaluator = Evaluators.of(Policies.read(policy), at);
        Answer answer = Option.EXPLAIN.isIn(arguments)
                ? Answer.explained(evaluator, question)
                : new Answer(evaluator.check(question), List.of());
        if (Option.JSON.isIn(arguments)) {
            JsonAnswer.print(console.out(), answer::write);
        } else {
            answer.print(console.out());
        }
        return answer.decision.allowed() ? OK : NO;
    }

    private record Answer(Decision decision, List<String> explanation) {

        static Answer explained(Evaluator evaluator, Question question) {
            var explanation = evaluator.explain(question);
            return new Answer(explanation.decision(), Derivations.lines(explanation));
        }

        void print(PrintStream out) {
            out.println(decision.allowed() ? "ALLOW" : "DENY " + decision.reason());
            if (!decision.missing().isEmpty()) {
                out.println("missing: "
                        + decision.missing().stream().map(Permission::name).collect(Collectors.joining(", ")));
            }
            explanation.forEach(out::println);
        }

        void write(JsonGenerator json) throws IOException {
            json.writeBooleanField("allowed", decision.allowed());
            json.writeStringField("reason", decision.reason().name());
            json.writeArrayFieldStart("missing");
            for (Permission permission : decision.missing()) {
                JsonAnswer.writeObject(json, object -> {
                    object.writeStringField("scope", permission.scope().word());
                    object.writeStringField("permission", permission.name());
                });
            }
            json.writeEndArray();
            JsonAnswer.writeRevision(json, decision.revision());
            if (decision.holdsUntil().isPresent()) {
                json.writeStringField(
                        "holdsUntil", InstantText.format(decision.holdsUntil().get()));
            }
            if (!explanation.isEmpty()) {
                JsonAnswer.writeTexts(json, "explanation", explanation);
            }
        }
    }
}
