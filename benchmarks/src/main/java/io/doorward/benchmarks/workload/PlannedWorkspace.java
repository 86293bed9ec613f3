package io.doorward.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/** A workspace and all that belongs to it. */
final class PlannedWorkspace {

    static final int PRODUCTS = 10;

    final String id;
    final List<PlannedDevice> owned = new ArrayList<>();
    final List<PlannedDevice> claimed = new ArrayList<>();
    final List<PlannedPrincipal> principals = new ArrayList<>();
    final List<PlannedTeam> teams = new ArrayList<>();

    PlannedWorkspace(String id) {
        this.id = id;
    }

    /** The number of devices present: owned and claimed. */
    int present() {
        return owned.size() + claimed.size();
    }

    PlannedDevice present(int i) {
        return i < owned.size() ? owned.get(i) : claimed.get(i - owned.size());
    }
}
