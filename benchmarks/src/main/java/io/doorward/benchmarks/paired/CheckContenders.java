package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.check.Floor;
import io.doorward.benchmarks.check.TwoMaps;
import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.Subject;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.permission.Action;
import java.util.HashMap;
import java.util.Map;

/** Those who answer checks: ours, the two baselines. Each agrees with the answers of the workload before it is timed. */
final class CheckContenders {

    private static final int ASKED_BEFORE = 5000;

    private final Questions questions;
    private final Policy policy;
    private final Workload workload;
    private final Evaluator evaluator;
    private final Mode mode;
    private final boolean fresh;

    CheckContenders(Workload workload, Kind kind, int pool, Mode mode, boolean fresh) {
        this.workload = workload;
        this.mode = mode;
        this.fresh = fresh;
        questions = workload.questions(kind, pool);
        policy = workload.policy();
        evaluator = Evaluator.of(policy);
    }

    Contender named(String name) {
        return switch (name) {
            case "two-maps" -> twoMaps();
            case "floor" -> floor();
            case "ours" -> ours();
            case "handles" -> handles();
            case "check" -> check();
            default ->
                throw new IllegalArgumentException(
                        "There is no contender " + name + "; there are two-maps, floor, ours, handles and check.");
        };
    }

    private Contender ours() {
        String[] tokens = questions.tokens();
        Action[] actions = questions.actions();
        String[] devices = questions.devices();
        Evaluator asked = evaluator;
        return agreed("ours", fresh, i -> asked.allows(tokens[i], actions[i], devices[i]), questions.allowed());
    }

    private Contender check() {
        String[] tokens = questions.tokens();
        Action[] actions = questions.actions();
        String[] devices = questions.devices();
        Evaluator asked = evaluator;
        return agreed(
                "check",
                fresh,
                i -> asked.check(tokens[i], actions[i], devices[i]).allowed(),
                questions.allowed());
    }

    /** The caller has the subject and the device's id as objects, one each for all its questions. */
    private Contender handles() {
        Map<String, Subject> subjectOf = new HashMap<>();
        Map<String, DeviceId> deviceOf = new HashMap<>();
        Subject[] subjects = new Subject[questions.size()];
        DeviceId[] devices = new DeviceId[questions.size()];
        for (int i = 0; i < questions.size(); i++) {
            subjects[i] = subjectOf.computeIfAbsent(questions.tokens()[i], evaluator::subject);
            devices[i] = deviceOf.computeIfAbsent(questions.devices()[i], DeviceId::new);
        }
        Action[] actions = questions.actions();
        Evaluator asked = evaluator;
        return agreed("handles", false, i -> asked.allows(subjects[i], actions[i], devices[i]), questions.allowed());
    }

    private Contender twoMaps() {
        TwoMaps maps = new TwoMaps(policy, workload.tokens());
        String[] tokens = questions.tokens();
        Action[] actions = questions.actions();
        String[] devices = questions.devices();
        return agreed(
                "two-maps", fresh, i -> maps.allows(tokens[i], actions[i], devices[i]), questions.allowedByOwnGrants());
    }

    private Contender floor() {
        Floor floor = new Floor(policy, workload.tokens());
        int[] principals = new int[questions.size()];
        int[] devices = new int[questions.size()];
        int[] actions = new int[questions.size()];
        for (int i = 0; i < questions.size(); i++) {
            principals[i] = floor.principal(questions.tokens()[i]);
            devices[i] = floor.device(questions.devices()[i]);
            actions[i] = floor.action(questions.actions()[i]);
        }
        return agreed(
                "floor",
                false,
                i -> floor.allows(principals[i], devices[i], actions[i]),
                questions.allowedByDeviceGrants());
    }

    private Contender agreed(String name, boolean freshTexts, Asked asked, boolean[] expected) {
        QuestionContender contender = new QuestionContender(name, questions, mode, freshTexts, asked);
        contender.agree(expected, ASKED_BEFORE);
        return contender;
    }
}
