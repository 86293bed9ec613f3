package io.doorward.index;

/**
 * What the teams of a workspace hold on one device, in one number: the {@link TeamMarks} of those that have a grant on it, and
 * the code that all these grants have. So a check need not look at any of them where that is one and the same, which it is
 * wherever one team alone has a grant. Where it is not, the code is {@link GrantCodes#APART}, and the teams have to be asked.
 *
 * <p>Invariant: a mark is set if and only if a team of it has a grant, since with a common code a mark too many would give what
 * nobody granted.
 */
final class TeamGrants {

    static final int NONE = 0;

    private TeamGrants() {}

    static int of(int marks, int code) {
        return (code << TeamMarks.COUNT) | marks;
    }

    /** The same and the grant of one more team. */
    static int plus(int grants, int team, int code) {
        int common = grants == NONE || code(grants) == code ? code : GrantCodes.APART;
        return of(marks(grants) | TeamMarks.of(team), common);
    }

    /** Which teams have a grant. */
    static int marks(int grants) {
        return grants & TeamMarks.ALL;
    }

    /** The code of each grant, see {@link GrantCodes}; {@link GrantCodes#NONE} if there is none. */
    static int code(int grants) {
        return grants >>> TeamMarks.COUNT;
    }

    /** Those on a device, whatever window they have. O(teams). */
    static int onDevice(TeamTable teams, int device) {
        int grants = NONE;
        for (int team = 0; team < teams.count(); team++) {
            RightsRow rights = teams.rights(team);
            if (rights.onDevice(device) != null) {
                grants = plus(grants, team, rights.code(device));
            }
        }
        return grants;
    }
}
