package io.doorward.index;

import io.doorward.permission.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the devices on which a principal, not suspended, may do something, at one instant. In each workspace there are two
 * ways: to walk its devices in the order of their ids and ask about each, or to sort those with a grant; the cheaper is taken.
 */
final class DeviceSearch {

    /** Comparing two devices by their ids costs as much as so many steps of a walk, roughly. */
    private static final int STEPS_A_COMPARISON = 16;

    private final Rows rows;
    private final List<DeviceRun> runs = new ArrayList<>();
    private final @Nullable String after;
    private final long limit;

    /**
     * Looks for them.
     *
     * @param through the workspace through which alone rights count, or null
     * @param after the id after which to begin, or null for the first
     * @param limit how many will be taken, at most
     */
    DeviceSearch(
            Rows rows,
            PrincipalRow principal,
            Action action,
            @Nullable WorkspaceRow through,
            long second,
            int nano,
            @Nullable String after,
            int limit) {
        this.rows = rows;
        this.after = after;
        this.limit = limit;
        for (WorkspaceRow workspace : workspaces(principal)) {
            if (through == null || workspace == through) {
                add(DeviceReach.of(rows, principal, action, workspace, second, nano), principal);
            }
        }
    }

    private Collection<WorkspaceRow> workspaces(PrincipalRow principal) {
        return principal.isLink()
                ? List.of(rows.workspaces.row(DeviceTable.workspace(rows.devices.place(principal.boundTo))))
                : rows.workspacesOf(principal);
    }

    private void add(DeviceReach reach, PrincipalRow principal) {
        if (reach.isNowhere()) {
            return;
        }
        MemberReach member = reach.member();
        if (principal.isLink()) {
            add(new int[] {principal.boundTo}, reach);
        } else if (member == null || !addGranted(member, reach)) {
            add(reach.workspace.devices, reach);
            add(reach.workspace.claims.devicesById(), reach);
        }
    }

    /** Adds devices with grants, if walking all devices is more than that; prepares for that walk if not. */
    private boolean addGranted(MemberReach member, DeviceReach reach) {
        WorkspaceRow workspace = reach.workspace;
        long all = workspace.devices.length + (long) workspace.claims.devices().length;
        long grants = member.grants();
        boolean isOnProducts = member.isOnProducts();
        if (grants == 0 && !isOnProducts) {
            return true;
        }
        if (!isOnProducts && STEPS_A_COMPARISON * grants * (Long.SIZE - Long.numberOfLeadingZeros(grants)) < all) {
            add(byId(member.devicesWithGrants()), reach);
            return true;
        }
        member.gather(Math.min(all, limit * (all / Math.max(1, grants) + 1)));
        return false;
    }

    private int[] byId(int[] numbers) {
        DeviceTable devices = rows.devices;
        return Arrays.stream(numbers)
                .distinct()
                .boxed()
                .sorted(devices::compareIds)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void add(int[] numbers, DeviceReach reach) {
        if (numbers.length > 0) {
            DeviceRun run = new DeviceRun(rows.devices, numbers, reach);
            if (after != null) {
                run.startAfter(after);
            }
            runs.add(run);
        }
    }

    /** Those that it found. */
    Merge<DeviceRun> all() {
        return new Merge<>(runs);
    }
}
