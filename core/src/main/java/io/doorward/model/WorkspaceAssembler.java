package io.doorward.model;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.Problem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one workspace of what its builder was told, checking it against the principals and devices of the policy. */
final class WorkspaceAssembler {

    private final WorkspaceBuilder draft;
    private final Problems problems;
    private final PermissionSets sets;
    private final TokenHashes hashes;
    private final Principals principals;
    private final Map<DeviceId, WorkspaceId> owningWorkspaces;
    private final Map<String, DeviceId> deviceIds;
    private final Set<String> organizationIds;
    private final Map<PrincipalId, ApiUser> allApiUsers;

    private final Map<String, ProductId> products = new HashMap<>();
    private final Map<String, DeviceId> present = new HashMap<>();
    private final Map<String, TeamId> teams = new HashMap<>();
    private final Set<String> memberRows = new HashSet<>();

    WorkspaceAssembler(
            WorkspaceBuilder draft,
            Problems problems,
            PermissionSets sets,
            TokenHashes hashes,
            Principals principals,
            Map<DeviceId, WorkspaceId> owningWorkspaces,
            Map<String, DeviceId> deviceIds,
            Set<String> organizationIds,
            Map<PrincipalId, ApiUser> allApiUsers) {
        this.draft = draft;
        this.problems = problems;
        this.sets = sets;
        this.hashes = hashes;
        this.principals = principals;
        this.owningWorkspaces = owningWorkspaces;
        this.deviceIds = deviceIds;
        this.organizationIds = organizationIds;
        this.allApiUsers = allApiUsers;
    }

    Workspace assemble(WorkspaceId id) {
        Labels.check(draft, "name", draft.name(), problems);
        return new Workspace(
                id,
                draft.slug(),
                draft.name(),
                organization(),
                draft.suspended(),
                sorted(products()),
                sorted(devices()),
                sorted(claims(id)),
                sorted(offers(id)),
                sorted(apiUsers()),
                sorted(members()),
                sorted(teams()),
                ImmutableSortedMap.copyOfSorted(invites()),
                null);
    }

    private @Nullable OrganizationId organization() {
        String organization = draft.organization();
        if (organization == null) {
            return null;
        }
        if (!organizationIds.contains(organization)) {
            problems.add(
                    draft,
                    "The " + draft.what() + " belongs to organization " + Problem.quoted(organization)
                            + ", which does not exist; name an organization of the policy or none");
            return null;
        }
        return new OrganizationId(organization);
    }

    private Map<ProductId, Product> products() {
        Map<ProductId, Product> rows = new TreeMap<>();
        for (ProductBuilder row : draft.products) {
            ProductId id = id(row, ProductId::new);
            if (id == null) {
                continue;
            }
            if (products.putIfAbsent(id.value(), id) != null) {
                twice(row);
            }
            rows.put(id, row.build(id, problems));
        }
        return rows;
    }

    private Map<DeviceId, Device> devices() {
        Map<DeviceId, Device> rows = new HashMap<>();
        for (DeviceBuilder row : draft.devices) {
            DeviceId id = deviceIds.get(row.key());
            ProductId product = row.product() == null ? null : products.get(row.product());
            if (row.product() != null && product == null) {
                problems.add(
                        row,
                        "The " + row.whatAndWhere() + " is of product " + Problem.quoted(row.product())
                                + ", which the workspace does not have; name one of its products or none");
            }
            if (id != null) {
                present.put(id.value(), id);
                rows.put(id, row.build(id, product, problems));
            }
        }
        return rows;
    }

    private Map<DeviceId, Claim> claims(WorkspaceId workspace) {
        Map<DeviceId, Claim> rows = new TreeMap<>();
        for (ClaimBuilder row : draft.claims) {
            PermissionSet ceiling = ceiling(row.ceiling(), row);
            DeviceId device = deviceIds.get(row.key());
            if (device == null) {
                problems.add(
                        row, "The " + row.whatAndWhere() + " names a device that does not exist; remove the claim");
            } else if (workspace.equals(owningWorkspaces.get(device))) {
                problems.add(
                        row,
                        "The " + row.whatAndWhere()
                                + " names a device of that same workspace; only devices of other workspaces are claimed");
            } else {
                present.put(device.value(), device);
                putOnce(rows, device, new Claim(device, ceiling), row);
            }
        }
        return rows;
    }

