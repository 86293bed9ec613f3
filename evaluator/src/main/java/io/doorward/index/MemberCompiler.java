package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;
import io.doorward.index.persistent.NumberTable;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.Workspace;
import java.util.HashMap;
import java.util.Map;

/** Compiles the members and teams of one workspace. For one thread. */
final class MemberCompiler {

    private final Workspace workspace;
    private final int number;
    private final IdTableDraft<PrincipalRow> principals;
    private final Windows windows;
    private final RightsCompiler rights;
    private boolean hasMemberOfMany;

    /**
     * Prepares to compile.
     *
     * @param number the workspace's
     * @param principals knows the members, or will
     */
    MemberCompiler(
            Workspace workspace,
            int number,
            IdTableDraft<PrincipalRow> principals,
            Windows windows,
            RightsCompiler rights) {
        this.workspace = workspace;
        this.number = number;
        this.principals = principals;
        this.windows = windows;
        this.rights = rights;
    }

    /** All teams, without rows by device. */
    TeamTable teams() {
        TeamRow[] rows = workspace.teams().values().stream()
                .map(team -> new TeamRow(team.id(), rights.compile(team.rights())))
                .toArray(TeamRow[]::new);
        return TeamTable.of(rows, rights.codes());
    }

    /** All members. */
    NumberTable<MemberRow> members(KeyedHash hash) {
        Map<PrincipalId, MemberTeams> teams = new Memberships(workspace, windows).ofAll();
        Map<PrincipalId, MemberRow> members = new HashMap<>();
        for (Member member : workspace.members().values()) {
            RightsRow own = rights.compile(member.rights());
            add(members, member.principal(), windows.of(member.window()), own, teams);
        }
        for (PrincipalId apiUser : workspace.apiUsers().keySet()) {
            if (!members.containsKey(apiUser)) {
                add(members, apiUser, WindowRow.ALWAYS, rights.none(), teams);
            }
        }
        MemberRow[] rows = members.values().toArray(new MemberRow[0]);
        int[] numbers = members.values().stream().mapToInt(row -> row.principal).toArray();
        return NumberTable.of(hash, numbers, rows);
    }

    private void add(
            Map<PrincipalId, MemberRow> members,
            PrincipalId id,
            WindowRow window,
            RightsRow own,
            Map<PrincipalId, MemberTeams> teams) {
        int principal = principals.numberOf(id.value());
        members.put(id, row(principal, window, own, teams.getOrDefault(id, MemberTeams.NONE)));
    }

    /** The row of a member, or of an API user that is one without a row of its own. */
    MemberRow row(int principal, WindowRow window, RightsRow own, MemberTeams teams) {
        hasMemberOfMany |= teams.bits != null;
        return new MemberRow(number, principal, window, own, teams);
    }

    /** Whether grants of teams have to be found by device for one of the rows that were made. */
    boolean hasMemberOfMany() {
        return hasMemberOfMany;
    }
}
