package io.doorward.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.index.PrincipalRow.Kind;
import io.doorward.index.persistent.NumberTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks through a whole index for what must always hold in it: whatever is named is there and names in turn, every row is
 * found by its key, and no number is lost.
 */
public final class IndexValidator {

    private final Rows rows;

    private IndexValidator(Rows rows) {
        this.rows = rows;
    }

    /** Fails with what does not hold. */
    public static void validate(Index index) {
        new IndexValidator(index.rows()).validate();
    }

    private void validate() {
        ids(rows.principals);
        for (DeviceRow device : table(rows.devices)) {
            String id = device.id().value();
            assertThat(rows.devices.find(id)).as(id).isEqualTo(device.number);
            assertThat(rows.devices.find(String.valueOf(id.toCharArray()))).isEqualTo(device.number);
            assertThat(DeviceTable.isClaimed(rows.devices.state(device.number))).isEqualTo(device.claimedBy.length > 0);
            assertThat(device.teamGrants)
                    .as("grants of teams on %s", id)
                    .isEqualTo(TeamGrants.onDevice(rows.workspace(device.owning).teams, device.number));
        }
        ids(rows.workspaces);
        ids(rows.organizations);
        for (TokenRow token : table(rows.tokens)) {
            assertThat(rows.tokens.find(token.tokenHash()).number).isEqualTo(token.number);
            PrincipalRow holder = rows.principals.row(token.principal());
            assertThat(holder.tokens).contains(token.number);
            assertThat(token.holder)
                    .isEqualTo(Holder.byToken(holder.holder(), token.revoked(), !token.window.isAlways()));
        }
        table(rows.principals).forEach(this::principal);
        table(rows.devices).forEach(this::device);
        table(rows.workspaces).forEach(this::workspace);
        table(rows.organizations).forEach(this::organization);
    }

    private static <R extends IdRow> void ids(IdTable<R> table) {
        for (R row : table(table)) {
            assertThat(table.find(row.text)).as(row.text).isSameAs(row);
            assertThat(table.find(String.valueOf(row.text.toCharArray()))).isSameAs(row);
        }
    }

    /** The rows of a table, after what must hold of every table. */
    private static <R extends Row> List<R> table(RowTable<R> table) {
        List<R> found = new ArrayList<>();
        Set<Long> generations = new HashSet<>();
        Set<Integer> free = new HashSet<>();
        for (FreeNumber next = table.free; next != null; next = next.next()) {
            assertThat(free.add(next.number()))
                    .as("%d is free once", next.number())
                    .isTrue();
        }
        for (int number = 0; number < table.bound; number++) {
            R row = table.at(number);
            assertThat(row == null).as("%d is free", number).isEqualTo(free.contains(number));
            if (row != null) {
                assertThat(row.number).isEqualTo(number);
                assertThat(generations.add(row.generation))
                        .as("generation of %d", number)
                        .isTrue();
                found.add(row);
            }
        }
        assertThat(table.directory.count()).as("entries of the directory").isEqualTo(found.size());
        assertThat(free).hasSize(table.bound - found.size());
        return found;
    }

    private void principal(PrincipalRow row) {
        assertSet(row.tokens);
        assertSet(row.memberOf);
        assertSet(row.owns);
        for (int token : row.tokens) {
            assertThat(rows.tokens.row(token).principal()).isEqualTo(row.number);
        }
        for (int workspace : row.memberOf) {
            assertThat(rows.workspace(workspace).membershipOf(row)).isNotNull();
        }
        assertThat(rows.onlyMemberships.get(row.number) != null).isEqualTo(row.memberOf.length == 1);
        for (int organization : row.owns) {
            assertThat(rows.organizations.row(organization).owner).isEqualTo(row.number);
        }
        switch (row.kind) {
            case USER -> assertThat(row.boundTo).isEqualTo(Numbers.NOTHING);
            case API_USER -> assertThat(rows.workspace(row.boundTo).apiUsers).contains(row.number);
            case LINK -> assertThat(rows.devices.row(row.boundTo).links).contains(row.number);
        }
    }

