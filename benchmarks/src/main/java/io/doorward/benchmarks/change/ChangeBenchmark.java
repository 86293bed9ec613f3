package io.doorward.benchmarks.change;

import io.doorward.benchmarks.check.TwoMaps;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Target;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.DeviceId;
import io.doorward.model.Revision;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Permission;
import io.doorward.store.InMemoryPolicyStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One grant on a device changes, a principal's own or a team's: how long it takes from {@code apply} on the in-memory store
 * to the first changed answer of an evaluator that follows it. Then many in one set. Each change is timed by itself, by the
 * clock, and must change the answer. Beside it the baseline, which puts a number into a map of its own, with nobody reading
 * meanwhile.
 *
 * <p>{@code java -Xmx8g -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.change.ChangeBenchmark S M L T}
 */
public final class ChangeBenchmark {

    private static final long SEED = 20260601;
    private static final int TARGETS = 1_000;
    private static final int WARM_UP = 4_000;
    private static final int CHANGES = 2_000;
    private static final int LARGE_SET = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Workload workload;
    private final List<Target> targets;
    private final ChangeResults results;

    private ChangeBenchmark(Workload workload, ChangeResults results) {
        this.workload = workload;
        this.results = results;
        targets = workload.targets(TARGETS);
    }

    /** Takes sizes. Raw results go to a file for each of them. */
    public static void main(String[] arguments) {
        for (String size : arguments) {
            ChangeResults results = new ChangeResults(size);
            new ChangeBenchmark(Workload.of(Size.valueOf(size), SEED), results).run();
            results.write(Path.of(String.format(
                    Locale.ROOT,
                    "benchmarks/results/change-%s-jdk%d.json",
                    size.toLowerCase(Locale.ROOT),
                    Runtime.version().feature())));
        }
    }

    private void run() {
        baseline();
        try (InMemoryPolicyStore store = InMemoryPolicyStore.of(workload.policy());
                Evaluator evaluator = Evaluator.follow(store)) {
            Stage ours = new Stage(store, evaluator);
            results.add("own grant", times(i -> ours.change(i, target -> Holder.member(target.principal()))));
            results.add("team's grant", times(i -> ours.change(i, target -> Holder.team(target.team()))));
            largeSet(store, evaluator);
        }
    }

    private void baseline() {
        TwoMaps maps = new TwoMaps(workload);
        results.add("two maps", times(i -> {
            Target target = targets.get(i / 2 % TARGETS);
            boolean gives = i % 2 == 0;
            long start = System.nanoTime();
            maps.grant(target.token(), target.device(), permission(gives));
            boolean allowed = maps.allows(target.token(), Actions.DEVICE_EDIT, target.device());
            return checked(i, allowed == gives, System.nanoTime() - start);
        }));
    }

    private static long[] times(Function<Integer, Long> change) {
        long[] nanos = new long[CHANGES];
        for (int i = 0; i < WARM_UP + CHANGES; i++) {
            nanos[i % CHANGES] = change.apply(i);
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static long checked(int number, boolean isRight, long nanos) {
        if (!isRight) {
            throw new IllegalStateException("Change " + number + " did not change the answer.");
        }
        return nanos;
    }

    private static Permission permission(boolean edit) {
        return edit ? DevicePermissions.EDIT_BASICS : DevicePermissions.VIEW;
    }

    private void largeSet(InMemoryPolicyStore store, Evaluator evaluator) {
        if (workload.size().ownGrants() < LARGE_SET) {
            return;
        }
        List<Change> changes = new ArrayList<>();
        List<Target> all = workload.targets(LARGE_SET);
        all.forEach(target -> changes.add(grant(target, Holder.member(target.principal()), true)));
        ChangeSet set = ChangeSet.of(changes);
        long start = System.nanoTime();
        await(evaluator, store.apply(set).revision());
        Target last = all.get(LARGE_SET - 1);
        boolean allowed = evaluator.allows(last.token(), Actions.DEVICE_EDIT, last.device());
        long nanos = checked(LARGE_SET, allowed, System.nanoTime() - start);
        results.add(LARGE_SET + " grants in one set", nanos / NANOS_PER_SECOND);
    }

    /** The store itself waits for a bounded time only, of which so large a set may need more. */
    private static void await(Evaluator evaluator, Revision revision) {
        try {
            if (!evaluator.await(revision, PATIENCE)) {
                throw new IllegalStateException("The evaluator has not come to " + revision + " in " + PATIENCE + ".");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while the evaluator was waited for.", e);
        }
    }

    private static Change grant(Target target, Holder holder, boolean edit) {
        return new GrantDevice(
                new WorkspaceId(target.workspace()),
                holder,
                new DeviceId(target.device()),
                List.of(permission(edit)),
                Window.ALWAYS);
    }

    /** A store and who follows it. */
    private final class Stage {

        private final InMemoryPolicyStore store;
        private final Evaluator evaluator;

        Stage(InMemoryPolicyStore store, Evaluator evaluator) {
            this.store = store;
            this.evaluator = evaluator;
        }

        long change(int number, Function<Target, Holder> holder) {
            Target target = targets.get(number / 2 % TARGETS);
            boolean gives = number % 2 == 0;
            ChangeSet changes = ChangeSet.of(grant(target, holder.apply(target), gives));
            long start = System.nanoTime();
            store.apply(changes);
            boolean allowed = evaluator.allows(target.token(), Actions.DEVICE_EDIT, target.device());
            return checked(number, allowed == gives, System.nanoTime() - start);
        }
    }
}
