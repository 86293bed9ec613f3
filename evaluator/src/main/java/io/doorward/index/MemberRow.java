package io.doorward.index;

import java.util.function.Consumer;

/**
 * The membership of one principal in one workspace: its own rights and the teams it is in, outer ones included. What the
 * teams hold is in the workspace's {@link TeamTable}, which whoever asks brings along.
 *
 * <p>Some of what is said elsewhere stands here once more, for the check of one device, which has to wait for each object that
 * it looks into.
 */
final class MemberRow {

    /** The number of the workspace. */
    final int workspace;

    /** The number of the principal. */
    final int principal;

    final WindowRow window;
    final RightsRow own;
    final MemberTeams teams;

    /** Whether the membership has a window, or that of a team. */
    private final boolean isTimed;

    private final boolean isSteady;

    /** Whether all of its own that counts on a device is what is said here once more: no grants on products, no window. */
    private final boolean isPlain;

    private final int teamMarks;

    private final int[] entries;
    private final int slots;
    private final long steadyWideMask;

    MemberRow(int workspace, int principal, WindowRow window, RightsRow own, MemberTeams teams) {
        this.workspace = workspace;
        this.principal = principal;
        this.window = window;
        this.own = own;
        this.teams = teams;
        isTimed = !window.isAlways() || teams.timed.length > 0;
        isSteady = !isTimed && teams.bits == null;
        entries = own.entries;
        slots = entries.length;
        steadyWideMask = own.steadyWideMask();
        boolean hasPlainGrants =
                own.byProduct.length == 0 && (own.allDevices == null || own.allDevices.window.isAlways());
        isPlain = isSteady && hasPlainGrants;
        teamMarks = TeamMarks.of(teams.always);
    }

    /** Whether it is a member always, of each of its teams as well, and these are so few that each can be asked. */
    boolean isSteady() {
        return isSteady;
    }

    /** Whether its own rights on a device are by its grants on it and on all devices alone; and it is {@link #isSteady()}. */
    boolean isPlain() {
        return isPlain;
    }

    /** The {@link TeamMarks} of the teams in which it is for always. */
    int teamMarks() {
        return teamMarks;
    }

    /** The code of its own grant on a device, see {@link RightsRow#codeOf}. */
    int codeOf(int key) {
        return GrantTable.code(entries, slots, key);
    }

    /** What its own steady grant on all devices gives. */
    long steadyWideMask() {
        return steadyWideMask;
    }

    /** Whether what it may do on a device may change as time goes by. */
    boolean isTimed(TeamTable table, int device, int product) {
        return isTimed
                || own.isTimed(device, product)
                || (teams.always.length > 0 && table.isTimed(teams, device, product));
    }

    /** The workspace permissions, own and through live teams. The membership's own window is the caller's business. */
    long workspaceMask(TeamTable table, long second, int nano) {
        long mask = own.workspaceMask;
        long[] bits = teams.bits;
        if (bits != null) {
            mask |= table.workspaceMask(bits);
        } else {
            for (int team : teams.always) {
                mask |= table.get(team).rights.workspaceMask;
            }
        }
        for (TeamLink link : teams.timed) {
            if (link.isLive(second, nano)) {
                mask |= table.get(link.team).rights.workspaceMask;
            }
        }
        return mask;
    }

    /** The device permissions, own and through live teams, before a ceiling. */
    long deviceMask(TeamTable table, int device, int product, long second, int nano) {
        long mask = own.liveMask(device, product, second, nano);
        long[] bits = teams.bits;
        if (bits != null) {
            mask |= table.liveMask(bits, device, product, second, nano);
        } else {
            for (int team : teams.always) {
                mask |= table.get(team).rights.liveMask(device, product, second, nano);
            }
        }
        for (TeamLink link : teams.timed) {
            if (link.isLive(second, nano)) {
                mask |= table.get(link.team).rights.liveMask(device, product, second, nano);
            }
        }
        return mask;
    }

    /** Whether there is a grant on the device, and whether any of them is live. */
    GrantState grantState(TeamTable table, int device, int product, long second, int nano) {
        GrantState state = own.state(device, product, second, nano);
        long[] bits = teams.bits;
        if (bits != null) {
            state = state.max(table.state(bits, device, product, second, nano));
        } else {
            for (int team : teams.always) {
                state = state.max(table.get(team).rights.state(device, product, second, nano));
            }
        }
        for (TeamLink link : teams.timed) {
            GrantState through = table.get(link.team).rights.state(device, product, second, nano);
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
        for (TeamLink link : teams.timed) {
            for (WindowRow through : link.windows) {
                windows.accept(through);
            }
        }
    }

    /** Names the windows of all grants on the device. */
    void forEachWindow(TeamTable table, PresenceRow presence, Consumer<WindowRow> windows) {
        own.forEachWindow(presence, windows);
        for (TeamLink link : teams.links()) {
            table.get(link.team).rights.forEachWindow(presence, windows);
        }
    }
}
