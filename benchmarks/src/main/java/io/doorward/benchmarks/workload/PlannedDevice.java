package io.doorward.benchmarks.workload;

import org.jspecify.annotations.Nullable;

/** A device: whose it is, and who has claimed it. */
final class PlannedDevice {

    final String id;
    final PlannedWorkspace owner;

    /** The number of its product in the owning workspace. */
    final int product;

    /** The workspace that it is claimed into. */
    @Nullable
    PlannedWorkspace claimant;

    PlannedDevice(String id, PlannedWorkspace owner, int product) {
        this.id = id;
        this.owner = owner;
        this.product = product;
    }

    boolean isPresentIn(PlannedWorkspace workspace) {
        return owner == workspace || claimant == workspace;
    }
}
