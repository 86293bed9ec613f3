package io.doorward.model;

import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a policy of what a builder was told, or finds everything that is wrong with it. */
final class PolicyAssembler {

    private final PolicyBuilder draft;
    private final Problems problems = new Problems();
    private final @Nullable Catalogue catalogue;
    private final PermissionSets sets;
    private final TokenHashes hashes = new TokenHashes(problems);
    private final Principals principals = new Principals(problems);
    private final Set<String> organizationIds = new HashSet<>();
    private final Map<DeviceId, WorkspaceId> owningWorkspaces = new HashMap<>();
    private final Map<String, DeviceId> deviceIds = new HashMap<>();

    PolicyAssembler(PolicyBuilder draft) {
        this.draft = draft;
        catalogue = draft.catalogue(problems);
        sets = new PermissionSets(catalogue, problems);
    }

    private record NamedWorkspace(WorkspaceBuilder draft, WorkspaceId id) {}

    Policy assemble() {
        Map<PrincipalId, User> users = users();
        List<NamedWorkspace> named = nameWorkspaces();
        Map<PrincipalId, ApiUser> apiUsers = apiUsers();
        Map<PrincipalId, PublicLink> publicLinks = publicLinks();
        Map<OrganizationId, Organization> organizations = organizations();
        Map<WorkspaceId, Workspace> workspaces = new TreeMap<>();
        for (NamedWorkspace workspace : named) {
            WorkspaceAssembler assembler = new WorkspaceAssembler(
                    workspace.draft(),
                    problems,
                    sets,
                    hashes,
                    principals,
                    owningWorkspaces,
                    deviceIds,
                    organizationIds,
                    apiUsers);
            workspaces.put(workspace.id(), assembler.assemble(workspace.id()));
        }
        if (!problems.isEmpty() || catalogue == null) {
            throw problems.toException();
        }
        return new Policy(
                draft.revision(),
                catalogue,
                PersistentSortedMap.copyOf(users),
                PersistentSortedMap.copyOf(organizations),
                PersistentSortedMap.copyOf(workspaces),
                PersistentSortedMap.copyOf(publicLinks),
                PersistentSortedMap.copyOf(owningWorkspaces),
                null);
    }

    private Map<PrincipalId, User> users() {
        Map<PrincipalId, User> users = new TreeMap<>();
        Set<String> emails = new HashSet<>();
        for (UserBuilder row : draft.users) {
            PrincipalId id = id(row, PrincipalId::new);
            User user = row.build(id == null ? PLACEHOLDER : id, problems, hashes);
            if (row.email() != null && !emails.add(row.email())) {
                problems.add(
                        row,
                        "The " + row.what() + " has the e-mail address " + Problem.quoted(row.email())
                                + ", which another user has already; e-mail addresses are unique");
            }
            if (id != null) {
                principals.add(id, row, null);
                users.put(id, user);
            }
        }
        return users;
    }

    private Map<PrincipalId, ApiUser> apiUsers() {
        Map<PrincipalId, ApiUser> apiUsers = new TreeMap<>();
        for (WorkspaceBuilder workspace : draft.workspaces) {
            for (ApiUserBuilder row : workspace.apiUsers) {
                PrincipalId id = id(row, PrincipalId::new);
                ApiUser apiUser = row.build(id == null ? PLACEHOLDER : id, problems, hashes);
                if (id != null) {
                    principals.add(id, row, workspace);
                    apiUsers.put(id, apiUser);
                }
            }
        }
        return apiUsers;
    }

    /** Names the workspaces and, since claims and links may come before their device, all devices of all of them. */
    private List<NamedWorkspace> nameWorkspaces() {
        List<NamedWorkspace> named = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> slugs = new HashSet<>();
        for (WorkspaceBuilder row : draft.workspaces) {
            WorkspaceId id = id(row, WorkspaceId::new);
            if (id != null) {
                requireFirst(row, seen);
                named.add(new NamedWorkspace(row, id));
            }
            Labels.checkKey(row, "slug", row.slug(), problems);
            if (row.slug() != null && !slugs.add(row.slug())) {
                problems.add(
                        row,
                        "The " + row.what() + " has the slug " + Problem.quoted(row.slug())
                                + ", which another workspace has already; slugs are unique");
            }
            for (DeviceBuilder device : row.devices) {
                nameDevice(device, id == null ? NOWHERE : id);
            }
        }
        return named;
    }

