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
    private final long version;
    private final Rows rows;
    private final @Nullable PrincipalRow principal;
    private final @Nullable Action action;
    private final long second;
    private final int nano;
    private final int expected;

    /** By the number of the workspace. */
    private final Map<Integer, DeviceReach> reaches = new HashMap<>();

    /** That of the workspace that owned a device last, for devices most often come by workspace; and its number. */
    private @Nullable DeviceReach last;

    private int lastWorkspace = Numbers.NOTHING;

    /** Whether it is known of all its devices that are neither suspended nor claimed on which of them the action is allowed. */
    private boolean isDecided;

    /** Whether the same is known of those that are claimed, for the asker has nothing to do with those who claimed them. */
    private boolean isOnlyHere;

    /** These devices; null if they are all, or none. */
    private @Nullable NumberSet exactly;

    private boolean isEverywhere;

    DeviceBatch(Index index, Asker asker, @Nullable Action action, long second, int nano, int expected) {
        this.index = index;
        rows = index.rows();
        version = index.version();
        principal = asker.standing(second, nano) == Reason.ALLOWED ? asker.principal : null;
        this.action = action;
        this.second = second;
        this.nano = nano;
        this.expected = expected;
    }

    /** Whether the action is allowed on the device. */
    public boolean allows(KnownDevice device) {
        if (isDecided && device.isOnlyIn(lastWorkspace, isOnlyHere, version)) {
            NumberSet set = exactly;
            return set == null ? isEverywhere : set.contains(device.number());
        }
        return decides(device);
    }

    private boolean decides(KnownDevice device) {
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
        return owning(asking, asked, DeviceTable.workspace(place)).includes(number, place)
                || (DeviceTable.isClaimed(state) && allowsByClaim(asking, asked, number, place));
    }

    private DeviceReach owning(PrincipalRow asking, Action asked, int workspace) {
        DeviceReach known = last;
        if (known == null || lastWorkspace != workspace) {
            known = reach(asking, asked, workspace);
            last = known;
            lastWorkspace = workspace;
            exactly = known.exactly();
            isEverywhere = known.isEverywhere();
            isDecided = exactly != null || isEverywhere || known.isNowhere();
            isOnlyHere = asking.isOnlyOf(workspace);
        }
        return known;
    }

    private boolean allowsByClaim(PrincipalRow asking, Action asked, int device, long place) {
        for (int workspace : rows.devices.claimedBy(device)) {
            if (asking.mayBeOf(workspace) && reach(asking, asked, workspace).includes(device, place)) {
                return true;
            }
        }
        return false;
    }

    private DeviceReach reach(PrincipalRow asking, Action asked, int workspace) {
        DeviceReach known = reaches.get(workspace);
        if (known == null) {
            known = found(asking, asked, workspace);
            reaches.put(workspace, known);
        }
        return known;
    }

    private DeviceReach found(PrincipalRow asking, Action asked, int workspace) {
        DeviceReach reach = DeviceReach.of(rows, asking, asked, rows.workspace(workspace), second, nano);
        MemberReach member = reach.member();
        if (member != null) {
            member.gather(expected, reach.workspace.present);
        }
        return reach;
    }
}
