package io.doorward.model;

import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the rows that an edit touched, as they stand in the end: whether all that they name is there, and whether anything
 * still names what is gone. What a row of the policy before named is there still, unless something of its kind has gone. A sentence tells nothing of other workspaces, since it may reach somebody who may not know of
 * them.
 */
final class ReferenceCheck {

    private final PolicyEditor policy;
    private final List<Problem> problems;
    private String place = "";

    ReferenceCheck(PolicyEditor policy, List<Problem> problems) {
        this.policy = policy;
        this.problems = problems;
    }

    void check(Map<Row, String> touched) {
        List<Map.Entry<Row, String>> rows = new ArrayList<>(touched.entrySet());
        if (rows.size() > 1) {
            rows.sort(Map.Entry.<Row, String>comparingByValue(ReferenceCheck::byNumber)
                    .thenComparing(entry -> entry.getKey().toString()));
        }
        for (Map.Entry<Row, String> entry : rows) {
            place = entry.getValue();
            check(entry.getKey());
        }
    }

    /** Places of a change set end with a number, which counts before its digits do. */
    private static int byNumber(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }

    private void check(Row row) {
        if (row.workspace() == null) {
            switch (row.kind()) {
                case USER -> check(policy.users().get(new PrincipalId(row.key())));
                case ORGANIZATION -> organization(new OrganizationId(row.key()));
                default -> check(policy.publicLinks().get(new PrincipalId(row.key())));
            }
            return;
        }
        WorkspaceEditor workspace = policy.workspace(row.workspace());
        if (workspace != null) {
            check(workspace, row);
        }
    }

    private void check(WorkspaceEditor workspace, Row row) {
        switch (row.kind()) {
            case WORKSPACE -> check(workspace);
            case PRODUCT -> product(workspace, new ProductId(row.key()));
            case DEVICE -> check(workspace, workspace.devices().get(new DeviceId(row.key())));
            case CLAIM -> check(workspace, workspace.claims().get(new DeviceId(row.key())));
            case OFFER -> check(workspace, workspace.offers().get(new DeviceId(row.key())));
            case API_USER -> {
                ApiUser apiUser = workspace.apiUsers().get(new PrincipalId(row.key()));
                label("name", apiUser == null ? null : apiUser.name(), false);
            }
            case MEMBER -> check(workspace, workspace.members().get(new PrincipalId(row.key())));
            case TEAM -> check(workspace, workspace.teams().get(new TeamId(row.key())));
            case INVITE -> check(workspace, workspace.invite(row.key()));
            default -> throw new IllegalStateException("There is no " + row.kind() + " in a workspace.");
        }
    }

    private void check(@Nullable User user) {
        if (user == null) {
            return;
        }
        label("name", user.name(), false);
        label("e-mail address", user.email(), true);
        if (user.email() != null
                && policy.directories().emails().to(user.email()).size() > 1) {
            problem("The e-mail address " + Problem.quoted(user.email())
                    + " belongs to another user already; e-mail addresses are unique, give another one.");
        }
    }

    private void organization(OrganizationId id) {
        Organization organization = policy.organizations().get(id);
        if (organization == null) {
            if (!policy.directories().workspaces().to(id).isEmpty()) {
                problem("Organization " + Problem.quoted(id.value())
                        + " still has workspaces; delete them or move them out of it first.");
            }
            return;
        }
        label("name", organization.name(), false);
        if (!policy.users().containsKey(organization.owner())) {
            problem("Organization " + Problem.quoted(id.value()) + " would be owned by "
                    + Problem.quoted(organization.owner().value())
                    + ", which is no user; an organization has exactly one owner, transfer it to a user.");
        }
        for (PrincipalId admin : organization.admins().keySet()) {
            if (!policy.users().containsKey(admin)) {
                problem(Problem.quoted(admin.value()) + " cannot be admin of organization " + Problem.quoted(id.value())
                        + "; only users of the policy can be.");
            }
        }
    }

    private void check(@Nullable PublicLink link) {
        if (link == null) {
            return;
        }
        if (policy.owningWorkspace(link.device()) == null) {
            problem("There is no device " + Problem.quoted(link.device().value()) + " to which public link "
                    + Problem.quoted(link.id().value()) + " could lead.");
        }
        if (policy.catalogue().linkMode(link.mode()).isEmpty()) {
            problem("The catalogue has no public links of the mode " + link.mode()
                    + "; give publicLinks in the catalogue, or delete the public link "
                    + Problem.quoted(link.id().value()) + ".");
        }
    }

