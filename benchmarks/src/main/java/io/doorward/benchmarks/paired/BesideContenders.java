package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Target;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.DeviceId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Permission;
import io.doorward.store.InMemoryPolicyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * One reader, timed alone, beside another reader and beside a writer. Where a reader takes r times as long beside another
 * one, two of them do 2 / r times as much as one.
 */
final class BesideContenders {

    private static final int TARGETS = 1000;
    private static final int FEW = 512;
    private static final long NANOS_PER_CHANGE = 1_000_000;

    private final Questions questions;
    private final InMemoryPolicyStore store;
    private final Evaluator evaluator;
    private final List<Target> targets;

    /** Depends on all that the other reader was told, so that it has to ask. */
    private final AtomicLong answers = new AtomicLong();

    /** How many changes were made; by one writer at a time. */
    private long written;

    BesideContenders(Workload workload, int pool) {
        questions = workload.questions(Kind.MIXED, pool);
        targets = workload.targets(TARGETS);
        store = InMemoryPolicyStore.of(workload.policy());
        evaluator = Evaluator.follow(store);
    }

    Contender named(String name) {
        return switch (name) {
            case "alone" -> new Beside("alone", reader(), null);
            case "reader" -> new Beside("reader", reader(), otherReader());
            case "writer" -> new Beside("writer", reader(), this::write);
            default ->
                throw new IllegalArgumentException(
                        "Nobody is timed beside " + name + "; there are alone, reader and writer.");
        };
    }

    private QuestionContender reader() {
        QuestionContender reader = asking();
        reader.agree(questions.allowed(), questions.size());
        return reader;
    }

    private QuestionContender asking() {
        return new QuestionContender(
                "reader",
                questions,
                Mode.OVERLAP,
                false,
                i -> evaluator.allows(
                        questions.tokens()[i], questions.actions()[i], questions.devices()[i]));
    }

    /** Asks a few questions at each call. */
    private Runnable otherReader() {
        QuestionContender other = asking();
        AtomicLong from = new AtomicLong(questions.size() / 2);
        return () -> answers.addAndGet(other.run((int) (from.getAndAdd(FEW) % questions.size()), FEW));
    }

    /** Makes a change and waits until the next one is due. */
    private void write() {
        long start = System.nanoTime();
        Target target = targets.get((int) (written / 2 % targets.size()));
        List<Permission> permissions =
                written % 2 == 0 ? List.of(DevicePermissions.EDIT_BASICS) : List.of(DevicePermissions.VIEW);
        written++;
        store.apply(ChangeSet.of(new GrantDevice(
                new WorkspaceId(target.workspace()),
                Holder.member(target.principal()),
                new DeviceId(target.device()),
                permissions,
                Window.ALWAYS)));
        long left = start + NANOS_PER_CHANGE - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }
}