    private Map<DeviceId, Offer> offers(WorkspaceId workspace) {
        Map<DeviceId, Offer> rows = new TreeMap<>();
        for (OfferBuilder row : draft.offers) {
            hashes.claim(row.code(), row);
            Offer offer = null;
            PermissionSet ceiling = ceiling(row.ceiling(), row);
            PrincipalId openedBy = author(row.openedBy(), row, "opened");
            Window window = row.window(problems);
            DeviceId device = deviceIds.get(row.key());
            if (device == null || !workspace.equals(owningWorkspaces.get(device))) {
                problems.add(
                        row,
                        "The " + row.whatAndWhere()
                                + " names a device that the workspace does not own; only the owner offers a device");
            } else {
                offer = new Offer(device, ceiling, openedBy, window, row.code());
                putOnce(rows, device, offer, row);
            }
        }
        return rows;
    }

    private Map<PrincipalId, ApiUser> apiUsers() {
        Map<PrincipalId, ApiUser> rows = new TreeMap<>();
        for (ApiUserBuilder row : draft.apiUsers) {
            Principals.Entry entry = principals.get(row.key());
            ApiUser apiUser = entry == null ? null : allApiUsers.get(entry.id());
            if (apiUser != null) {
                rows.put(apiUser.id(), apiUser);
            }
        }
        return rows;
    }

    private Map<PrincipalId, Member> members() {
        Map<PrincipalId, Member> rows = new TreeMap<>();
        for (ApiUserBuilder row : draft.apiUsers) {
            if (row.makesMember()) {
                addMember(rows, row);
            }
        }
        for (MemberBuilder row : draft.members) {
            addMember(rows, row);
        }
        return rows;
    }

    private void addMember(Map<PrincipalId, Member> rows, RightsBuilder<?> row) {
        Rights rights = rights(row);
        Window window = row.window(problems);
        memberRows.add(row.key());
        Principals.Entry entry =
                principal(row.key(), row, "is no member of this workspace; only users and API users are members");
        if (entry != null) {
            putOnce(rows, entry.id(), new Member(entry.id(), rights, window), row);
        }
    }

    private Map<TeamId, Team> teams() {
        for (TeamBuilder row : draft.teams) {
            TeamId id = id(row, TeamId::new);
            if (id != null && teams.putIfAbsent(id.value(), id) != null) {
                twice(row);
            }
        }
        Map<TeamId, Team> rows = new TreeMap<>();
        for (TeamBuilder row : draft.teams) {
            Labels.check(row, "name", row.name(), problems);
            Map<PrincipalId, Window> members = teamMembers(row);
            Set<TeamId> inner = innerTeams(row);
            Rights rights = rights(row);
            TeamId id = teams.get(row.key());
            if (id != null) {
                rows.put(
                        id,
                        new Team(
                                id,
                                row.name(),
                                PersistentSortedMap.copyOf(members),
                                ImmutableSortedSet.copyOf(inner),
                                rights));
            }
        }
        TeamCycles.check(draft.teams, problems);
        return rows;
    }

    private Map<PrincipalId, Window> teamMembers(TeamBuilder team) {
        Map<PrincipalId, Window> members = new TreeMap<>();
        for (WindowBuilder row : team.members()) {
            Window window = row.window(problems);
            Principals.Entry entry = principal(row.key(), row, "cannot be in a team; only users and API users are");
            if (entry == null) {
                continue;
            }
            if (entry.isUser() && !memberRows.contains(row.key())) {
                problems.add(
                        row,
                        "The " + row.whatAndWhere()
                                + " is a user without a membership in the workspace; make the user a member first");
            }
            putOnce(members, entry.id(), window, row);
        }
        return members;
    }

