package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.Subject;
import io.doorward.model.DeviceId;
import io.doorward.model.PrincipalId;
import io.doorward.permission.Actions;
import java.util.function.IntUnaryOperator;

/** Lists of all that qualify, for subjects and devices of questions whose answer is yes. */
final class ListContenders {

    private final Evaluator evaluator;
    private final Subject[] subjects;
    private final DeviceId[] devices;

    ListContenders(Workload workload, int pool) {
        evaluator = Evaluator.follow(workload.source());
        Questions questions = workload.questions(Kind.OWN_GRANT, pool);
        subjects = new Subject[pool];
        devices = new DeviceId[pool];
        for (int i = 0; i < pool; i++) {
            subjects[i] = evaluator.subject(questions.tokens()[i]);
            devices[i] = new DeviceId(questions.devices()[i]);
            agree(i);
        }
    }

    private void agree(int number) {
        if (!evaluator.devices(subjects[number], Actions.DEVICE_VIEW).items().contains(devices[number])) {
            throw new IllegalStateException("List " + number + " lacks " + devices[number] + ".");
        }
        PrincipalId principal = subjects[number].principal().orElseThrow();
        if (!evaluator.principals(Actions.DEVICE_VIEW, devices[number]).items().contains(principal)) {
            throw new IllegalStateException(
                    "The list of those who may view " + devices[number] + " lacks " + principal + ".");
        }
    }

    Contender named(String name) {
        return switch (name) {
            case "devices" -> new OfLists(name, this::devices, subjects.length, mean(this::devices));
            case "principals" -> new OfLists(name, this::principals, subjects.length, 1);
            default ->
                throw new IllegalArgumentException(
                        "There is no list of " + name + "; there are devices and principals.");
        };
    }

    /** How many devices a subject may view; what counts is an id. */
    private int devices(int number) {
        return evaluator.devices(subjects[number], Actions.DEVICE_VIEW).items().size();
    }

    /** How many principals may view a device; what counts is a list. */
    private int principals(int number) {
        return evaluator
                .principals(Actions.DEVICE_VIEW, devices[number])
                .items()
                .size();
    }

    private double mean(IntUnaryOperator sizes) {
        long all = 0;
        for (int i = 0; i < subjects.length; i++) {
            all += sizes.applyAsInt(i);
        }
        return (double) all / subjects.length;
    }

    private record OfLists(String name, IntUnaryOperator lists, int pool, double things) implements Contender {

        @Override
        public int most() {
            return pool;
        }

        @Override
        public void prepare(int from, int count) {
            // Nothing is to be made ready.
        }

        @Override
        public long run(int from, int count) {
            long all = 0;
            for (int i = from; i < from + count; i++) {
                all += lists.applyAsInt(i % pool);
            }
            return all;
        }
    }
}