    private void nameDevice(DeviceBuilder row, WorkspaceId workspace) {
        DeviceId id = id(row, DeviceId::new);
        if (id == null) {
            return;
        }
        WorkspaceId first = owningWorkspaces.putIfAbsent(id, workspace);
        if (first == null) {
            deviceIds.put(id.value(), id);
        } else {
            problems.add(
                    row,
                    "The " + row.whatAndWhere() + " is a device of workspace " + Problem.quoted(first.value())
                            + " already; a device has one owning workspace, and every device an id of its own");
        }
    }

    private Map<PrincipalId, PublicLink> publicLinks() {
        Map<PrincipalId, PublicLink> links = new TreeMap<>();
        for (PublicLinkBuilder row : draft.publicLinks) {
            PrincipalId id = id(row, PrincipalId::new);
            if (id != null) {
                principals.add(id, row, null);
            }
            DeviceId device = row.device() == null ? null : deviceIds.get(row.device());
            if (row.device() == null) {
                problems.add(row, "The " + row.what() + " names no device; a public link leads to one device");
            } else if (device == null) {
                problems.add(
                        row,
                        "The " + row.what() + " leads to device " + Problem.quoted(row.device())
                                + ", which does not exist; name a device of one of the workspaces");
            }
            LinkMode mode = row.mode();
            if (mode == null) {
                problems.add(row, "The " + row.what() + " has no mode; give READ or WRITE");
            } else if (catalogue != null && catalogue.linkMode(mode).isEmpty()) {
                problems.add(
                        row,
                        "The " + row.what() + " has the mode " + mode
                                + ", for which the catalogue has no public links; give publicLinks in the catalogue or remove the link");
            }
            PublicLink link = row.build(
                    id == null ? PLACEHOLDER : id,
                    device == null ? NO_DEVICE : device,
                    mode == null ? LinkMode.READ : mode,
                    problems,
                    hashes);
            if (id != null) {
                links.put(id, link);
            }
        }
        return links;
    }

    private Map<OrganizationId, Organization> organizations() {
        Map<OrganizationId, Organization> organizations = new TreeMap<>();
        for (OrganizationBuilder row : draft.organizations) {
            OrganizationId id = id(row, OrganizationId::new);
            requireFirst(row, organizationIds);
            Labels.check(row, "name", row.name(), problems);
            PrincipalId owner = null;
            if (row.owner() == null) {
                problems.add(row, "The " + row.what() + " has no owner; an organization has exactly one, a user");
            } else {
                owner = user(row.owner(), row, "owner");
            }
            Map<PrincipalId, PermissionSet> admins = new TreeMap<>();
            for (OrganizationBuilder.AdminDraft admin : row.admins()) {
                PermissionSet permissions = sets.of(Scope.ORGANIZATION, admin.permissions, admin);
                PrincipalId user = user(admin.key(), admin, "admin");
                if (user != null && admins.putIfAbsent(user, permissions) != null) {
                    problems.add(admin, "The " + admin.whatAndWhere() + " stands twice; keep one row");
                }
            }
            if (id != null && owner != null) {
                organizations.put(id, new Organization(id, row.name(), owner, PersistentSortedMap.copyOf(admins)));
            }
        }
        return organizations;
    }

    private @Nullable PrincipalId user(String id, RowBuilder<?> row, String role) {
        Principals.Entry entry = principals.get(id);
        if (entry == null || !entry.isUser()) {
            problems.add(
                    row,
                    "The " + role + " " + Problem.quoted(id) + " named by the " + row.whatAndWhere() + " is "
                            + (entry == null
                                    ? "not in the policy"
                                    : "no user but the " + entry.row().whatAndWhere())
                            + "; name a user");
            return null;
        }
        return entry.id();
    }

    private void requireFirst(RowBuilder<?> row, Set<String> seen) {
        if (!seen.add(row.key())) {
            problems.add(row, "The " + row.what() + " stands twice; ids are unique, keep one of them or rename it");
        }
    }

    private <T> @Nullable T id(RowBuilder<?> row, Function<String, T> type) {
        try {
            return type.apply(row.key());
        } catch (IllegalArgumentException e) {
            problems.add(row, sentence(e));
            return null;
        }
    }

    private static String sentence(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }

    /** Stands for an id that has been reported, where the rest of its row is still to be checked. */
    private static final PrincipalId PLACEHOLDER = new PrincipalId("?");

    private static final DeviceId NO_DEVICE = new DeviceId("?");
    private static final WorkspaceId NOWHERE = new WorkspaceId("?");
}
