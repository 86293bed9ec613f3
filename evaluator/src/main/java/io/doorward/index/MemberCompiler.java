package io.doorward.index;

import static io.doorward.index.References.follow;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiles the members and teams of one workspace. */
final class MemberCompiler {

    private static final RightsRow NO_RIGHTS = new RightsRow(0, null, new GrantRow[0], new int[0], new GrantRow[0]);
    private static final WindowRow[] ALWAYS = {WindowRow.ALWAYS};

    private final Workspace workspace;
    private final WorkspaceRow row;
    private final NavigableMap<DeviceId, PresenceRow> present;
    private final Map<String, PrincipalRow> principals;
    private final Windows windows;
    private final ProductNumbers products;

    /** Most grants of a workspace are the same few; they share a row. */
    private final Map<Grant, GrantRow> grants = new HashMap<>();

    MemberCompiler(
            Workspace workspace,
            WorkspaceRow row,
            NavigableMap<DeviceId, PresenceRow> present,
            Map<String, PrincipalRow> principals,
            Windows windows) {
        this.workspace = workspace;
        this.row = row;
        this.present = present;
        this.principals = principals;
        this.windows = windows;
        products = new ProductNumbers(workspace);
    }

    List<PrincipalRow> compile() {
        Map<PrincipalId, TeamLink[]> teams = teamsByMember();
        NavigableMap<PrincipalId, PrincipalRow> members = new TreeMap<>();
        for (Member member : workspace.members().values()) {
            RightsRow own = rights(member.rights());
            add(members, member.principal(), windows.of(member.window()), own, teams);
        }
        for (PrincipalId apiUser : workspace.apiUsers().keySet()) {
            if (!members.containsKey(apiUser)) {
                add(members, apiUser, WindowRow.ALWAYS, NO_RIGHTS, teams);
            }
        }
        return List.copyOf(members.values());
    }

    private void add(
            Map<PrincipalId, PrincipalRow> members,
            PrincipalId id,
            WindowRow window,
            RightsRow own,
            Map<PrincipalId, TeamLink[]> teams) {
        PrincipalRow principal = follow(principals, id.value());
        principal.add(new MemberRow(row, window, own, teams.getOrDefault(id, new TeamLink[0])));
        members.put(id, principal);
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
            links.add(new TeamLink(follow(rows, id), always ? ALWAYS : windows.toArray(new WindowRow[0])));
        });
        return links.toArray(new TeamLink[0]);
    }

    private RightsRow rights(Rights rights) {
        int[] deviceNumbers = new int[rights.devices().size()];
        GrantRow[] deviceGrants = new GrantRow[deviceNumbers.length];
        sortedByNumber(rights.devices(), deviceNumbers, deviceGrants);
        return new RightsRow(
                rights.permissions().closed().bits(),
                rights.allDevices() == null ? null : grant(rights.allDevices()),
                byProduct(rights.products()),
                deviceNumbers,
                deviceGrants);
    }

    private void sortedByNumber(SortedMap<DeviceId, Grant> devices, int[] numbers, GrantRow[] rows) {
        TreeMap<Integer, GrantRow> byNumber = new TreeMap<>();
        devices.forEach((device, grant) -> byNumber.put(follow(present, device).number, grant(grant)));
        int i = 0;
        for (Map.Entry<Integer, GrantRow> entry : byNumber.entrySet()) {
            numbers[i] = entry.getKey();
            rows[i++] = entry.getValue();
        }
    }

    private @Nullable GrantRow[] byProduct(SortedMap<ProductId, Grant> grantsOnProducts) {
        @Nullable GrantRow[] rows = new GrantRow[grantsOnProducts.isEmpty() ? 0 : products.size()];
        grantsOnProducts.forEach((product, grant) -> rows[products.of(product)] = grant(grant));
        return rows;
    }

    private GrantRow grant(Grant grant) {
        return grants.computeIfAbsent(grant, g -> new GrantRow(g.permissions().asGrant(), windows.of(g.window())));
    }
}
