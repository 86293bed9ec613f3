package io.doorward.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/** A workspace and all that belongs to it. */
final class PlannedWorkspace {

    static final int PRODUCTS = 10;

    final int number;
    final String id;
    final List<PlannedDevice> owned = new ArrayList<>();
    final List<PlannedDevice> claimed;
    final List<PlannedPrincipal> principals = new ArrayList<>();
    final List<PlannedTeam> teams = new ArrayList<>();

    PlannedWorkspace(int number, List<PlannedDevice> claimed) {
        this.number = number;
        this.id = id(number);
        this.claimed = claimed;
    }

    static String id(int number) {
        return "workspace-" + number;
    }

    /** The number of devices present: owned and claimed. */
    int present() {
        return owned.size() + claimed.size();
    }

    PlannedDevice present(int i) {
        return i < owned.size() ? owned.get(i) : claimed.get(i - owned.size());
    }
}
