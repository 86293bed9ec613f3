package io.doorward.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team and its members. */
final class PlannedTeam {

    final String id;
    final PlannedRights rights;

    /** The team whose members are members of this one, too. */
    final @Nullable PlannedTeam inner;

    /** Those who are in it by themselves. */
    final List<PlannedPrincipal> members = new ArrayList<>();

    PlannedTeam(String id, PlannedWorkspace workspace, @Nullable PlannedTeam inner) {
        this.id = id;
        this.inner = inner;
        rights = new PlannedRights(workspace);
    }
}