    private void check(WorkspaceEditor workspace) {
        label("name", workspace.name(), false);
        label("slug", workspace.slug(), true);
        if (workspace.slug() != null
                && policy.directories().slugs().to(workspace.slug()).size() > 1) {
            problem("The slug " + Problem.quoted(workspace.slug())
                    + " is in use already; slugs are unique, choose another one.");
        }
        OrganizationId organization = workspace.organization();
        if (organization != null && !policy.organizations().containsKey(organization)) {
            problem("There is no organization " + Problem.quoted(organization.value()) + " for workspace "
                    + Problem.quoted(workspace.id().value()) + "; name one that exists, or none.");
        }
    }

    private void product(WorkspaceEditor workspace, ProductId id) {
        Product product = workspace.products().get(id);
        if (product != null) {
            label("name", product.name(), false);
        } else if (workspace.names(id)) {
            problem("Product " + Problem.quoted(id.value())
                    + " is in use: devices are of it, or grants name it; change these first.");
        }
    }

    private void check(WorkspaceEditor workspace, @Nullable Device device) {
        if (device == null) {
            return;
        }
        label("name", device.name(), false);
        device.tags().forEach(tag -> label("tag", tag, false));
        if (device.product() != null && !workspace.products().containsKey(device.product())) {
            unknownProduct(
                    workspace,
                    device.product(),
                    "device " + Problem.quoted(device.id().value()));
        }
    }

    private void check(WorkspaceEditor workspace, @Nullable Claim claim) {
        if (claim == null) {
            return;
        }
        WorkspaceId owner = policy.owningWorkspace(claim.device());
        if (owner == null) {
            problem("There is no device " + Problem.quoted(claim.device().value()) + " to claim.");
        } else if (owner.equals(workspace.id())) {
            problem("Device " + Problem.quoted(claim.device().value())
                    + " belongs to the workspace itself; only devices of other workspaces are claimed.");
        }
    }

    private void check(WorkspaceEditor workspace, @Nullable Offer offer) {
        if (offer == null) {
            return;
        }
        if (!workspace.devices().containsKey(offer.device())) {
            problem("Workspace " + Problem.quoted(workspace.id().value()) + " has no device "
                    + Problem.quoted(offer.device().value()) + " to offer; only the owner offers a device.");
        }
        author(workspace, offer.openedBy(), "open offers");
    }

    private void check(WorkspaceEditor workspace, @Nullable Member member) {
        if (member != null) {
            Workspace before = workspace.before();
            Member was = before == null ? null : before.members().get(member.principal());
            boolean isKnown = was != null && !workspace.hasLostMembers();
            if (!isKnown && !canBeMember(workspace, member.principal())) {
                nobody(workspace, member.principal(), "be a member");
            }
            check(
                    workspace,
                    member.rights(),
                    was == null ? null : was.rights(),
                    () -> "member " + Problem.quoted(member.principal().value()));
        }
    }

    private void check(WorkspaceEditor workspace, @Nullable Invite invite) {
        if (invite != null) {
            label("e-mail address", invite.email(), true);
            author(workspace, invite.invitedBy(), "invite");
            check(workspace, invite.rights(), null, () -> "invite " + Problem.quoted(invite.email()));
        }
    }

    private void check(WorkspaceEditor workspace, @Nullable Team team) {
        if (team == null) {
            return;
        }
        String name = "team " + Problem.quoted(team.id().value());
        label("name", team.name(), false);
        Workspace before = workspace.before();
        Team was = before == null ? null : before.teams().get(team.id());
        for (PrincipalId member : was == null || workspace.hasLostMembers()
                ? team.members().keySet()
                : come(was.members(), team.members())) {
            if (!workspace.apiUsers().containsKey(member)
                    && !workspace.members().containsKey(member)) {
                problem(Problem.quoted(member.value()) + " cannot be in " + name
                        + " without a membership in workspace "
                        + Problem.quoted(workspace.id().value())
                        + "; make it a member first.");
            }
        }
        for (TeamId inner : team.teams()) {
            if (!workspace.teams().containsKey(inner)) {
                problem("Workspace " + Problem.quoted(workspace.id().value()) + " has no team "
                        + Problem.quoted(inner.value()) + " that " + name + " could contain.");
            }
        }
        if (workspace.hasOtherNesting() && contains(workspace, team, team.id())) {
            problem("The " + name + " would contain itself; teams may be nested, but not in a circle.");
        }
        check(workspace, team.rights(), was == null ? null : was.rights(), () -> name);
    }

