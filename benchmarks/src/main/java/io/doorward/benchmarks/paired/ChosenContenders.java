package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.workload.ChosenKeys;
import io.doorward.benchmarks.workload.CommonHash;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.evaluator.Evaluator;
import java.util.Locale;

/** Our checks where an attacker has chosen tokens and ids that collide, and where they are random. */
final class ChosenContenders {

    private final int pool;
    private final Mode mode;
    private final boolean fresh;
    private final long seed;

    ChosenContenders(int pool, Mode mode, boolean fresh, long seed) {
        this.pool = pool;
        this.mode = mode;
        this.fresh = fresh;
        this.seed = seed;
    }

    /** {@code random}, or the name of a hash function. */
    Contender named(String name) {
        ChosenKeys keys = name.equals("random")
                ? ChosenKeys.random(seed)
                : ChosenKeys.against(CommonHash.valueOf(name.toUpperCase(Locale.ROOT)), seed);
        Questions questions = keys.questions(pool);
        Evaluator evaluator = keys.evaluator();
        QuestionContender contender = new QuestionContender(
                name,
                questions,
                mode,
                fresh,
                i -> evaluator.allows(
                        questions.tokens()[i], questions.actions()[i], questions.devices()[i]));
        contender.agree(questions.allowed(), pool);
        return contender;
    }
}
