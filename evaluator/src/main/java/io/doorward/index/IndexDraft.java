package io.doorward.index;

import static java.util.Objects.requireNonNull;

import io.doorward.index.PrincipalRow.Kind;
import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.PagedArray;
import io.doorward.model.ApiUser;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.Organization;
import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import io.doorward.problem.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the next version in the making: takes things as they are in a policy, in any order, and sends things away. For
 * one thread, and for one version.
 *
 * <p>How it works. Whatever comes gets its row at once, which names others by number, also those that are still to come. What
 * follows from several rows is settled at the end: who is in which workspaces, who claimed a device, which links lead to
 * it, what an organization has and who owns it, and the membership of those who have one only. While rows come, such pairs are only noted as being in question; then each
 * pair is looked up in the row that decides. So the order of rows does not matter, nor whether a pair was noted in vain.
 *
 * <p>A thing that one row drops may turn up in another: a device that moves, an id that is used anew. What is dropped is
 * therefore <i>leaving</i>, and removed at the end if nobody has put it again.
 */
final class IndexDraft {

    private static final int SHOWN = 5;

    final Family family;
    final Catalogue catalogue;
    final GrantCompiler grants;
    final PrincipalsDraft principals;
    final DeviceTableDraft devices;
    final IdTableDraft<WorkspaceRow> workspaces;
    private final IdTableDraft<OrganizationRow> organizations;

    private final Set<Integer> leavingDevices = new HashSet<>();
    private final Set<Integer> newOwners = new HashSet<>();

    private final Consumer<WorkspaceStep> steps;
    private final Edit edit;
    private PagedArray<MemberRow> onlyMemberships;

    final Pairs members = new Pairs();

    /** Those of whom a membership that they had is another row now. */
    final Set<Integer> changedMembers = new HashSet<>();

    private final Pairs owners = new Pairs();
    private final Pairs belongings = new Pairs();
    final Pairs claims = new Pairs();
    private final Pairs links = new Pairs();

    /**
     * Starts from a version, which stays as it is.
     *
     * @param codes for grants; those of the version before where anything of it that was compiled stays
     * @param steps is told what is done
     */
    IndexDraft(Rows before, Catalogue catalogue, GrantCodes codes, Consumer<WorkspaceStep> steps) {
        this.catalogue = catalogue;
        this.steps = steps;
        grants = new GrantCompiler(codes);
        family = before.family;
        edit = family.newEdit();
        onlyMemberships = before.onlyMemberships;
        principals = new PrincipalsDraft(before, edit);
        devices = before.devices.draft(edit);
        workspaces = new IdTableDraft<>(before.workspaces, edit);
        organizations = new IdTableDraft<>(before.organizations, edit);
    }

    void took(WorkspaceStep step) {
        steps.accept(step);
    }

    // Users

    void put(User user) {
        put(user.id(), user.suspended(), user.tokens(), Kind.USER, Numbers.NOTHING, 0);
    }

    void removeUser(PrincipalId id) {
        principals.leave(id, Kind.USER);
    }

    // Organizations

    void put(Organization organization) {
        int number = organizations.numberOf(organization.id().value());
        OrganizationRow old = organizations.at(number);
        int owner = principals.table.numberOf(organization.owner().value());
        Map<Integer, Long> admins = new HashMap<>();
        organization
                .admins()
                .forEach((user, permissions) -> admins.put(
                        principals.table.numberOf(user.value()),
                        permissions.closed().bits()));
        organizations.put(new OrganizationRow(
                number,
                old == null ? family.newGeneration() : old.generation,
                organization.id(),
                owner,
                Map.copyOf(admins),
                old == null ? Numbers.NONE : old.workspaces));
        noteOwner(old, number);
        owners.add(owner, number);
    }

    void removeOrganization(OrganizationId id) {
        OrganizationRow old = organizations.find(id.value());
        if (old != null) {
            noteOwner(old, old.number);
            organizations.remove(old);
        }
    }

    // Workspaces

    /**
     * Adds a workspace or replaces it.
     *
     * @param before what it was in the version before, if that is known: then only what differs is compiled
     */
    void put(Workspace workspace, @Nullable Workspace before) {
        WorkspaceRow old = workspaces.find(workspace.id().value());
        if (old == null || before == null || !revise(old, before, workspace)) {
            putWhole(workspace);
        }
    }

    private boolean revise(WorkspaceRow old, Workspace before, Workspace workspace) {
        WorkspaceRow row = new WorkspaceRevision(this, old, before, workspace).row();
        if (row == null) {
            return false;
        }
        if (row.organization == old.organization) {
            row = row.ownedBy(old.owner);
        } else {
            noteOrganization(old);
            noteOrganization(row);
        }
        workspaces.put(row);
        return true;
    }

