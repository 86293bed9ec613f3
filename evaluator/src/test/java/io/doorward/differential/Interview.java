package io.doorward.differential;

import io.doorward.decision.Question;
import io.doorward.generator.Chance;
import io.doorward.generator.QuestionGenerator;
import io.doorward.generator.World;
import io.doorward.model.Policy;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that is asked of one world, and what is right: depends on the seed only. Immutable once made. */
public final class Interview {

    private static final int QUESTIONS = 60;
    private static final int INSTANTS = 4;
    private static final int LISTS = 12;

    private final World world;
    private final List<Asked> all = new ArrayList<>();

    /** A probe and its answer. */
    private record Asked(Probe probe, Expected expected) {}

    public Interview(World world) {
        this.world = world;
        Truth truth = new Truth(world.policy());
        QuestionGenerator questions =
                new QuestionGenerator(world, truth.oracle(), truth.times().bounds(), new Chance(~world.seed()));
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            QuestionGenerator.Aimed aimed = questions.aimed();
            probes.add(new Probe.Decide(aimed.question(), aimed.at()));
            for (int j = 1; j < INSTANTS; j++) {
                probes.add(new Probe.Decide(aimed.question(), questions.instant()));
            }
        }
        for (int i = 0; i < LISTS; i++) {
            probes.add(list(questions, i));
        }
        probes.forEach(probe -> all.add(new Asked(probe, truth.of(probe))));
    }

    private static Probe list(QuestionGenerator questions, int number) {
        Question question = questions.aimed().question();
        Who who = new Who(question.isByToken(), question.asker());
        Scope scope = question.scope();
        Instant at = questions.instant();
        return switch (number % 4) {
            case 0 ->
                scope == Scope.WORKSPACE
                        ? new Probe.Workspaces(who, question.action(), at)
                        : new Probe.Devices(who, question.action(), question.context(), at);
            case 1 -> new Probe.Rights(who, scope, question.resource(), question.context(), at);
            case 2 -> new Probe.Principals(question.action(), scope, question.resource(), question.context(), at);
            default -> new Probe.Devices(who, questions.action(Scope.DEVICE), question.context(), at);
        };
    }

    /** A probe whose answers differ. */
    public record Difference(World world, Probe probe, String text) {}

    /** Asks a candidate until the first difference. */
    public Optional<Difference> ask(Function<Policy, Candidate> candidates) {
        Candidate candidate = candidates.apply(world.policy());
        for (Asked asked : all) {
            Optional<String> difference = Comparison.difference(candidate, asked.probe, asked.expected);
            if (difference.isPresent()) {
                return Optional.of(new Difference(world, asked.probe, difference.get()));
            }
        }
        return Optional.empty();
    }

    /** Counts what is asked. */
    void count(Tally tally) {
        tally.count(world.policy());
        for (Asked asked : all) {
            if (asked.expected instanceof Expected.Decided decided) {
                tally.count(decided.answer().reason());
            } else {
                tally.countList();
            }
        }
    }
}
