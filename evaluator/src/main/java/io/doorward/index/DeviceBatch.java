package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action of one asker on many devices, at one instant: what does not depend on the device is found out once. For one
 * thread.
 */
public final class DeviceBatch {

    private final Index index;
    private final Rows rows;
    private final @Nullable PrincipalRow principal;
    private final @Nullable Action action;
    private final long second;
    private final int nano;
    private final int expected;

    /** By the number of the workspace. */
    private final Map<Integer, DeviceReach> reaches = new HashMap<>();

    /** The one that was used last, for devices most often come by workspace. */
    private @Nullable DeviceReach last;

    DeviceBatch(Index index, Asker asker, @Nullable Action action, long second, int nano, int expected) {
        this.index = index;
        rows = index.rows();
        principal = asker.standing(second, nano) == Reason.ALLOWED ? asker.principal : null;
        this.action = action;
        this.second = second;
        this.nano = nano;
        this.expected = expected;
    }

    /** Whether the action is allowed on the device. */
    public boolean allows(KnownDevice device) {
        int number = device.numberIn(index);
        PrincipalRow asking = principal;
        Action asked = action;
        if (number == Numbers.NOTHING || asking == null || asked == null) {
            return false;
        }
        long state = device.stateIn(index, number);
        if (DeviceTable.isSuspended(state)) {
            return false;
        }
        long place = device.placeIn(index, number);
        return reach(asking, asked, DeviceTable.workspace(place)).includes(number, place)
                || (DeviceTable.isClaimed(state) && allowsByClaim(asking, asked, number, place));
    }

    private boolean allowsByClaim(PrincipalRow asking, Action asked, int device, long place) {
        for (int workspace : rows.devices.claimedBy(device)) {
            if (reach(asking, asked, workspace).includes(device, place)) {
                return true;
            }
        }
        return false;
    }

    private DeviceReach reach(PrincipalRow asking, Action asked, int workspace) {
        DeviceReach known = last;
        if (known == null || known.workspace.number != workspace) {
            known = reaches.computeIfAbsent(workspace, number -> found(asking, asked, number));
            last = known;
        }
        return known;
    }

    private DeviceReach found(PrincipalRow asking, Action asked, int workspace) {
        DeviceReach reach = DeviceReach.of(rows, asking, asked, rows.workspaces.row(workspace), second, nano);
        MemberReach member = reach.member();
        if (member != null) {
            member.gather(expected);
        }
        return reach;
    }
}