    private void putWhole(Workspace workspace) {
        took(WorkspaceStep.WHOLE);
        WorkspaceRow row = new WorkspaceDraft(this, workspace).row();
        WorkspaceRow old = workspaces.at(row.number);
        if (old != null) {
            note(old);
            leave(old, owned(row), row.apiUsers);
        }
        note(row);
        workspaces.put(row);
    }

    void removeWorkspace(WorkspaceId id) {
        WorkspaceRow old = workspaces.find(id.value());
        if (old != null) {
            note(old);
            leave(old, Numbers.NONE, Numbers.NONE);
            workspaces.remove(old);
        }
    }

    int numberOf(@Nullable OrganizationId organization) {
        return organization == null ? Numbers.NOTHING : organizations.numberOf(organization.value());
    }

    /** Adds or replaces a device of the workspace with this number; returns its own number. */
    int put(Device device, int workspace, int product) {
        int number = devices.numberOf(device.id().value());
        leavingDevices.remove(number);
        DeviceRow old = devices.at(number);
        DeviceRow row = DeviceRow.of(
                number,
                old == null ? family.newGeneration() : old.generation,
                device.id(),
                device.suspended(),
                new PresenceRow(workspace, number, true, PresenceRow.NO_CEILING, product),
                old == null ? Numbers.NONE : old.claimedBy,
                old == null ? Numbers.NONE : old.links);
        if (old == null || !row.saysTheSameAs(old)) {
            devices.put(row);
        }
        return number;
    }

    /** Says what the teams of a workspace hold on those of some devices that it owns. */
    void mark(int[] numbers, int workspace, TeamTable teams) {
        if (numbers.length == 0) {
            return; // the teams are not even counted
        }
        IntUnaryOperator grants = teams.grantsOn(numbers.length);
        for (int device : numbers) {
            if (devices.isOwnedBy(device, workspace)) {
                devices.mark(device, grants.applyAsInt(device));
            }
        }
    }

    /** The presence of a device that the workspace with this number claimed. */
    PresenceRow presence(Claim claim, int workspace) {
        PermissionSet ceiling = claim.ceiling() == null ? catalogue.defaultCeiling() : claim.ceiling();
        int device = devices.numberOf(claim.device().value());
        return new PresenceRow(workspace, device, false, ceiling.asGrant().bits(), PresenceRow.NO_PRODUCT);
    }

    /** Adds or replaces an API user of the workspace with this number; returns its own number. */
    int put(ApiUser user, int workspace) {
        return put(user.id(), user.suspended(), user.tokens(), Kind.API_USER, workspace, 0);
    }

    /** What a workspace has no longer leaves, unless another one has it by now; what stays is sorted by number. */
    private void leave(WorkspaceRow old, int[] stayingDevices, int[] stayingApiUsers) {
        old.present.forEach(number -> {
            if (!Numbers.contains(stayingDevices, number)) {
                leave(number, old);
            }
        });
        for (int number : old.apiUsers) {
            if (!Numbers.contains(stayingApiUsers, number)) {
                principals.leave(number, old.number);
            }
        }
    }

    /** The devices that a workspace owns, sorted by number. */
    private int[] owned(WorkspaceRow row) {
        return Arrays.stream(row.present.entries)
                .map(IdOrder::number)
                .filter(number -> devices.isOwnedBy(number, row.number))
                .sorted()
                .toArray();
    }

    /** The id of a device that came or was there before. */
    String idOfDevice(int number) {
        return requireNonNull(devices.at(number)).id().value();
    }

    /** Sends a device away that a workspace has no longer, unless another one has it by now. */
    void leave(int device, WorkspaceRow old) {
        if (devices.isOwnedBy(device, old.number)) {
            leavingDevices.add(device);
        }
    }

    // Public links

    void put(PublicLink link) {
        int device = devices.numberOf(link.device().value());
        long mask = catalogue.linkMode(link.mode()).orElseThrow().asGrant().bits();
        int number = put(link.id(), link.suspended(), link.tokens(), Kind.LINK, device, mask);
        links.add(device, number);
    }

    void removeLink(PrincipalId id) {
        noteLink(id);
        principals.leave(id, Kind.LINK);
    }

    // Principals of all kinds

    private int put(PrincipalId id, boolean suspended, List<Token> tokens, Kind kind, int boundTo, long linkMask) {
        noteLink(id);
        return principals.put(id, suspended, tokens, kind, boundTo, linkMask);
    }

    private void noteLink(PrincipalId id) {
        PrincipalRow old = principals.table.find(id.value());
        if (old != null && old.isLink()) {
            links.add(old.boundTo, old.number);
        }
    }

    // What is in question

    private void noteOwner(@Nullable OrganizationRow old, int number) {
        newOwners.add(number);
        if (old != null) {
            owners.add(old.owner, number);
        }
    }

    private void note(WorkspaceRow row) {
        row.members.forEach((member, principal) -> members.add(principal, row.number));
        for (int device : row.claims.devices()) {
            claims.add(device, row.number);
        }
        noteOrganization(row);
    }

