package io.doorward.index;

/** That a device is present in a workspace: owned by it, or claimed into it. */
final class PresenceRow {

    static final int NO_PRODUCT = -1;

    /** Every bit: of a device that the workspace owns. */
    static final long NO_CEILING = ~0L;

    /** The number of the workspace. */
    final int workspace;

    /** The number of the device. */
    final int device;

    /** Whether the workspace owns the device. */
    final boolean owning;

    /** The most that anyone holds on the device here, closed; every bit where the workspace owns it. */
    final long ceiling;

    /** The number of the device's product in the owning workspace; a claimed device has none. */
    final int productNumber;

    PresenceRow(int workspace, int device, boolean owning, long ceiling, int productNumber) {
        this.workspace = workspace;
        this.device = device;
        this.owning = owning;
        this.ceiling = ceiling;
        this.productNumber = productNumber;
    }
}
