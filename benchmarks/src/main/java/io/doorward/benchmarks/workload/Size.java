package io.doorward.benchmarks.workload;

/** How large a workload is. */
public enum Size {

    /** 4,000 grants. */
    S(10, 100, 20, 20, Teams.SMALL),

    /** 500,000 grants. */
    M(100, 1_000, 100, 50, Teams.SMALL),

    /** Half of the next one, to see how what it takes grows. */
    HALF_L(500, 1_000, 100, 100, Teams.SMALL),

    /** Ten million grants; to be streamed where memory is short. */
    L(1_000, 1_000, 100, 100, Teams.SMALL),

    /** A hundred million grants; to be streamed. */
    XL(10_000, 1_000, 100, 100, Teams.SMALL),

    /**
     * Large teams: 100,000 members, each with 10 grants of its own and, in the mean, in half of its workspace's 20 teams of
     * 5,000 members with grants on 5,000 devices. One member sits in the innermost of 200 teams one in another.
     */
    T(10, 10_000, 10_000, 10, Teams.LARGE);

    /** The number of workspaces. */
    final int workspaces;

    final int devicesPerWorkspace;
    final int principalsPerWorkspace;

    /** On average: of the principals with explicit grants each has more where others have grants on all devices. */
    final int grantsPerPrincipal;

    final Teams teams;

    Size(int workspaces, int devicesPerWorkspace, int principalsPerWorkspace, int grantsPerPrincipal, Teams teams) {
        this.workspaces = workspaces;
        this.devicesPerWorkspace = devicesPerWorkspace;
        this.principalsPerWorkspace = principalsPerWorkspace;
        this.grantsPerPrincipal = grantsPerPrincipal;
        this.teams = teams;
    }

    /** The number of workspaces. */
    public int workspaces() {
        return workspaces;
    }

    /** The number of devices. */
    public int devices() {
        return workspaces * devicesPerWorkspace;
    }

    /** The number of principals, each with one token. */
    public int principals() {
        return workspaces * principalsPerWorkspace;
    }

    /** The number of grants of principals. */
    public long ownGrants() {
        return (long) principals() * grantsPerPrincipal;
    }

    /** The number of grants of principals and teams. */
    public long grants() {
        return ownGrants()
                + (long) workspaces * teams.count * teams.grants
                + (long) teams.nested * Teams.GRANTS_OF_NESTED;
    }

    /** The teams of a workspace, and whether there are shorter ways than teams. */
    enum Teams {
        /** 5 teams of 10 members with 20 grants; principals with grants on all devices and on products. */
        SMALL(5, 10, 20, 0, true),

        /** 20 teams of 5,000 members with 5,000 grants; 200 teams one in another; no grants but those on devices. */
        LARGE(20, 5_000, 5_000, 200, false);

        static final int GRANTS_OF_NESTED = 5;

        /** How many, apart from nested ones. */
        final int count;

        final int members;
        final int grants;

        /** How many are one in another, in the first workspace only. */
        final int nested;

        /** Whether there are principals with grants on all devices and on products. */
        final boolean shortcuts;

        Teams(int count, int members, int grants, int nested, boolean shortcuts) {
            this.count = count;
            this.members = members;
            this.grants = grants;
            this.nested = nested;
            this.shortcuts = shortcuts;
        }
    }
}
