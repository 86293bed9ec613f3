package io.doorward.benchmarks.workload;

/** How much of a workload, each with all that the one before has. */
public enum Part {
    /** Workspaces, products, devices and claims. */
    DEVICES,

    /** And principals with a token each and workspace permissions. */
    PRINCIPALS,

    /** And the principals' grants. */
    GRANTS,

    /** And teams with their grants: everything. */
    ALL;

    boolean includes(Part part) {
        return compareTo(part) >= 0;
    }
}
