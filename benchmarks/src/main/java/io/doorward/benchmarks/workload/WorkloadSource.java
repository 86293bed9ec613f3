package io.doorward.benchmarks.workload;

import io.doorward.model.Revision;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.store.Capability;
import io.doorward.store.Follower;
import io.doorward.store.PolicySource;
import io.doorward.store.SnapshotVisitor;
import io.doorward.store.Subscription;
import io.doorward.store.WorkspaceState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Streams the workspaces of a workload one after the other. It never changes. */
final class WorkloadSource implements PolicySource {

    private static final String ID_PREFIX = PlannedWorkspace.id(0).replace("0", "");

    private final int count;
    private final IntFunction<Workspace> workspaces;

    /** Of so many workspaces, which are asked for whenever somebody reads. */
    WorkloadSource(int count, IntFunction<Workspace> workspaces) {
        this.count = count;
        this.workspaces = workspaces;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Revision head() {
        return Revision.NONE;
    }

    @Override
    public void snapshot(SnapshotVisitor visitor) {
        visitor.begin(head(), Catalogue.defaults());
        for (int i = 0; i < count; i++) {
            visitor.workspace(workspaces.apply(i));
        }
    }

    @Override
    public WorkspaceState workspace(WorkspaceId id) {
        String number = id.value().startsWith(ID_PREFIX) ? id.value().substring(ID_PREFIX.length()) : "";
        if (!number.matches("[0-9]{1,6}") || Integer.parseInt(number) >= count) {
            return new WorkspaceState(head(), Optional.empty());
        }
        return new WorkspaceState(head(), Optional.of(workspaces.apply(Integer.parseInt(number))));
    }

    @Override
    public Subscription follow(Revision from, Follower follower) {
        return new Quiet(from);
    }

    @Override
    public void close() {
        // It holds nothing.
    }

    /** Nothing ever comes. */
    private record Quiet(Revision delivered) implements Subscription {

        @Override
        public Duration staleness() {
            return Duration.ZERO;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing comes anyway.
        }
    }
}
