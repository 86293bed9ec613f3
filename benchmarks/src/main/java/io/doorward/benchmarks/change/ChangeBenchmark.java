package io.doorward.benchmarks.change;

import io.doorward.benchmarks.check.TwoMaps;
import io.doorward.benchmarks.clock.Stopwatch;
import io.doorward.benchmarks.clock.Took;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Target;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
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
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One grant on a device changes, a principal's own or a team's, or a device comes with a grant on it, or goes again: how long
 * it takes from {@code apply} on the in-memory store to the first changed answer of an evaluator that follows it. Then many
 * grants in one set. Each change is timed by itself, by the clock, and must change the answer. Beside it the baseline, which
 * puts a number into a map of its own, with nobody reading meanwhile.
 *
 * <p>Every kind of change is made for some seconds before it counts, as JMH does, so that the compiler is done with it at
 * each size and not at the last one only. What the first changes took is told too: those of the first size are the first
 * of the process.
 *
 * <p>{@code java -Xmx8g -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.change.ChangeBenchmark S M L T}
 */
public final class ChangeBenchmark {

    private static final long SEED = 20260601;
    private static final int TARGETS = 1_000;
    private static final long WARM_UP_NANOS = Duration.ofSeconds(5).toNanos();

    /** So many count, and so many come first; an even number, for every second one takes back what the one before gave. */
    private static final int CHANGES = 4_000;

    private static final int LARGE_SET = 100_000;
    private static final int LARGE_SETS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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
            measure("own grant", i -> ours.change(i, target -> Holder.member(target.principal())));
            measure("team's grant", i -> ours.change(i, target -> Holder.team(target.team())));
            measure(List.of("device that comes", "device that goes"), ours::comeOrGo);
            largeSets(store, evaluator);
        }
    }

    private void baseline() {
        TwoMaps maps = new TwoMaps(workload);
        measure("two maps", i -> {
            Target target = targets.get(i / 2 % TARGETS);
            boolean gives = i % 2 == 0;
            long start = System.nanoTime();
            maps.grant(target.token(), target.device(), permission(gives));
            boolean allowed = maps.allows(target.token(), Actions.DEVICE_EDIT, target.device());
            return checked(i, allowed == gives, System.nanoTime() - start);
        });
    }

    private void measure(String what, Function<Integer, Long> change) {
        measure(List.of(what), change);
    }

    /** Of changes that do one thing after the other by turns. */
    private void measure(List<String> whats, Function<Integer, Long> change) {
        add(whats, ", the first", times(change, 0));
        long start = System.nanoTime();
        int made = CHANGES;
        while (System.nanoTime() - start < WARM_UP_NANOS) {
            times(change, made);
            made += CHANGES;
        }
        add(whats, "", times(change, made));
    }

    private void add(List<String> whats, String which, long[] nanos) {
        int turns = whats.size();
        for (int turn = 0; turn < turns; turn++) {
            int first = turn;
            results.add(
                    whats.get(turn) + which,
                    IntStream.range(0, nanos.length / turns)
                            .mapToLong(i -> nanos[turns * i + first])
                            .sorted()
                            .toArray());
        }
    }

    private static long[] times(Function<Integer, Long> change, int from) {
        long[] nanos = new long[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            nanos[i] = change.apply(from + i);
        }
        return nanos;
    }

    private static long checked(int number, boolean isRight, long nanos) {
        check(number, isRight);
        return nanos;
    }

    private static void check(int number, boolean isRight) {
        if (!isRight) {
            throw new IllegalStateException("Change " + number + " did not change the answer.");
        }
    }

    private static Permission permission(boolean edit) {
        return edit ? DevicePermissions.EDIT_BASICS : DevicePermissions.VIEW;
    }

    /**
     * Gives and takes back by turns: the first set finds hardly a grant on its devices, the others change what it gave.
     * <i>Running</i> is the time for which the thread had a processor, and which does all the work.
     */
    private void largeSets(InMemoryPolicyStore store, Evaluator evaluator) {
        if (workload.size().ownGrants() < LARGE_SET) {
            return;
        }
        List<Target> all = workload.targets(LARGE_SET);
        double[] seconds = new double[LARGE_SETS];
        double[] running = new double[LARGE_SETS];
        for (int i = 0; i < LARGE_SETS; i++) {
            ChangeSet set = largeSet(all, i % 2 == 0);
            Stopwatch watch = Stopwatch.start();
            await(evaluator, store.apply(set).revision());
            Target last = all.get(LARGE_SET - 1);
            boolean allowed = evaluator.allows(last.token(), Actions.DEVICE_EDIT, last.device());
            Took took = watch.stop();
            check(LARGE_SET, allowed == (i % 2 == 0));
            running[i] = took.ofThread();
            seconds[i] = took.byTheClock();
        }
        String what = LARGE_SET + " grants in one set";
        results.add(what + ", the first", seconds[0]);
        results.add(what + ", the first, running", running[0]);
        Arrays.sort(seconds);
        Arrays.sort(running);
        results.add(what + ", median of " + LARGE_SETS, seconds[LARGE_SETS / 2]);
        results.add(what + ", median, running", running[LARGE_SETS / 2]);
    }

    private static ChangeSet largeSet(List<Target> targets, boolean gives) {
        List<Change> changes = new ArrayList<>();
        targets.forEach(target -> changes.add(grant(target, Holder.member(target.principal()), gives)));
        return ChangeSet.of(changes);
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
        return grant(target, holder, new DeviceId(target.device()), edit);
    }

    private static Change grant(Target target, Holder holder, DeviceId device, boolean edit) {
        return new GrantDevice(
                new WorkspaceId(target.workspace()), holder, device, List.of(permission(edit)), Window.ALWAYS);
    }

    /** A store and who follows it. */
    private final class Stage {

        private final InMemoryPolicyStore store;
        private final Evaluator evaluator;
        private final SplittableRandom ids = new SplittableRandom(SEED);
        private DeviceId device = new DeviceId("none yet");

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

        /** A device of a new id comes, or the one that came last goes. */
        long comeOrGo(int number) {
            Target target = targets.get(number / 2 % TARGETS);
            boolean comes = number % 2 == 0;
            if (comes) {
                device = new DeviceId(new UUID(ids.nextLong(), ids.nextLong()).toString());
            }
            ChangeSet changes = comes
                    ? ChangeSet.of(
                            new CreateDevice(new WorkspaceId(target.workspace()), device, null, null, List.of()),
                            grant(target, Holder.member(target.principal()), device, true))
                    : ChangeSet.of(new DeleteDevice(device));
            long start = System.nanoTime();
            store.apply(changes);
            boolean allowed = evaluator.allows(target.token(), Actions.DEVICE_EDIT, device.value());
            return checked(number, allowed == comes, System.nanoTime() - start);
        }
    }
}
