package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;
import io.doorward.model.DeviceId;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiles the members and teams of one workspace. */
final class MemberCompiler {

    private static final RightsRow NO_RIGHTS = new RightsRow(0, null, new GrantRow[0], new int[0], new GrantRow[0]);
    private static final WindowRow[] ALWAYS = {WindowRow.ALWAYS};

    private final Workspace workspace;
    private final Map<DeviceId, Integer> present;
    private final IdTableDraft<PrincipalRow> principals;
    private final Windows windows;
    private final ProductNumbers products;

    /** Most grants of a workspace are the same few; they share a row. */
    private final Map<Grant, GrantRow> grants = new HashMap<>();

    /**
     * Prepares to compile.
     *
     * @param present the numbers of the devices that are present in the workspace
     * @param principals knows the members, or will
     */
    MemberCompiler(
            Workspace workspace,
            Map<DeviceId, Integer> present,
            IdTableDraft<PrincipalRow> principals,
            Windows windows,
            ProductNumbers products) {
        this.workspace = workspace;
        this.present = present;
        this.principals = principals;
        this.windows = windows;
        this.products = products;
    }

    MemberTable compile(KeyedHash hash) {
        Map<PrincipalId, TeamLink[]> teams = teamsByMember();
        Map<PrincipalId, MemberRow> members = new HashMap<>();
        for (Member member : workspace.members().values()) {
            RightsRow own = rights(member.rights());
            add(members, member.principal(), windows.of(member.window()), own, teams);
        }
        for (PrincipalId apiUser : workspace.apiUsers().keySet()) {
            if (!members.containsKey(apiUser)) {
                add(members, apiUser, WindowRow.ALWAYS, NO_RIGHTS, teams);
            }
        }
        return new MemberTable(members.values(), hash);
    }

    private void add(
            Map<PrincipalId, MemberRow> members,
            PrincipalId id,
            WindowRow window,
            RightsRow own,
            Map<PrincipalId, TeamLink[]> teams) {
        int number = principals.numberOf(id.value());
        members.put(id, new MemberRow(number, window, own, teams.getOrDefault(id, new TeamLink[0])));
    }

    private Map<PrincipalId, TeamLink[]> teamsByMember() {
        Map<TeamId, TeamRow> rows = new HashMap<>();
        workspace.teams().values().forEach(team -> rows.put(team.id(), new TeamRow(team.id(), rights(team.rights()))));
        OuterTeams outer = new OuterTeams(workspace);
        Map<PrincipalId, SortedMap<TeamId, List<WindowRow>>> through = new HashMap<>();
        for (Team team : workspace.teams().values()) {
            Collection<TeamId> reached = outer.of(team.id());
            team.members().forEach((member, window) -> {
                SortedMap<TeamId, List<WindowRow>> teams = through.computeIfAbsent(member, m -> new TreeMap<>());
                reached.forEach(
                        id -> teams.computeIfAbsent(id, t -> new ArrayList<>(1)).add(windows.of(window)));
            });
        }
        Map<PrincipalId, TeamLink[]> links = new HashMap<>();
        through.forEach((member, teams) -> links.put(member, links(teams, rows)));
        return links;
    }

    private static TeamLink[] links(SortedMap<TeamId, List<WindowRow>> teams, Map<TeamId, TeamRow> rows) {
        List<TeamLink> links = new ArrayList<>(teams.size());
        teams.forEach((id, windows) -> {
            boolean always = windows.stream().anyMatch(WindowRow::isAlways);
            links.add(new TeamLink(known(rows, id), always ? ALWAYS : windows.toArray(new WindowRow[0])));
        });
        return links.toArray(new TeamLink[0]);
    }

    private RightsRow rights(Rights rights) {
        int count = rights.devices().size();
        long[] order = new long[count];
        GrantRow[] inIdOrder = new GrantRow[count];
        int i = 0;
        for (Map.Entry<DeviceId, Grant> entry : rights.devices().entrySet()) {
            inIdOrder[i] = grant(entry.getValue());
            order[i] = ((long) known(present, entry.getKey()) << Integer.SIZE) | i;
            i++;
        }
        Arrays.sort(order);
        int[] deviceNumbers = new int[count];
        GrantRow[] deviceGrants = new GrantRow[count];
        for (i = 0; i < count; i++) {
            deviceNumbers[i] = (int) (order[i] >>> Integer.SIZE);
            deviceGrants[i] = inIdOrder[(int) order[i]];
        }
        return new RightsRow(
                rights.permissions().closed().bits(),
                rights.allDevices() == null ? null : grant(rights.allDevices()),
                byProduct(rights.products()),
                deviceNumbers,
                deviceGrants);
    }

    private @Nullable GrantRow[] byProduct(SortedMap<ProductId, Grant> grantsOnProducts) {
        @Nullable GrantRow[] rows = new GrantRow[grantsOnProducts.isEmpty() ? 0 : products.size()];
        grantsOnProducts.forEach((product, grant) -> rows[products.of(product)] = grant(grant));
        return rows;
    }

    private GrantRow grant(Grant grant) {
        return grants.computeIfAbsent(grant, g -> new GrantRow(g.permissions().asGrant(), windows.of(g.window())));
    }

    /** Follows a reference inside a workspace, which holds no dangling one. */
    private static <K, V> V known(Map<K, V> rows, K key) {
        V row = rows.get(key);
        if (row == null) {
            throw new IllegalArgumentException("The workspace names " + key + ", of which nothing is known in it.");
        }
        return row;
    }
}
