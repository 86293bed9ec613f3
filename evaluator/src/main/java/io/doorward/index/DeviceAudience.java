package io.doorward.index;

import io.doorward.permission.Action;

/**
 * The members of one workspace who may do something on one device, at one instant. What each team has on the device is
 * looked up once; a member is asked which of these teams it is in, and only if that is not enough for what it has itself.
 *
 * <p>For a workspace and a device that are not suspended, and regardless of a claim's terms. Immutable.
 */
final class DeviceAudience {

    private final WorkspaceRow workspace;
    private final int device;
    private final int product;
    private final long second;
    private final int nano;
    private final long neededInWorkspace;
    private final boolean asksForAnyGrant;

    /** The device permissions that the action needs; one bit that stands for a grant if it asks for any. */
    private final long needed;

    /** What of it each team has, by number. */
    private final long[] ofTeams;

    /** The teams that have some of it. */
    private final long[] teams;

    DeviceAudience(WorkspaceRow workspace, Action action, PresenceRow presence, long second, int nano) {
        this.workspace = workspace;
        device = presence.device;
        product = presence.productNumber;
        this.second = second;
        this.nano = nano;
        neededInWorkspace = action.workspacePermissions().bits();
        long neededOnDevice = action.devicePermissions().bits();
        asksForAnyGrant = neededOnDevice == 0 && neededInWorkspace == 0;
        needed = asksForAnyGrant ? 1 : neededOnDevice;
        int count = workspace.teams.count();
        ofTeams = new long[count];
        teams = new long[(count + Long.SIZE - 1) / Long.SIZE];
        for (int team = 0; team < count; team++) {
            ofTeams[team] = of(workspace.teams.get(team).rights);
            if (ofTeams[team] != 0) {
                teams[team / Long.SIZE] |= 1L << team;
            }
        }
    }

    boolean includes(MemberRow member) {
        return member.window.contains(second, nano)
                && hasOnDevice(member)
                && (neededInWorkspace == 0
                        || (neededInWorkspace & ~member.workspaceMask(workspace.teams, second, nano)) == 0);
    }

    private boolean hasOnDevice(MemberRow member) {
        long mask = throughTeamsForAlways(member.teams);
        if (mask != needed) {
            mask |= throughTeamsForATime(member.teams);
        }
        return mask == needed || (mask | of(member.own)) == needed;
    }

    private long throughTeamsForAlways(MemberTeams in) {
        long mask = 0;
        long[] bits = in.bits;
        if (bits == null) {
            for (int team : in.always) {
                mask |= ofTeams[team];
            }
            return mask;
        }
        for (int i = 0; i < bits.length; i++) {
            for (long those = bits[i] & teams[i]; those != 0 && mask != needed; those &= those - 1) {
                mask |= ofTeams[i * Long.SIZE + Long.numberOfTrailingZeros(those)];
            }
        }
        return mask;
    }

    private long throughTeamsForATime(MemberTeams in) {
        long mask = 0;
        for (TeamLink link : in.timed) {
            if (link.isLive(second, nano)) {
                mask |= ofTeams[link.team];
            }
        }
        return mask;
    }

    private long of(RightsRow rights) {
        if (asksForAnyGrant) {
            return rights.state(device, product, second, nano) == GrantState.LIVE ? needed : 0;
        }
        return needed & rights.liveMask(device, product, second, nano);
    }
}
