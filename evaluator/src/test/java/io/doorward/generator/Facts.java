package io.doorward.generator;

import io.doorward.model.ApiUser;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Permission;
import io.doorward.permission.Permissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A finished policy as flat lists, for {@link Feature} to look through. */
final class Facts {

    final Policy policy;
    final List<Workspace> workspaces;
    final List<Device> devices = new ArrayList<>();
    final List<ClaimRow> claims = new ArrayList<>();
    final List<MemberRow> members = new ArrayList<>();
    final List<TeamRow> teams = new ArrayList<>();
    final List<ApiUserRow> apiUsers = new ArrayList<>();
    final List<List<Token>> tokenLists = new ArrayList<>();
    final List<Grant> grants = new ArrayList<>();
    final List<Window> windows = new ArrayList<>();
    final Map<String, Set<String>> idSpaces;

    record ClaimRow(Workspace to, Workspace from, Device device, Claim claim) {}

    record MemberRow(Workspace workspace, Member member) {}

    record TeamRow(Workspace workspace, Team team) {}

    record ApiUserRow(Workspace workspace, ApiUser apiUser) {}

    Facts(Policy policy) {
        this.policy = policy;
        workspaces = List.copyOf(policy.workspaces().values());
        policy.users().values().stream().map(User::tokens).forEach(tokenLists::add);
        policy.publicLinks().values().stream().map(PublicLink::tokens).forEach(tokenLists::add);
        for (Workspace workspace : workspaces) {
            devices.addAll(workspace.devices().values());
            for (Claim claim : workspace.claims().values()) {
                Workspace from = policy.owningWorkspace(claim.device()).orElseThrow();
                claims.add(new ClaimRow(workspace, from, from.devices().get(claim.device()), claim));
            }
            for (Member member : workspace.members().values()) {
                members.add(new MemberRow(workspace, member));
                windows.add(member.window());
                addGrants(member.rights());
            }
            for (Team team : workspace.teams().values()) {
                teams.add(new TeamRow(workspace, team));
                windows.addAll(team.members().values());
                addGrants(team.rights());
            }
            for (ApiUser apiUser : workspace.apiUsers().values()) {
                apiUsers.add(new ApiUserRow(workspace, apiUser));
                tokenLists.add(apiUser.tokens());
            }
        }
        tokens().map(Token::window).forEach(windows::add);
        windows.removeIf(Window::isAlways);
        idSpaces = Map.of(
                "organization", strings(policy.organizations().keySet()),
                "workspace", strings(policy.workspaces().keySet()),
                "device", strings(devices.stream().map(Device::id).toList()),
                "principal", principals());
    }

    private void addGrants(Rights rights) {
        List<Grant> those = new ArrayList<>(rights.products().values());
        those.addAll(rights.devices().values());
        if (rights.allDevices() != null) {
            those.add(rights.allDevices());
        }
        grants.addAll(those);
        those.stream().map(Grant::window).forEach(windows::add);
    }

    private Set<String> principals() {
        Set<String> principals = strings(policy.users().keySet());
        principals.addAll(strings(policy.publicLinks().keySet()));
        apiUsers.forEach(row -> principals.add(row.apiUser.id().value()));
        return principals;
    }

    private static Set<String> strings(Collection<?> ids) {
        Set<String> strings = new HashSet<>();
        ids.forEach(id -> strings.add(id.toString()));
        return strings;
    }

    Stream<Token> tokens() {
        return tokenLists.stream().flatMap(List::stream);
    }

    Stream<Organization> organizations() {
        return policy.organizations().values().stream();
    }

    /** The rights of members and teams, each with its workspace. */
    boolean anyRights(BiPredicate<Workspace, Rights> test) {
        return members.stream().anyMatch(row -> test.test(row.workspace, row.member.rights()))
                || teams.stream().anyMatch(row -> test.test(row.workspace, row.team.rights()));
    }

    boolean anyAction(Predicate<Action> test) {
        return policy.catalogue().actions().stream().anyMatch(test);
    }

    boolean anyBound(Predicate<Instant> test) {
        return windows.stream()
                .flatMap(w -> Stream.of(w.notBefore(), w.expiresAt()))
                .anyMatch(bound -> bound != null && test.test(bound));
    }

    boolean anyId(Predicate<String> test) {
        return idSpaces.values().stream().flatMap(Set::stream).anyMatch(test);
    }

    /** Two different ids of one space. */
    boolean anyPair(BiPredicate<String, String> test) {
        return idSpaces.values().stream().anyMatch(space -> space.stream()
                .anyMatch(a -> space.stream().anyMatch(b -> !a.equals(b) && test.test(a, b))));
    }

    boolean isOwner(PrincipalId principal, Workspace workspace) {
        return workspace.organization() != null
                && policy.organizations().get(workspace.organization()).owner().equals(principal);
    }

    /** How many levels of teams there are below this one, itself included. */
    static int depth(Workspace workspace, Team team) {
        int deepest = 0;
        for (TeamId inner : team.teams()) {
            deepest = Math.max(deepest, depth(workspace, workspace.teams().get(inner)));
        }
        return deepest + 1;
    }

    /** In how many ways one comes from the outer team to the inner one. */
    static int paths(Workspace workspace, Team outer, TeamId inner) {
        int paths = outer.teams().contains(inner) ? 1 : 0;
        for (TeamId next : outer.teams()) {
            paths += paths(workspace, workspace.teams().get(next), inner);
        }
        return paths;
    }

    /** How many implications follow one another from here. */
    static int chain(Permissions permissions, Permission permission) {
        int longest = 0;
        for (Permission implied : permissions.implied(permission).toList()) {
            longest = Math.max(longest, 1 + chain(permissions, implied));
        }
        return longest;
    }

    boolean isClaimed(DeviceId device) {
        return claims.stream().anyMatch(row -> row.device.id().equals(device));
    }
}
