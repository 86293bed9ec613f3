package io.doorward.index;

/**
 * A few bits that say which teams of a workspace may have a grant on one device, so that a check need not ask every team of a
 * member: a bit for each team, which several share where the workspace has more than {@value #COUNT}. A bit that is not set
 * says that none of its teams has a grant on the device; one that is set says that one of them has.
 */
final class TeamMarks {

    /** How many bits. */
    static final int COUNT = 20;

    static final int NONE = 0;

    /** Any team may have a grant. */
    static final int ALL = (1 << COUNT) - 1;

    private TeamMarks() {}

    /** The bit of a team. */
    static int of(int team) {
        return 1 << (team % COUNT);
    }

    /** The bits of teams. */
    static int of(int[] teams) {
        int marks = NONE;
        for (int team : teams) {
            marks |= of(team);
        }
        return marks;
    }

    /** All ones if there is any team among these, else nothing. */
    static int ifAny(int marks) {
        return -marks >> (Integer.SIZE - 1);
    }
}
