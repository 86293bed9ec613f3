package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.workload.Questions;

/** Answers the questions of a pool. */
final class QuestionContender implements Contender {

    private final String name;
    private final Questions questions;
    private final Mode mode;
    private final boolean fresh;
    private final Asked asked;
    private final Asking loop;

    /**
     * @param fresh whether the texts of the questions are to be copies that have never been hashed
     * @param asked answers a question
     */
    QuestionContender(String name, Questions questions, Mode mode, boolean fresh, Asked asked) {
        this.name = name;
        this.questions = questions;
        this.mode = mode;
        this.fresh = fresh;
        this.asked = asked;
        loop = AskingLoop.of(asked, questions.size());
    }

    /** Compares the first answers with the right ones. */
    void agree(boolean[] expected, int count) {
        for (int i = 0; i < Math.min(count, expected.length); i++) {
            if (asked.allows(i) != expected[i]) {
                throw new IllegalStateException(name + " is wrong about question " + i + ", "
                        + questions.actions()[i] + " on " + questions.devices()[i] + ": it should say " + expected[i]
                        + ".");
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int most() {
        return questions.size();
    }

    @Override
    public void prepare(int from, int count) {
        if (fresh) {
            questions.refresh(from, Math.min(questions.size(), mode.reach(count)));
        }
    }

    @Override
    public long run(int from, int count) {
        return mode.ask(loop, from, count);
    }
}
