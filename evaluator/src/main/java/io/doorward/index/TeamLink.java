package io.doorward.index;

import java.util.Arrays;

/**
 * That a member is in a team, directly or through inner teams: it is, while any of the windows through which it comes is
 * open.
 */
final class TeamLink {

    final TeamRow team;
    final WindowRow[] windows;

    TeamLink(TeamRow team, WindowRow[] windows) {
        this.team = team;
        this.windows = windows;
    }

    boolean isTimed() {
        return team.rights.isTimed || Arrays.stream(windows).noneMatch(WindowRow::isAlways);
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