    private void noteOrganization(WorkspaceRow row) {
        if (row.organization != Numbers.NOTHING) {
            belongings.add(row.organization, row.number);
        }
    }

    // The end

    /**
     * The finished rows; nothing may be put any more.
     *
     * @throws IllegalArgumentException if something was named and did not come
     */
    Rows freeze() {
        refuseDangling("principal", principals.table);
        refuseDangling("device", devices);
        refuseDangling("organization", organizations);
        principals.removeLeaving();
        leavingDevices.forEach(number -> {
            DeviceRow row = devices.at(number);
            if (row != null) {
                devices.remove(row);
            }
        });
        settleOrganizations();
        settlePrincipals();
        settleDevices();
        return new Rows(
                family,
                grants.codes(),
                principals.table.freeze(),
                devices.freeze(),
                workspaces.freeze(),
                organizations.freeze(),
                principals.tokens.freeze(),
                onlyMemberships);
    }

    private static void refuseDangling(String kind, IdDraft<?> table) {
        if (!table.promised().isEmpty()) {
            String ids = table.promised().stream()
                    .sorted()
                    .limit(SHOWN)
                    .map(Problem::quoted)
                    .collect(Collectors.joining(", "));
            int more = table.promised().size() - SHOWN;
            throw new IllegalArgumentException("Nothing is known of " + kind + " " + ids
                    + (more > 0 ? " and " + more + " more" : "")
                    + ", which other rows name. Give every row that is named.");
        }
    }

    private void settleOrganizations() {
        belongings.forEachGroup((number, doubtful) -> {
            OrganizationRow row = organizations.at(number);
            if (row != null) {
                int[] belonging = Numbers.revised(row.workspaces, doubtful, w -> {
                    WorkspaceRow workspace = workspaces.at(w);
                    return workspace != null && workspace.organization == number;
                });
                if (belonging != row.workspaces) {
                    organizations.put(row.with(belonging));
                }
                settleOwner(
                        row.owner,
                        Arrays.stream(doubtful)
                                .filter(w -> Numbers.contains(belonging, w))
                                .toArray());
            }
        });
        for (int number : newOwners) {
            OrganizationRow row = organizations.at(number);
            if (row != null) {
                settleOwner(row.owner, row.workspaces);
            }
        }
    }

    private void settleOwner(int owner, int[] owned) {
        for (int number : owned) {
            WorkspaceRow workspace = workspaces.at(number);
            if (workspace != null && workspace.owner != owner) {
                workspaces.put(workspace.ownedBy(owner));
            }
        }
    }

    private void settlePrincipals() {
        IdTableDraft<PrincipalRow> table = principals.table;
        members.forEachGroup((number, doubtful) -> {
            PrincipalRow row = table.at(number);
            if (row != null) {
                int[] memberOf = Numbers.revised(row.memberOf, doubtful, w -> {
                    WorkspaceRow workspace = workspaces.at(w);
                    return workspace != null && workspace.members.get(number) != null;
                });
                if (memberOf != row.memberOf) {
                    table.put(row.with(memberOf, row.owns));
                }
            }
            settleOnlyMembership(number);
        });
        changedMembers.forEach(this::settleOnlyMembership);
        owners.forEachGroup((number, doubtful) -> {
            PrincipalRow row = table.at(number);
            if (row != null) {
                int[] owns = Numbers.revised(row.owns, doubtful, o -> {
                    OrganizationRow organization = organizations.at(o);
                    return organization != null && organization.owner == number;
                });
                if (owns != row.owns) {
                    table.put(row.with(row.memberOf, owns));
                }
            }
        });
    }

    /** What the only membership of a principal is, of those who have just one. */
    private void settleOnlyMembership(int principal) {
        PrincipalRow row = principals.table.at(principal);
        MemberRow only = row == null || row.memberOf.length != 1
                ? null
                : requireNonNull(workspaces.at(row.memberOf[0])).members.get(principal);
        if (only != null || onlyMemberships.get(principal) != null) {
            onlyMemberships = onlyMemberships.with(edit, principal, only);
        }
    }

    private void settleDevices() {
        claims.forEachGroup((number, doubtful) -> {
            DeviceRow row = devices.at(number);
            if (row != null) {
                int[] claimedBy = Numbers.revised(row.claimedBy, doubtful, w -> {
                    WorkspaceRow workspace = workspaces.at(w);
                    return workspace != null && workspace.claims.on(number) != null;
                });
                if (claimedBy != row.claimedBy) {
                    devices.put(row.with(claimedBy, row.links));
                }
            }
        });
        links.forEachGroup((number, doubtful) -> {
            DeviceRow row = devices.at(number);
            if (row != null) {
                int[] leadingHere = Numbers.revised(row.links, doubtful, p -> {
                    PrincipalRow link = principals.table.at(p);
                    return link != null && link.is(Kind.LINK, number);
                });
                if (leadingHere != row.links) {
                    devices.put(row.with(row.claimedBy, leadingHere));
                }
            }
        });
    }
}
