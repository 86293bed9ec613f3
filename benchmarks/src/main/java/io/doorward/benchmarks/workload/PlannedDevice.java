package io.doorward.benchmarks.workload;

/**
 * A device: whose it is, and who has claimed it.
 *
 * @param owner the number of the workspace that owns it
 * @param product the number of its product there
 * @param claimant the number of the workspace that it is claimed into, or {@link #NOBODY}
 */
record PlannedDevice(String id, int owner, int product, int claimant) {

    static final int NOBODY = -1;

    boolean isPresentIn(PlannedWorkspace workspace) {
        return owner == workspace.number || claimant == workspace.number;
    }

    boolean isOwnedBy(PlannedWorkspace workspace) {
        return owner == workspace.number;
    }
}
