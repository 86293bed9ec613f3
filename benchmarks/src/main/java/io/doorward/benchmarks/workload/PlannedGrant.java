package io.doorward.benchmarks.workload;

import io.doorward.model.Window;
import io.doorward.permission.Permission;
import java.util.List;

/** A grant of device permissions. */
record PlannedGrant(List<Permission> permissions, Window window) {

    long mask() {
        return Masks.ofGrant(permissions);
    }

    boolean isLive() {
        return window.contains(Plan.NOW);
    }
}
