package io.doorward.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.PrincipalId;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Lists who may do something on one thing. */
final class PrincipalsCommand implements Command {

    private static final String INDENT = "    ";

    @Override
    public List<Option> options() {
        return List.of(
                Option.POLICY,
                Option.DEVICE,
                Option.WORKSPACE,
                Option.ORGANIZATION,
                Option.ACTION,
                Option.AT,
                Option.EXPLAIN,
                Option.JSON);
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        String action = Option.ACTION.requiredIn(arguments);
        Thing thing = Thing.in(arguments);
        Optional<Instant> at = Option.AT.instantIn(arguments);
        Evaluator evaluator = Evaluators.of(Policies.read(Option.POLICY.requiredIn(arguments)), at);
        Listing<PrincipalId> principals = evaluator.principals(action, thing.scope(), thing.id(), thing.context());
        boolean explain = Option.EXPLAIN.isIn(arguments);
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (PrincipalId principal : principals.items()) {
            ids.put(principal.value(), explain ? through(evaluator, thing, action, principal) : List.of());
        }
        if (Option.JSON.isIn(arguments)) {
            JsonAnswer.print(console.out(), json -> {
                JsonAnswer.writeTexts(json, "principals", ids.keySet());
                JsonAnswer.writeEmptyBecause(json, principals);
                JsonAnswer.writeRevision(json, principals.revision());
                if (explain) {
                    writeThrough(json, ids);
                }
            });
        } else {
            ids.forEach((id, through) -> {
                console.out().println(id);
                through.forEach(line -> console.out().println(INDENT + line));
            });
        }
        principals.emptyBecause().ifPresent(console.err()::println);
        return OK;
    }

    private static List<String> through(Evaluator evaluator, Thing thing, String action, PrincipalId principal) {
        Question question = thing.asked(Question.ofPrincipal(principal.value()).action(action));
        return Derivations.through(evaluator.explain(question));
    }

    private static void writeThrough(JsonGenerator json, Map<String, List<String>> ids) throws IOException {
        json.writeObjectFieldStart("through");
        for (Map.Entry<String, List<String>> entry : ids.entrySet()) {
            JsonAnswer.writeTexts(json, entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