    private static boolean contains(WorkspaceEditor workspace, Team start, TeamId sought) {
        Set<TeamId> seen = new HashSet<>();
        Deque<TeamId> open = new ArrayDeque<>(start.teams());
        while (!open.isEmpty()) {
            TeamId inner = open.pop();
            if (inner.equals(sought)) {
                return true;
            }
            Team team = seen.add(inner) ? workspace.teams().get(inner) : null;
            if (team != null) {
                open.addAll(team.teams());
            }
        }
        return false;
    }

    /**
     * Looks at what is granted.
     *
     * @param before what was granted, where all of that was right; null if it is not known
     */
    private void check(WorkspaceEditor workspace, Rights rights, @Nullable Rights before, Supplier<String> holder) {
        for (ProductId product : before == null
                ? rights.products().keySet()
                : doubtful(before.products(), rights.products(), workspace.lostProducts())) {
            if (!workspace.products().containsKey(product)) {
                unknownProduct(workspace, product, "the grant of " + holder.get());
            }
        }
        for (DeviceId device : before == null
                ? rights.devices().keySet()
                : doubtful(before.devices(), rights.devices(), workspace.lostDevices())) {
            if (!workspace.isPresent(device)) {
                problem("The grant of " + holder.get() + " names device " + Problem.quoted(device.value())
                        + ", which is not present in workspace "
                        + Problem.quoted(workspace.id().value())
                        + "; grant only devices that it owns or has claimed.");
            }
        }
    }

    /** The keys that were not there before and those that name what has gone, sorted; or all, if these are not more. */
    private static <K extends Comparable<? super K>, V> Collection<K> doubtful(
            SortedMap<K, V> before, SortedMap<K, V> after, Set<K> gone) {
        List<K> come = come(before, after);
        if (gone.isEmpty()) {
            return come;
        }
        if (gone.size() > after.size()) {
            return after.keySet();
        }
        Set<K> all = new TreeSet<>(come);
        for (K key : gone) {
            if (after.containsKey(key)) {
                all.add(key);
            }
        }
        return all;
    }

    /** The keys that were not there before: whatever another one names was there, and is where nothing has gone. */
    static <K extends Comparable<? super K>, V> List<K> come(SortedMap<K, V> before, SortedMap<K, V> after) {
        List<K> keys = new ArrayList<>();
        PersistentSortedMap.copyOf(before).forEachDifference(PersistentSortedMap.copyOf(after), (key, was, is) -> {
            if (was == null) {
                keys.add(key);
            }
        });
        return keys;
    }

    private void unknownProduct(WorkspaceEditor workspace, ProductId product, String by) {
        problem("Workspace " + Problem.quoted(workspace.id().value()) + " has no product "
                + Problem.quoted(product.value()) + ", which " + by + " names.");
    }

    private void author(WorkspaceEditor workspace, @Nullable PrincipalId author, String deed) {
        if (author != null && !canBeMember(workspace, author)) {
            nobody(workspace, author, deed);
        }
    }

    private void nobody(WorkspaceEditor workspace, PrincipalId principal, String deed) {
        problem(Problem.quoted(principal.value()) + " cannot " + deed + " in workspace "
                + Problem.quoted(workspace.id().value()) + "; name a user, or an API user of that workspace.");
    }

    private boolean canBeMember(WorkspaceEditor workspace, PrincipalId principal) {
        return policy.users().containsKey(principal) || workspace.apiUsers().containsKey(principal);
    }

    private void label(String what, @Nullable String text, boolean notEmpty) {
        String fault = text == null ? null : Identifiers.faultOf(text, notEmpty);
        if (fault != null) {
            problem("The " + what + " " + Problem.quoted(text == null ? "" : text) + " " + fault + ".");
        }
    }

    private void problem(String sentence) {
        problems.add(new Problem(place, sentence));
    }
}
