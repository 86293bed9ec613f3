package io.doorward.index;

import java.util.Arrays;
import java.util.function.Consumer;

/** The membership of one principal in one workspace: its own rights and the teams it is in, outer ones included. */
final class MemberRow {

    /** The number of the principal. */
    final int principal;

    final WindowRow window;
    final RightsRow own;

    /** By team id, so that explanations and walks have one order. */
    final TeamLink[] teams;

    /** Whether anything here has a window. */
    final boolean isTimed;

    MemberRow(int principal, WindowRow window, RightsRow own, TeamLink[] teams) {
        this.principal = principal;
        this.window = window;
        this.own = own;
        this.teams = teams;
        isTimed = !window.isAlways() || own.isTimed || Arrays.stream(teams).anyMatch(TeamLink::isTimed);
    }

    /** The workspace permissions, own and through live teams. The membership's own window is the caller's business. */
    long workspaceMask(long second, int nano) {
        long mask = own.workspaceMask;
        for (TeamLink link : teams) {
            if (link.team.rights.workspaceMask != 0 && link.isLive(second, nano)) {
                mask |= link.team.rights.workspaceMask;
            }
        }
        return mask;
    }

    /** The device permissions, own and through live teams, before a ceiling. */
    long deviceMask(int device, int product, long second, int nano) {
        long mask = own.liveMask(device, product, second, nano);
        for (TeamLink link : teams) {
            RightsRow rights = link.team.rights;
            if (rights.hasGrants() && link.isLive(second, nano)) {
                mask |= rights.liveMask(device, product, second, nano);
            }
        }
        return mask;
    }

    /** Whether there is a grant on the device, and whether any of them is live. */
    GrantState grantState(int device, int product, long second, int nano) {
        GrantState state = own.state(device, product, second, nano);
        for (TeamLink link : teams) {
            if (state == GrantState.LIVE) {
                return state;
            }
            GrantState through = link.team.rights.state(device, product, second, nano);
            if (through == GrantState.LIVE && !link.isLive(second, nano)) {
                through = GrantState.OUT_OF_WINDOW;
            }
            state = state.max(through);
        }
        return state;
    }

    /** Names the windows on which the workspace permissions depend. */
    void forEachWindow(Consumer<WindowRow> windows) {
        windows.accept(window);
        for (TeamLink link : teams) {
            for (WindowRow through : link.windows) {
                windows.accept(through);
            }
        }
    }

    /** Names the windows of all grants on the device. */
    void forEachWindow(PresenceRow presence, Consumer<WindowRow> windows) {
        own.forEachWindow(presence, windows);
        for (TeamLink link : teams) {
            link.team.rights.forEachWindow(presence, windows);
        }
    }
}
