package io.doorward.evaluator;

import io.doorward.change.ApiUserChange;
import io.doorward.change.ChangeSet;
import io.doorward.model.PrincipalId;
import io.doorward.store.InMemoryPolicyStore;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * Asks in a process of its own, whose JVM compiles nothing, and prints what each way of asking took from the heap, in bytes;
 * what reading the number takes itself is subtracted.
 */
final class InterpretedQuestions {

    static final int QUESTIONS = 5_000;

    private InterpretedQuestions() {}

    /** Takes nothing. */
    public static void main(String[] arguments) {
        InMemoryPolicyStore store = InMemoryPolicyStore.of(AllWays.policy());
        try (Evaluator evaluator = Evaluator.follow(store)) {
            // Each is asked once before, so that classes are loaded and tokens known; the texts of either are new.
            AllWays.Texts[] first = AllWays.texts(QUESTIONS, new Random(1));
            AllWays.Texts[] texts = AllWays.texts(QUESTIONS, new Random(1));
            AllWays.Found[] found = AllWays.found(QUESTIONS, new Random(1), evaluator);
            bytes(() -> AllWays.allowed(evaluator, first));
            bytes(() -> AllWays.allowed(evaluator, found));
            print("texts", bytes(() -> AllWays.allowed(evaluator, texts)));
            print("handles", bytes(() -> AllWays.allowed(evaluator, found)));
            store.apply(ChangeSet.of(new ApiUserChange.DeleteApiUser(new PrincipalId("expired"))));
            print("handles of an older version", bytes(() -> AllWays.allowed(evaluator, found)));
            print("an object a question", bytes(() -> objects(texts)));
        }
    }

    private static long bytes(IntSupplier asking) {
        long nothing = Allocated.byThisThread();
        long start = Allocated.byThisThread();
        int allowed = asking.getAsInt();
        long end = Allocated.byThisThread();
        if (allowed < QUESTIONS / 10 || allowed > QUESTIONS / 2) {
            throw new IllegalStateException(allowed + " of " + QUESTIONS + " questions were allowed.");
        }
        return end - start - (start - nothing);
    }

    /** What shows that objects are seen. */
    private static int objects(AllWays.Texts[] questions) {
        int odd = 0;
        for (AllWays.Texts question : questions) {
            odd += new Object().equals(question) ? 0 : 1;
        }
        return odd / 3;
    }

    private static void print(String what, long bytes) {
        System.out.println(what + ": " + bytes);
    }
}