    private void device(DeviceRow row) {
        assertSet(row.claimedBy);
        assertSet(row.links);
        assertThat(row.owning.device).isEqualTo(row.number);
        assertThat(row.owning.owning).isTrue();
        assertThat(Arrays.stream(rows.workspace(row.owning).present.entries).map(IdOrder::number))
                .contains(row.number);
        for (int workspace : row.claimedBy) {
            assertThat(rows.workspace(workspace).claims.on(row.number)).isNotNull();
        }
        for (int link : row.links) {
            assertThat(rows.principals.row(link).is(Kind.LINK, row.number)).isTrue();
        }
        IntStream.range(0, row.presences()).forEach(i -> rows.presence(row, i));
    }

    private void workspace(WorkspaceRow row) {
        present(row);
        assertThat(Arrays.stream(row.membersById).mapToObj(member -> rows.principals.row(member).id))
                .as("order of members")
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(row.membersById).containsExactlyInAnyOrder(row.members.numbers());
        assertSet(row.apiUsers);
        assertSet(row.claims.devices());
        for (PresenceRow claim : row.claims.presences()) {
            assertThat(claim.owning).isFalse();
            assertThat(claim.workspace).isEqualTo(row.number);
            assertThat(rows.devices.row(claim.device).claimedBy).contains(row.number);
        }
        for (int apiUser : row.apiUsers) {
            assertThat(rows.principals.row(apiUser).is(Kind.API_USER, row.number))
                    .isTrue();
            assertThat(row.members.get(apiUser)).isNotNull();
        }
        assertThat(row.members.numbers()).hasSize(row.members.size());
        for (int number : row.members.numbers()) {
            MemberRow member = row.members.get(number);
            assertThat(rows.principals.row(number).memberOf).contains(row.number);
            assertThat(member.principal).isEqualTo(number);
            assertThat(member.workspace).isEqualTo(row.number);
            assertThat(rows.membership(number, row)).isSameAs(member);
            rights(row, member.own);
            memberTeams(row, member.teams);
            member.forEachWindow(window -> splits(row, window));
        }
        teams(row);
        if (row.organization == Numbers.NOTHING) {
            assertThat(row.owner).isEqualTo(Numbers.NOTHING);
        } else {
            OrganizationRow organization = rows.organizations.row(row.organization);
            assertThat(organization.workspaces).contains(row.number);
            assertThat(row.owner).isEqualTo(organization.owner);
        }
    }

    private void present(WorkspaceRow row) {
        PresentDevices present = row.present;
        List<DeviceRow> devices = new ArrayList<>();
        for (int entry : present.entries) {
            DeviceRow device = rows.devices.row(IdOrder.number(entry));
            boolean isOwned = device.owning.workspace == row.number;
            assertThat(isOwned || row.claims.on(device.number) != null).isTrue();
            assertThat(IdOrder.isMarked(entry)).as("mark of %s", device.id()).isEqualTo(!isOwned || device.suspended);
            devices.add(device);
        }
        assertThat(devices.stream().map(DeviceRow::id))
                .as("order of devices")
                .isSorted()
                .doesNotHaveDuplicates();
        for (int claimed : row.claims.devices()) {
            assertThat(devices).extracting(device -> device.number).contains(claimed);
        }
        PresentDevices anew = new PresentDevices(present.entries);
        assertThat(present.strays).as("strays").isEqualTo(anew.strays);
        assertThat(present.bounds).as("bounds of strays").isEqualTo(anew.bounds);
    }

    private void rights(WorkspaceRow workspace, RightsRow row) {
        Set<Integer> devices = new HashSet<>();
        row.forEachDevice(number -> {
            DeviceRow device = rows.devices.row(number);
            PresenceRow presence = rows.presence(device, workspace);
            assertThat(devices.add(number)).as("one grant on %s", device.id()).isTrue();
            assertThat(presence).as("%s in %s", device.id(), workspace.id).isNotNull();
            assertThat(row.onDevice(number)).isNotNull();
            assertThat(row.code(number)).isNotEqualTo(GrantCodes.NONE);
            assertThat(row.code(number) == GrantCodes.APART).isEqualTo(row.apart(number) != null);
            row.forEachWindow(presence, window -> splits(workspace, window));
        });
        assertThat(devices).hasSize(row.deviceCount());
        assertThat(row.entries).contains(0);
        assertSet(row.apartDevices);
        assertThat(row.apart).hasSameSizeAs(row.apartDevices);
        for (int device : row.apartDevices) {
            assertThat(row.code(device))
                    .as("a grant apart is one of the table's")
                    .isEqualTo(GrantCodes.APART);
        }
        for (GrantRow grant : row.apart) {
            assertThat(!grant.window.isAlways() || rows.codes.isFull()).isTrue();
        }
        for (int code = 1; code <= row.codes.count(); code++) {
            assertThat(rows.codes.mask(code)).as("meaning of a code").isEqualTo(row.codes.mask(code));
            assertThat(row.codes.grant(code).mask).isEqualTo(row.codes.mask(code));
        }
    }

