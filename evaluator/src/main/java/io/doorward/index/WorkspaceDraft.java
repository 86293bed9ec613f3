package io.doorward.index;

import io.doorward.index.persistent.NumberTable;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.PrincipalId;
import io.doorward.model.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compiles one workspace whole. For one thread. */
final class WorkspaceDraft {

    private final IndexDraft index;
    private final Workspace workspace;
    private final int number;
    private final ProductNumbers products;
    private final Map<DeviceId, Integer> present = new HashMap<>();

    WorkspaceDraft(IndexDraft index, Workspace workspace) {
        this.index = index;
        this.workspace = workspace;
        number = index.workspaces.numberOf(workspace.id().value());
        products = new ProductNumbers(workspace);
    }

    /** The row; what belongs to the workspace is put into the draft of the index. */
    WorkspaceRow row() {
        WorkspaceRow old = index.workspaces.at(number);
        int[] owned = putDevices();
        Claims claims = claims();
        int[] apiUsers = putApiUsers();
        Windows windows = new Windows();
        MemberCompiler compiler = new MemberCompiler(
                workspace,
                number,
                index.principals.table,
                windows,
                new RightsCompiler(index.grants, products, windows, this::present));
        TeamTable teams = compiler.teams();
        mark(owned, teams, old != null);
        NumberTable<MemberRow> members = compiler.members(index.family.hash);
        long[] splitMillis = windows.splitMillis();
        return new WorkspaceRow(
                number,
                old == null ? index.family.newGeneration() : old.generation,
                workspace.id(),
                workspace.suspended(),
                index.numberOf(workspace.organization()),
                index.catalogue,
                present(owned),
                claims,
                members,
                membersById(),
                compiler.hasMemberOfMany() ? teams.withRowsByDevice() : teams,
                apiUsers,
                splitMillis,
                splitMillis.length);
    }

    private int[] putDevices() {
        int[] owned = new int[workspace.devices().size()];
        int count = 0;
        for (Device device : workspace.devices().values()) {
            int deviceNumber = index.put(device, number, products.of(device.product()));
            owned[count++] = device.suspended() ? IdOrder.marked(deviceNumber) : deviceNumber;
            present.put(device.id(), deviceNumber);
        }
        return owned;
    }

    /** Says of each device what teams hold on it; nothing is to be said if it is new and there are none. */
    private void mark(int[] owned, TeamTable teams, boolean mayBeMarked) {
        if (teams.count() == 0 && !mayBeMarked) {
            return;
        }
        index.mark(Arrays.stream(owned).map(IdOrder::number).toArray(), number, teams);
    }

    /** With those that it claimed. */
    private PresentDevices present(int[] owned) {
        List<IdOrder.Step> claimed = new ArrayList<>(workspace.claims().size());
        for (DeviceId id : workspace.claims().keySet()) {
            claimed.add(new IdOrder.Step(id.value(), IdOrder.marked(present(id)), true));
        }
        return new PresentDevices(IdOrder.revised(owned, claimed, index::idOfDevice));
    }

    private int[] membersById() {
        SortedSet<PrincipalId> ids = new TreeSet<>(workspace.members().keySet());
        ids.addAll(workspace.apiUsers().keySet());
        return ids.stream()
                .mapToInt(id -> index.principals.table.numberOf(id.value()))
                .toArray();
    }

    private Claims claims() {
        List<PresenceRow> presences = new ArrayList<>(workspace.claims().size());
        for (Claim claim : workspace.claims().values()) {
            PresenceRow presence = index.presence(claim, number);
            presences.add(presence);
            present.put(claim.device(), presence.device);
        }
        return Claims.of(presences);
    }

    private int[] putApiUsers() {
        return workspace.apiUsers().values().stream()
                .mapToInt(user -> index.put(user, number))
                .sorted()
                .toArray();
    }

    private int present(DeviceId device) {
        Integer known = present.get(device);
        if (known == null) {
            throw new IllegalArgumentException(
                    "Workspace " + workspace.id() + " names " + device + ", which is not present in it.");
        }
        return known;
    }
}
