package io.doorward.model;

import io.doorward.permission.Catalogue;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import io.doorward.token.TokenHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next state of a policy, row by row. Change sets are carried out by it; a host that writes change sets need not
 * know it.
 *
 * <p>Rows are put in place of others or removed, in any order; what is removed takes along the rows that name it, which are
 * reported as {@link #cascades()}. {@link #finish} then looks at every row that was put, and at what named something that
 * is gone, and names all that breaks a rule. The cost grows with the rows put and with the teams of the
 * workspaces that a device leaves, and once, when first a device is to leave it, with what the members of a workspace hold;
 * never with the policy. The policy that it started from stays as it is.
 *
 * <p>Not thread-safe, and of no use after {@link #finish}.
 */
public final class PolicyEditor {

    private final Policy before;
    private final Directories directories;
    private final List<Cascade> cascades = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** The rows that were touched, and where last; in the order of that, so that there is little left to sort. */
    private final Map<Row, String> touched = new LinkedHashMap<>();

    private final SortedMap<WorkspaceId, WorkspaceEditor> opened = new TreeMap<>();
    private Catalogue catalogue;
    private PersistentSortedMap<PrincipalId, User> users;
    private PersistentSortedMap<OrganizationId, Organization> organizations;
    private PersistentSortedMap<WorkspaceId, Workspace> workspaces;
    private PersistentSortedMap<PrincipalId, PublicLink> publicLinks;
    private PersistentSortedMap<DeviceId, WorkspaceId> owningWorkspaces;
    private String place = "";

    /** Starts from a policy. O(1), but for the first edit of a policy that no edit made: O(n log n). */
    public PolicyEditor(Policy before) {
        this.before = before;
        directories = before.directories().copy();
        catalogue = before.catalogue();
        users = PersistentSortedMap.copyOf(before.users());
        organizations = PersistentSortedMap.copyOf(before.organizations());
        workspaces = PersistentSortedMap.copyOf(before.workspaces());
        publicLinks = PersistentSortedMap.copyOf(before.publicLinks());
        owningWorkspaces = before.owningWorkspaces();
    }

    /** The policy that this started from. */
    public Policy before() {
        return before;
    }

    /** Says where whatever is done from now on comes from; problems name that place. */
    public void at(String newPlace) {
        place = newPlace;
    }

    /** Reports something that is wrong, at the current place; the edit cannot be finished any more. */
    public void problem(String sentence) {
        problems.add(new Problem(place, sentence));
    }

    /** Whether something was wrong so far. */
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** What went because something that it named went, so far; in the order in which it went. */
    public List<Cascade> cascades() {
        return List.copyOf(cascades);
    }

    /** The catalogue. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The users. */
    public SortedMap<PrincipalId, User> users() {
        return users;
    }

    /** The organizations. */
    public SortedMap<OrganizationId, Organization> organizations() {
        return organizations;
    }

    /** The public links. */
    public SortedMap<PrincipalId, PublicLink> publicLinks() {
        return publicLinks;
    }

    /** A workspace, or null if there is none of that id. */
    public @Nullable WorkspaceEditor workspace(WorkspaceId id) {
        WorkspaceEditor editor = opened.get(id);
        if (editor == null) {
            Workspace workspace = workspaces.get(id);
            if (workspace != null) {
                editor = new WorkspaceEditor(this, workspace);
                opened.put(id, editor);
            }
        }
        return editor;
    }

    /** The ids of all workspaces, those created so far included; for changes that are about everything. */
    public Set<WorkspaceId> workspaces() {
        Set<WorkspaceId> all = new TreeSet<>(workspaces.keySet());
        all.addAll(opened.keySet());
        return all;
    }

    /** The workspace that owns a device, or null. */
    public @Nullable WorkspaceEditor owner(DeviceId device) {
        WorkspaceId owner = owningWorkspaces.get(device);
        return owner == null ? null : workspace(owner);
    }

    /** The workspaces into which a device is claimed. */
    public Set<WorkspaceId> claiming(DeviceId device) {
        return directories.claims().to(device);
    }

    /** The workspace of an API user, or null if there is no such API user. */
    public @Nullable WorkspaceEditor home(PrincipalId apiUser) {
        WorkspaceId home = directories.home(apiUser);
        return home == null ? null : workspace(home);
    }

    /** Whether a principal of any kind has that id. */
    public boolean isPrincipal(PrincipalId id) {
        return users.containsKey(id) || publicLinks.containsKey(id) || directories.home(id) != null;
    }

    /** The user with exactly that e-mail address, or null. */
    public @Nullable User userByEmail(String email) {
        return directories.userByEmail(email).map(users::get).orElse(null);
    }

    /** Whose token has that hash; empty if nobody's. */
    public Optional<PrincipalId> holder(TokenHash hash) {
        return directories.tokenHolder(hash);
    }

    /** Creates an empty workspace; the id must be free. */
    public WorkspaceEditor createWorkspace(WorkspaceId id) {
        WorkspaceEditor editor = new WorkspaceEditor(this, id);
        opened.put(id, editor);
        touch(new Row(id, Row.Kind.WORKSPACE, ""));
        return editor;
    }

    /** Removes a workspace with all that belongs to it. */
    public void removeWorkspace(WorkspaceId id) {
        WorkspaceEditor editor = workspace(id);
        if (editor != null) {
            editor.removeEverything();
            opened.remove(id);
            workspaces = workspaces.minus(id);
        }
    }

    /** Adds or replaces a user. */
    public void put(User user) {
        User old = users.get(user.id());
        requireNewSecrets(old == null ? List.of() : old.tokens(), user.tokens());
        directories.replace(old, user);
        users = users.plus(user.id(), user);
        touch(new Row(null, Row.Kind.USER, user.id().value()));
    }

    /** Removes a user with all memberships, admin rows, invites and offers; it must own no organization in the end. */
    public void removeUser(PrincipalId id) {
        for (WorkspaceId workspace : directories.presences().to(id)) {
            WorkspaceEditor editor = workspace(workspace);
            if (editor != null) {
                editor.removeAllOf(id);
            }
        }
        for (OrganizationId office : directories.offices().to(id)) {
            Organization organization = organizations.get(office);
            if (organization != null && organization.admins().containsKey(id)) {
                put(organization.withAdmins(
                        PersistentSortedMap.copyOf(organization.admins()).minus(id)));
                cascade(Cascade.Kind.ADMIN, null, id.value(), office.value());
            }
            touch(new Row(null, Row.Kind.ORGANIZATION, office.value()));
        }
        directories.replace(users.get(id), (User) null);
        users = users.minus(id);
    }

    /** Adds or replaces an organization. */
    public void put(Organization organization) {
        directories.replace(organizations.get(organization.id()), organization);
        organizations = organizations.plus(organization.id(), organization);
        touch(new Row(null, Row.Kind.ORGANIZATION, organization.id().value()));
    }

    /** Removes an organization, which must have no workspace in the end. */
    public void removeOrganization(OrganizationId id) {
        directories.replace(organizations.get(id), (Organization) null);
        organizations = organizations.minus(id);
        touch(new Row(null, Row.Kind.ORGANIZATION, id.value()));
    }

    /** Adds or replaces a public link. */
    public void put(PublicLink link) {
        PublicLink old = publicLinks.get(link.id());
        requireNewSecrets(old == null ? List.of() : old.tokens(), link.tokens());
        directories.replace(old, link);
        publicLinks = publicLinks.plus(link.id(), link);
        touch(new Row(null, Row.Kind.PUBLIC_LINK, link.id().value()));
    }

    /** Removes a public link. */
    public void removeLink(PrincipalId id) {
        directories.replace(publicLinks.get(id), (PublicLink) null);
        publicLinks = publicLinks.minus(id);
    }

    /** Puts another catalogue in place; every set is written anew in its words. O(n) in the policy. */
    public void changeCatalogue(Catalogue newCatalogue) {
        CatalogueChange change = new CatalogueChange(this, newCatalogue);
        catalogue = newCatalogue;
        change.carryOut();
    }

    /**
     * The next state of the policy.
     *
     * @throws InvalidPolicyException with all that is wrong, if anything is
     */
    public Policy finish(Revision revision) {
        new ReferenceCheck(this, problems).check(touched);
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
        for (WorkspaceEditor editor : opened.values()) {
            if (editor.isChanged()) {
                workspaces = workspaces.plus(editor.id(), editor.finish());
            }
        }
        return new Policy(
                revision, catalogue, users, organizations, workspaces, publicLinks, owningWorkspaces, directories);
    }

    Directories directories() {
        return directories;
    }

    @Nullable
    WorkspaceId owningWorkspace(DeviceId device) {
        return owningWorkspaces.get(device);
    }

    boolean hasWorkspace(WorkspaceId id) {
        return opened.containsKey(id) || workspaces.containsKey(id);
    }

    void touch(Row row) {
        String last = touched.putIfAbsent(row, place);
        if (last != null && !last.equals(place)) {
            touched.remove(row);
            touched.put(row, place);
        }
    }

    void cascade(Cascade.Kind kind, @Nullable WorkspaceId workspace, String row, @Nullable String of) {
        cascades.add(new Cascade(kind, workspace, row, of));
    }

    void own(DeviceId device, @Nullable WorkspaceId owner) {
        owningWorkspaces = owner == null ? owningWorkspaces.minus(device) : owningWorkspaces.plus(device, owner);
    }

    /** Ends what leads to a device from outside the workspace that owned it. */
    void deviceIsGone(DeviceId device) {
        for (WorkspaceId claiming : claiming(device)) {
            WorkspaceEditor editor = workspace(claiming);
            if (editor != null) {
                editor.removeClaim(device);
                cascade(Cascade.Kind.CLAIM, claiming, device.value(), null);
            }
        }
        for (PrincipalId link : directories.links().to(device)) {
            removeLink(link);
            cascade(Cascade.Kind.PUBLIC_LINK, null, link.value(), device.value());
        }
    }

    void requireNewSecrets(List<Token> old, List<Token> tokens) {
        if (old.equals(tokens)) {
            return;
        }
        Set<TokenHash> known = new HashSet<>();
        old.forEach(token -> known.add(token.hash()));
        Set<TokenHash> seen = new HashSet<>();
        for (Token token : tokens) {
            if (!seen.add(token.hash())) {
                problem(SECRET_TWICE);
            } else if (!known.contains(token.hash())) {
                requireNewSecret(token.hash());
            }
        }
    }

    void requireNewSecret(TokenHash hash) {
        if (directories.holder(hash) != null) {
            problem(SECRET_TWICE);
        }
    }

    private static final String SECRET_TWICE =
            "The secret is in use already; every secret stands for one thing only, make a new one.";
}
