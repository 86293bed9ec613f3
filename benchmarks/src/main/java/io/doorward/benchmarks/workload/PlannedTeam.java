package io.doorward.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/** A team and its members. */
final class PlannedTeam {

    final String id;
    final PlannedRights rights;
    final List<PlannedPrincipal> members = new ArrayList<>();

    PlannedTeam(String id, PlannedWorkspace workspace) {
        this.id = id;
        rights = new PlannedRights(workspace);
    }
}
