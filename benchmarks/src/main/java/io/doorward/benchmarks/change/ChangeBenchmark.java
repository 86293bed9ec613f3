package io.doorward.benchmarks.change;

import static io.doorward.permission.Actions.DEVICE_EDIT;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;

import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import io.doorward.store.InMemoryPolicyStore;
import io.doorward.token.TokenHash;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One grant of one member changes in a policy of workspaces of 1,000 devices, 100 members and 5,000 grants each: how long it
 * takes from {@code apply} on the in-memory store to the first changed answer of an evaluator that follows it. Not a JMH
 * benchmark: each change is timed by itself, and must change the answer.
 *
 * <p>{@code java -Xmx6g -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.change.ChangeBenchmark 1 100 1000}
 */
public final class ChangeBenchmark {

    private static final int DEVICES = 1_000;
    private static final int MEMBERS = 100;
    private static final int GRANTS = 50;
    private static final int WARM_UP = 4_000;
    private static final int CHANGES = 1_000;
    private static final int MEGABYTE = 1 << 20;
    private static final double NANOS_PER_MICRO = 1_000.0;

    private final int workspaces;

    private ChangeBenchmark(int workspaces) {
        this.workspaces = workspaces;
    }

    /** Takes numbers of workspaces; without any, 1, 100 and 1,000. */
    public static void main(String[] arguments) {
        print("Java %s, %d processors", Runtime.version(), Runtime.getRuntime().availableProcessors());
        List<String> sizes = arguments.length == 0 ? List.of("1", "100", "1000") : Arrays.asList(arguments);
        for (String size : sizes) {
            new ChangeBenchmark(Integer.parseInt(size)).run();
        }
    }

    private void run() {
        try (InMemoryPolicyStore store = InMemoryPolicyStore.of(policy());
                Evaluator evaluator = Evaluator.follow(store)) {
            print("%,d devices in workspaces of %,d:", workspaces * DEVICES, DEVICES);
            for (int i = 0; i < WARM_UP; i++) {
                change(i, store, evaluator);
            }
            long[] nanos = new long[CHANGES];
            for (int i = 0; i < CHANGES; i++) {
                nanos[i] = change(i, store, evaluator);
            }
            Arrays.sort(nanos);
            print(
                    "  one grant, visible after: median %,.1f us, 99th of 100 %,.1f us, longest %,.1f us",
                    nanos[CHANGES / 2] / NANOS_PER_MICRO,
                    nanos[CHANGES * 99 / 100] / NANOS_PER_MICRO,
                    nanos[CHANGES - 1] / NANOS_PER_MICRO);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            print("  store and evaluator keep %,d MB", (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
        }
    }

    private long change(int number, InMemoryPolicyStore store, Evaluator evaluator) {
        int pair = number / 2;
        int workspace = pair % workspaces;
        int member = pair / workspaces % MEMBERS;
        boolean gives = number % 2 == 0;
        String device = device(workspace, 0);
        ChangeSet changes = ChangeSet.of(new GrantDevice(
                new WorkspaceId("w" + workspace),
                Holder.member(member(workspace, member)),
                new DeviceId(device),
                gives ? List.<Permission>of(EDIT_BASICS) : List.of(VIEW),
                Window.ALWAYS));
        String token = secret(workspace, member);
        long start = System.nanoTime();
        store.apply(changes);
        boolean allowed = evaluator.allows(token, DEVICE_EDIT, device);
        long nanos = System.nanoTime() - start;
        if (allowed != gives) {
            throw new IllegalStateException("Change " + number + " did not change the answer.");
        }
        return nanos;
    }

    private Policy policy() {
        PolicyBuilder policy = Policy.builder();
        for (int i = 0; i < workspaces; i++) {
            int number = i;
            policy.workspace("w" + i, workspace -> workspace(number, workspace));
        }
        return policy.build();
    }

    private static void workspace(int number, WorkspaceBuilder workspace) {
        for (int i = 0; i < DEVICES; i++) {
            workspace.device(device(number, i));
        }
        for (int i = 0; i < MEMBERS; i++) {
            int member = i;
            workspace.apiUser(member(number, i), apiUser -> {
                apiUser.token(TokenHash.ofClearText(secret(number, member)));
                for (int grant = 0; grant < GRANTS; grant++) {
                    apiUser.device(device(number, 1 + (member * GRANTS + grant) % (DEVICES - 1)), VIEW);
                }
            });
        }
    }

    private static String device(int workspace, int number) {
        return "device-" + workspace + "-" + number;
    }

    private static String member(int workspace, int number) {
        return "api-user-" + workspace + "-" + number;
    }

    private static String secret(int workspace, int number) {
        return "secret-" + workspace + "-" + number;
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
