package io.doorward.benchmarks.peers;

import java.util.List;

/**
 * A grant of permissions, by name, on devices that a workspace owns.
 *
 * @param principal who holds it
 * @param reach on how many devices
 * @param thing the id of the device, the product or the workspace
 * @param permissions closed, by name
 */
record PlainGrant(String principal, Reach reach, String thing, List<String> permissions) {

    /** On how many devices. */
    enum Reach {
        DEVICE,
        PRODUCT,
        ALL
    }
}
