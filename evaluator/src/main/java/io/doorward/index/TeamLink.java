package io.doorward.index;

/**
 * That a member is in a team, directly or through inner teams: it is, while any of the windows through which it comes is
 * open.
 */
final class TeamLink {

    /** The number of the team in its workspace. */
    final int team;

    final WindowRow[] windows;

    TeamLink(int team, WindowRow[] windows) {
        this.team = team;
        this.windows = windows;
    }

    boolean isLive(long second, int nano) {
        for (WindowRow window : windows) {
            if (window.contains(second, nano)) {
                return true;
            }
        }
        return false;
    }
}
