package io.doorward.index;

import io.doorward.permission.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the devices on which a principal, not suspended, may do something, at one instant. In each workspace there are three
 * ways, of which the cheapest is taken: to gather those with a grant in a set of bits and read them off it in the order of
 * ids; to walk all devices in this order and ask about each; to sort the few with a grant among very many.
 */
final class DeviceSearch {

    /** Comparing two devices by their ids costs as much as so many steps of a walk, roughly. */
    private static final int STEPS_A_COMPARISON = 64;

    private final Rows rows;
    private final List<DeviceRun> runs = new ArrayList<>();
    private final @Nullable String after;

    /** The number of the device with this id, or {@link Numbers#NOTHING}. */
    private final int numberAfter;

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
        numberAfter = after == null ? Numbers.NOTHING : rows.devices.find(after);
        this.limit = limit;
        for (WorkspaceRow workspace : workspaces(principal)) {
            if (through == null || workspace == through) {
                add(DeviceReach.of(rows, principal, action, workspace, second, nano), principal);
            }
        }
    }

    private Collection<WorkspaceRow> workspaces(PrincipalRow principal) {
        return principal.isLink()
                ? List.of(rows.workspace(DeviceTable.workspace(rows.devices.place(principal.boundTo))))
                : rows.workspacesOf(principal);
    }

    private void add(DeviceReach reach, PrincipalRow principal) {
        if (reach.isNowhere()) {
            return;
        }
        MemberReach member = reach.member();
        if (principal.isLink()) {
            addWalked(new int[] {IdOrder.marked(principal.boundTo)}, reach);
        } else if (member == null || !addGranted(member, reach)) {
            addPresent(reach);
        }
    }

    /** Adds devices with grants, if walking all devices is more than that; prepares for that walk if not. */
    private boolean addGranted(MemberReach member, DeviceReach reach) {
        PresentDevices present = reach.workspace.present;
        long all = present.count();
        long grants = member.grants();
        boolean isOnProducts = member.isOnProducts();
        if (grants == 0 && !isOnProducts) {
            return true;
        }
        if (!isOnProducts && STEPS_A_COMPARISON * grants * (Long.SIZE - Long.numberOfLeadingZeros(grants)) < all) {
            addWalked(byId(member.devicesWithGrants()), reach);
            return true;
        }
        member.gather(Math.min(all, limit * (all / Math.max(1, grants) + 1)), present);
        return false;
    }

    /** Entries, all marked. */
    private int[] byId(int[] numbers) {
        DeviceTable devices = rows.devices;
        return Arrays.stream(numbers)
                .distinct()
                .boxed()
                .sorted(devices::compareIds)
                .mapToInt(IdOrder::marked)
                .toArray();
    }

    private void addPresent(DeviceReach reach) {
        PresentDevices present = reach.workspace.present;
        NumberSet exactly = reach.exactly();
        if (exactly != null && present.hasFewStrays()) {
            runs.add(new GatheredDevices(rows.devices, reach, present, exactly, first(present)));
        } else {
            runs.add(new WalkedDevices(rows.devices, reach, present.entries, first(present)));
        }
    }

    private void addWalked(int[] entries, DeviceReach reach) {
        runs.add(new WalkedDevices(rows.devices, reach, entries, first(entries)));
    }

    /** The place of the first that may be taken. */
    private int first(PresentDevices present) {
        int place = numberAfter == Numbers.NOTHING ? Numbers.NOTHING : present.placeOfRising(numberAfter);
        return place == Numbers.NOTHING ? first(present.entries) : place + 1;
    }

    /** The place of the first that may be taken. */
    private int first(int[] entries) {
        return after == null ? 0 : new PlaceSearch(rows.devices, after).placeIn(entries);
    }

    /** Those that it found. */
    Merge all() {
        return new Merge(runs);
    }
}
