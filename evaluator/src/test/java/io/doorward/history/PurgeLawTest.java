package io.doorward.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Actor;
import io.doorward.change.ChangeSet;
import io.doorward.change.PolicyChange.Purge;
import io.doorward.decision.Question;
import io.doorward.differential.Truth;
import io.doorward.evaluator.Evaluator;
import io.doorward.generator.Chance;
import io.doorward.generator.PolicyGenerator;
import io.doorward.generator.QuestionGenerator;
import io.doorward.generator.RandomChanges;
import io.doorward.generator.World;
import io.doorward.model.Policy;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A purge takes rows away, and never turns a denial into an allow, at whatever instant is asked. */
class PurgeLawTest {

    private static final int WORLDS = Integer.getInteger("doorward.purges", 150);
    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int QUESTIONS = 60;

    @Test
    void noAnswerTurnsIntoAnAllow() {
        long asked = 0;
        long lost = 0;
        long purged = 0;
        for (int i = 0; i < WORLDS; i++) {
            long seed = SEED + i;
            World world = PolicyGenerator.world(seed);
            Instant now = new RandomChanges(new Chance(seed)).instant();
            Policy after = ChangeSet.of(new Purge(now))
                    .applyTo(world.policy(), world.policy().revision(), Actor.HOST, now)
                    .after();
            purged += after.equals(world.policy()) ? 0 : 1;
            Evaluator before = Evaluator.of(world.policy());
            Evaluator then = Evaluator.of(after);
            Truth truth = new Truth(world.policy());
            QuestionGenerator questions =
                    new QuestionGenerator(world, truth.oracle(), truth.times().bounds(), new Chance(~seed));
            for (int q = 0; q < QUESTIONS; q++) {
                QuestionGenerator.Aimed aimed = questions.aimed();
                Question question = aimed.question();
                boolean allowed = then.at(aimed.at()).allows(question);
                boolean wasAllowed = before.at(aimed.at()).allows(question);
                asked++;
                lost += wasAllowed && !allowed ? 1 : 0;
                assertThat(!allowed || wasAllowed)
                        .as("seed %d, purge before %s: %s at %s", seed, now, question, aimed.at())
                        .isTrue();
            }
        }
        System.out.println(asked + " questions on " + WORLDS + " policies from seed " + SEED + ", " + purged
                + " of them purged of something; " + lost + " answers of the past were lost, none was gained");
        assertThat(purged).isPositive();
    }
}
