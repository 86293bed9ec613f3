package io.doorward.benchmarks.workload;

/** How much of a workload, each with all that the one before has; only {@link #TOKENS} adds what those after it lack. */
public enum Part {
    /** Workspaces, products, devices and claims. */
    DEVICES(0),

    /** And principals with a token each and workspace permissions. */
    PRINCIPALS(1),

    /** The same with three tokens for each principal. */
    TOKENS(3),

    /** And, with one token, the principals' grants. */
    GRANTS(1),

    /** And teams with their grants: everything. */
    ALL(1);

    private final int tokens;

    Part(int tokens) {
        this.tokens = tokens;
    }

    /** How many tokens each principal has. */
    public int tokens() {
        return tokens;
    }

    boolean includes(Part part) {
        return compareTo(part) >= 0;
    }
}
