package io.doorward.index;

/** That a device is present in a workspace: owned by it, or claimed into it. */
final class PresenceRow {

    static final int NO_PRODUCT = -1;

    final WorkspaceRow workspace;
    final DeviceRow device;

    /** Whether the workspace owns the device. */
    final boolean owning;

    /** The most that anyone holds on the device here, closed; every bit where the workspace owns it. */
    final long ceiling;

    /** The device's number among those present in the workspace. */
    final int number;

    /** The number of the device's product in the owning workspace; a claimed device has none. */
    final int productNumber;

    PresenceRow(WorkspaceRow workspace, DeviceRow device, boolean owning, long ceiling, int number, int productNumber) {
        this.workspace = workspace;
        this.device = device;
        this.owning = owning;
        this.ceiling = ceiling;
        this.number = number;
        this.productNumber = productNumber;
    }
}
