package io.doorward.benchmarks.pause;

import io.doorward.benchmarks.workload.Target;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder;
import io.doorward.model.DeviceId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Permission;
import io.doorward.store.InMemoryPolicyStore;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A thread that gives and takes grants at a steady rate, until it is closed. */
final class Writer implements AutoCloseable {

    private static final long NANOS_A_CHANGE = 1_000_000;

    private final InMemoryPolicyStore store;
    private final List<Target> targets;
    private final Thread thread = new Thread(this::write, "writer");
    private volatile boolean going = true;
    private volatile long written;

    private Writer(InMemoryPolicyStore store, List<Target> targets) {
        this.store = store;
        this.targets = targets;
    }

    /** A thousand changes a second from now on. */
    static Writer start(InMemoryPolicyStore store, List<Target> targets) {
        Writer writer = new Writer(store, targets);
        writer.thread.start();
        return writer;
    }

    private void write() {
        long due = System.nanoTime();
        for (int i = 0; going; i++) {
            store.apply(ChangeSet.of(change(i)));
            written = i + 1L;
            due += NANOS_A_CHANGE;
            long left = due - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private GrantDevice change(int number) {
        Target target = targets.get(number / 2 % targets.size());
        List<Permission> permissions =
                number % 2 == 0 ? List.of(DevicePermissions.EDIT_BASICS) : List.of(DevicePermissions.VIEW);
        return new GrantDevice(
                new WorkspaceId(target.workspace()),
                Holder.member(target.principal()),
                new DeviceId(target.device()),
                permissions,
                Window.ALWAYS);
    }

    /** Ends the thread; returns when it has ended. */
    @Override
    public void close() throws InterruptedException {
        going = false;
        thread.join();
    }

    /** How many changes were made. */
    long written() {
        return written;
    }
}
