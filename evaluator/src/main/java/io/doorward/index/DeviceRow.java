package io.doorward.index;

import io.doorward.model.DeviceId;

/**
 * A device and where it is present: in the workspace that owns it, and in those that claimed it. A claim's terms lie in the
 * row of the workspace that claimed, so that a change of them leaves this row as it is.
 */
final class DeviceRow extends IdRow {

    final DeviceId id;
    final boolean suspended;

    /** The presence in the workspace that owns it. */
    final PresenceRow owning;

    /** The workspaces that claimed it. */
    final int[] claimedBy;

    /** The public links that lead here. */
    final int[] links;

    DeviceRow(
            int number,
            long generation,
            DeviceId id,
            boolean suspended,
            PresenceRow owning,
            int[] claimedBy,
            int[] links) {
        super(number, generation, id.value());
        this.id = id;
        this.suspended = suspended;
        this.owning = owning;
        this.claimedBy = claimedBy;
        this.links = links;
    }

    /** In how many workspaces it is present. */
    int presences() {
        return 1 + claimedBy.length;
    }

    /** The number of the i-th of these workspaces, the owning one first. */
    int workspace(int i) {
        return i == 0 ? owning.workspace : claimedBy[i - 1];
    }

    /** Whether all but the relations to other workspaces and to links is the same. */
    boolean saysTheSameAs(DeviceRow other) {
        return generation == other.generation
                && suspended == other.suspended
                && owning.workspace == other.owning.workspace
                && owning.productNumber == other.owning.productNumber;
    }

    DeviceRow with(int[] otherClaimedBy, int[] otherLinks) {
        return new DeviceRow(number, generation, id, suspended, owning, otherClaimedBy, otherLinks);
    }
}