    private Set<TeamId> innerTeams(TeamBuilder team) {
        Set<TeamId> inner = new TreeSet<>();
        for (String name : team.teams()) {
            TeamId id = teams.get(name);
            if (id == null) {
                problems.add(
                        team,
                        "The " + team.whatAndWhere() + " contains team " + Problem.quoted(name)
                                + ", which the workspace does not have; name one of its teams");
            } else if (!inner.add(id)) {
                problems.add(
                        team,
                        "The " + team.whatAndWhere() + " contains team " + Problem.quoted(name) + " twice; keep one");
            }
        }
        return inner;
    }

    private SortedMap<String, Invite> invites() {
        TreeMap<String, Invite> rows = new TreeMap<>(EMAIL_ORDER);
        for (InviteBuilder row : draft.invites) {
            Labels.checkKey(row, "e-mail address", row.key(), problems);
            Invite invite =
                    new Invite(row.key(), author(row.invitedBy(), row, "invited"), rights(row), row.window(problems));
            putOnce(rows, row.key(), invite, row);
        }
        return rows;
    }

    private Rights rights(RightsBuilder<?> row) {
        PermissionSet permissions = sets.of(Scope.WORKSPACE, row.permissions(), row);
        GrantDraft allDevices = row.allDevices(problems);
        return new Rights(
                permissions,
                allDevices == null ? null : sets.grant(allDevices),
                grants(
                        row.products(),
                        products,
                        "which the workspace does not have; name one of its products or remove the grant"),
                grants(
                        row.devices(),
                        present,
                        "which is not present in the workspace; grant only devices that it owns or has claimed"));
    }

    private <T extends Comparable<T>> PersistentSortedMap<T, Grant> grants(
            List<GrantDraft> drafts, Map<String, T> things, String unknown) {
        Map<T, Grant> grants = new HashMap<>();
        for (GrantDraft draft : drafts) {
            Grant grant = sets.grant(draft);
            T thing = things.get(draft.key());
            if (thing == null) {
                problems.add(
                        draft.row,
                        "The " + draft.row.whatAndWhere() + " names " + Problem.quoted(draft.key()) + ", " + unknown);
            } else {
                putOnce(grants, thing, grant, draft.row);
            }
        }
        return sorted(grants);
    }

    private @Nullable PermissionSet ceiling(@Nullable List<Permission> ceiling, RowBuilder<?> row) {
        return ceiling == null ? null : sets.of(Scope.DEVICE, ceiling, row);
    }

    private @Nullable PrincipalId author(@Nullable String author, RowBuilder<?> row, String verb) {
        if (author == null) {
            return null;
        }
        Principals.Entry entry = principal(
                author, row, "cannot have " + verb + "; name a user or an API user of the workspace, or nobody");
        return entry == null ? null : entry.id();
    }

    /** A user, or an API user of this workspace. */
    private Principals.@Nullable Entry principal(String id, RowBuilder<?> row, String otherwise) {
        Principals.Entry entry = principals.get(id);
        if (entry == null) {
            problems.add(
                    row,
                    "The " + row.whatAndWhere() + " names the principal " + Problem.quoted(id)
                            + ", which does not exist; name a user or an API user of the workspace");
            return null;
        }
        if (!entry.canBeMemberOf(draft)) {
            problems.add(
                    row,
                    "The " + row.whatAndWhere() + " names " + Problem.quoted(id) + ", the "
                            + entry.row().whatAndWhere() + ", which " + otherwise);
            return null;
        }
        return entry;
    }

    private <K, V> void putOnce(Map<K, V> rows, K key, V value, RowBuilder<?> row) {
        if (rows.putIfAbsent(key, value) != null) {
            twice(row);
        }
    }

    private void twice(RowBuilder<?> row) {
        problems.add(row, "The " + row.whatAndWhere() + " stands twice; keep one row");
    }

    private <T> @Nullable T id(RowBuilder<?> row, Function<String, T> type) {
        try {
            return type.apply(row.key());
        } catch (IllegalArgumentException e) {
            problems.add(row, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static <K extends Comparable<K>, V> PersistentSortedMap<K, V> sorted(Map<K, V> rows) {
        return PersistentSortedMap.copyOf(rows);
    }

    static final Comparator<String> EMAIL_ORDER = Identifiers::compare;
}
