package io.doorward.differential;

import io.doorward.decision.Question;
import io.doorward.generator.Chance;
import io.doorward.generator.QuestionGenerator;
import io.doorward.generator.World;
import io.doorward.model.Identifiers;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** All that is asked of one world, in an order that depends on its seed only. */
final class Interview {

    private static final int QUESTIONS = 60;
    private static final int INSTANTS = 4;
    private static final int LISTS = 12;

    private final World world;
    private final Comparison comparison;

    Interview(World world, Comparison comparison) {
        this.world = world;
        this.comparison = comparison;
    }

    /** A probe whose answers differ. */
    record Difference(World world, Probe probe, String text) {}

    /** Asks until the first difference; every probe is told to the consumer before. */
    Optional<Difference> run(Consumer<Probe> asked) {
        QuestionGenerator questions = new QuestionGenerator(
                world, comparison.oracle(), comparison.times().bounds(), new Chance(~world.seed()));
        for (int i = 0; i < QUESTIONS; i++) {
            QuestionGenerator.Aimed aimed = questions.aimed();
            for (int j = 0; j < INSTANTS; j++) {
                Instant at = j == 0 ? aimed.at() : questions.instant();
                Optional<Difference> difference = ask(new Probe.Decide(aimed.question(), at), asked);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        for (int i = 0; i < LISTS; i++) {
            Optional<Difference> difference = list(questions, i, asked);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> list(QuestionGenerator questions, int number, Consumer<Probe> asked) {
        Question question = questions.aimed().question();
        Who who = new Who(question.isByToken(), question.asker());
        Scope scope = question.scope();
        Instant at = questions.instant();
        String context = question.context();
        boolean isAsked = Identifiers.isId(question.resource())
                && (who.byToken() || Identifiers.isId(who.text()))
                && (context == null || Identifiers.isId(context));
        if (!isAsked) {
            return Optional.empty();
        }
        return switch (number % 4) {
            case 0 ->
                ask(
                        scope == Scope.WORKSPACE
                                ? new Probe.Workspaces(who, question.action(), at)
                                : new Probe.Devices(who, question.action(), context, at),
                        asked);
            case 1 -> ask(new Probe.Rights(who, scope, question.resource(), context, at), asked);
            case 2 -> ask(new Probe.Principals(question.action(), scope, question.resource(), context, at), asked);
            default -> ask(new Probe.Devices(who, questions.action(Scope.DEVICE), context, at), asked);
        };
    }

    private Optional<Difference> ask(Probe probe, Consumer<Probe> asked) {
        asked.accept(probe);
        return comparison.difference(probe).map(text -> new Difference(world, probe, text));
    }
}
