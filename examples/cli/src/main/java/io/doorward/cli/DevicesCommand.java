package io.doorward.cli;

import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Lists the devices on which somebody may do something. */
final class DevicesCommand implements Command {

    @Override
    public List<Option> options() {
        return List.of(
                Option.POLICY, Option.TOKEN, Option.PRINCIPAL, Option.ACTION, Option.CONTEXT, Option.AT, Option.JSON);
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        String action = Option.ACTION.requiredIn(arguments);
        Optional<Instant> at = Option.AT.instantIn(arguments);
        String policy = Option.POLICY.requiredIn(arguments);
        String context = Option.CONTEXT.in(arguments);
        Question.Deed deed = Askers.in(arguments, console).action(action);
        Evaluator evaluator = Evaluators.of(Policies.read(policy), at);
        Listing<DeviceId> devices = context == null ? evaluator.devices(deed) : evaluator.devices(deed, context);
        List<String> ids = devices.items().stream().map(DeviceId::value).toList();
        if (Option.JSON.isIn(arguments)) {
            JsonAnswer.print(console.out(), json -> {
                JsonAnswer.writeTexts(json, "devices", ids);
                JsonAnswer.writeEmptyBecause(json, devices);
                JsonAnswer.writeRevision(json, devices.revision());
            });
        } else {
            ids.forEach(console.out()::println);
        }
        devices.emptyBecause().ifPresent(console.err()::println);
        return OK;
    }
}