    private void memberTeams(WorkspaceRow workspace, MemberTeams in) {
        assertSet(in.always);
        assertThat(in.links()).extracting(link -> link.team).isSorted().doesNotHaveDuplicates();
        for (TeamLink link : in.timed) {
            assertThat(link.windows).isNotEmpty().noneMatch(WindowRow::isAlways);
        }
        in.links().forEach(link -> workspace.teams.get(link.team));
        if (in.bits == null) {
            assertThat(in.always.length <= MemberTeams.FEW || workspace.teams.count() > Long.SIZE * in.always.length)
                    .isTrue();
        } else {
            assertThat(workspace.teams.byDevice()).isNotNull();
            assertThat(IntStream.range(0, workspace.teams.count()).filter(team -> MemberTeams.contains(in.bits, team)))
                    .containsExactly(Arrays.stream(in.always).boxed().toArray(Integer[]::new));
        }
    }

    private void teams(WorkspaceRow workspace) {
        TeamTable teams = workspace.teams;
        for (int number = 0; number < teams.count(); number++) {
            assertThat(teams.numberOf(teams.get(number).id)).isEqualTo(number);
            rights(workspace, teams.get(number).rights);
            bits(workspace, teams.get(number));
        }
        assertThat(teams.marks()).as("marks of teams").isDeepEqualTo(teams.marksAnew());
        if (teams.byDevice() != null) {
            NumberTable<int[]> anew = teams.rowsByDevice();
            assertThat(teams.byDevice().numbers()).containsExactly(anew.numbers());
            for (int device : anew.numbers()) {
                assertThat(teams.byDevice().get(device))
                        .as("grants on %d", device)
                        .containsExactly(anew.get(device));
            }
        }
    }

    /** Bits are asked for here, so that those of the next version are derived from them. */
    private void bits(WorkspaceRow workspace, TeamRow team) {
        GrantBits bits = team.bits(workspace.present);
        byte[] kinds = new byte[GrantCodes.APART + 1];
        for (int code = 1; bits.areKept() && code <= rows.codes.count(); code++) {
            kinds[code] = 1;
            NumberSet expected = workspace.present.newSet();
            int seen = team.rights.addDevices(kinds, (byte) 1, expected);
            NumberSet found = workspace.present.newSet();
            assertThat(bits.addDevices(kinds, (byte) 1, rows.codes.order, found))
                    .as("kinds of grants that %s has", team.id)
                    .isEqualTo(seen);
            workspace.present.forEach(device -> {
                if (found.contains(device) != expected.contains(device)) {
                    throw new AssertionError("bit of " + device + " for " + team.id);
                }
            });
            kinds[code] = 0;
        }
    }

    private static void splits(WorkspaceRow workspace, WindowRow window) {
        window.forEachBoundary(boundary -> {
            long millis = boundary.toEpochMilli();
            if (window.splits(millis)) {
                assertThat(workspace.splitMillis).contains(millis);
            }
        });
        assertThat(workspace.splitMillis).isSorted().doesNotHaveDuplicates();
    }

    private void organization(OrganizationRow row) {
        assertSet(row.workspaces);
        assertThat(rows.principals.row(row.owner).owns).contains(row.number);
        row.admins.keySet().forEach(rows.principals::row);
        for (int workspace : row.workspaces) {
            assertThat(rows.workspace(workspace).organization).isEqualTo(row.number);
        }
    }

    private static void assertSet(int[] set) {
        assertThat(set).isSorted().doesNotHaveDuplicates();
    }
}
