package io.doorward.benchmarks.workload;

/**
 * How large a workload is. Larger ones would not fit: a policy is objects, an entry of a map and a grant for each of the
 * ten million grants of the next size.
 */
public enum Size {

    /** 4,000 grants. */
    S(10, 100, 20, 20),

    /** 500,000 grants. */
    M(100, 1_000, 100, 50);

    final int workspaces;
    final int devicesPerWorkspace;
    final int principalsPerWorkspace;

    /** On average: of the principals with explicit grants each has more, see {@link Planner}. */
    final int grantsPerPrincipal;

    Size(int workspaces, int devicesPerWorkspace, int principalsPerWorkspace, int grantsPerPrincipal) {
        this.workspaces = workspaces;
        this.devicesPerWorkspace = devicesPerWorkspace;
        this.principalsPerWorkspace = principalsPerWorkspace;
        this.grantsPerPrincipal = grantsPerPrincipal;
    }
}
