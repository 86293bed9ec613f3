package io.doorward.model;

import io.doorward.permission.Catalogue;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.token.TokenHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: users, organizations, workspaces with all that belongs to them, public links, and the catalogue of
 * permissions and actions by which they are read.
 *
 * <p>Immutable and thread-safe. A policy exists only if it keeps every rule of the domain: every reference leads
 * somewhere, none crosses a workspace that it must not cross, no id and no secret stands for two things. It holds no
 * secret, only hashes. Maps are in id order and cannot be changed.
 *
 * <p>Users, organizations, workspaces and links each hang in a tree of their own, and all that belongs to a workspace hangs
 * in the workspace: the next version of a policy shares everything with this one but the workspaces that a change touches.
 *
 * <p>A policy is data; to ask it anything, give it to an evaluator.
 */
public final class Policy {

    private final Revision revision;
    private final Catalogue catalogue;
    private final PersistentSortedMap<PrincipalId, User> users;
    private final PersistentSortedMap<OrganizationId, Organization> organizations;
    private final PersistentSortedMap<WorkspaceId, Workspace> workspaces;
    private final PersistentSortedMap<PrincipalId, PublicLink> publicLinks;
    private final PersistentSortedMap<DeviceId, WorkspaceId> owningWorkspaces;

    /** Made when the policy first changes; a policy that is only asked needs none. Two threads may make it twice. */
    private volatile @Nullable Directories directories;

    Policy(
            Revision revision,
            Catalogue catalogue,
            PersistentSortedMap<PrincipalId, User> users,
            PersistentSortedMap<OrganizationId, Organization> organizations,
            PersistentSortedMap<WorkspaceId, Workspace> workspaces,
            PersistentSortedMap<PrincipalId, PublicLink> publicLinks,
            PersistentSortedMap<DeviceId, WorkspaceId> owningWorkspaces,
            @Nullable Directories directories) {
        this.revision = revision;
        this.catalogue = catalogue;
        this.users = users;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.publicLinks = publicLinks;
        this.owningWorkspaces = owningWorkspaces;
        this.directories = directories;
    }

    /** Starts a policy with the default catalogue and nothing else in it. */
    public static PolicyBuilder builder() {
        return new PolicyBuilder();
    }

    /** Which state of the policy this is; {@link Revision#NONE} for one made by hand. */
    public Revision revision() {
        return revision;
    }

    /** The permissions and actions that the policy speaks of. */
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

    /** The workspaces. */
    public SortedMap<WorkspaceId, Workspace> workspaces() {
        return workspaces;
    }

    /** The public links. */
    public SortedMap<PrincipalId, PublicLink> publicLinks() {
        return publicLinks;
    }

    /** The workspace that owns a device; empty if there is no such device. O(log n). */
    public Optional<Workspace> owningWorkspace(DeviceId device) {
        WorkspaceId id = owningWorkspaces.get(device);
        return id == null ? Optional.empty() : Optional.ofNullable(workspaces.get(id));
    }

    /** The workspace of an API user; empty if there is no such API user. O(log n), but for the first such question. */
    public Optional<Workspace> homeOf(PrincipalId apiUser) {
        WorkspaceId id = directories().home(apiUser);
        return id == null ? Optional.empty() : Optional.ofNullable(workspaces.get(id));
    }

    /** Whose token has that hash, revoked or not; empty if nobody's. O(log n), but for the first such question. */
    public Optional<PrincipalId> holderOf(TokenHash hash) {
        return directories().tokenHolder(hash);
    }

    /** The user with exactly that e-mail address; empty if there is none. O(log n), but for the first such question. */
    public Optional<User> userByEmail(String email) {
        return directories().userByEmail(email).map(users::get);
    }

    /** The ids of the workspaces into which a device is claimed. O(log n), but for the first such question. */
    public Set<WorkspaceId> claiming(DeviceId device) {
        return directories().claims().to(device);
    }

    Directories directories() {
        Directories known = directories;
        if (known == null) {
            known = Directories.of(this);
            directories = known;
        }
        return known;
    }

    PersistentSortedMap<DeviceId, WorkspaceId> owningWorkspaces() {
        return owningWorkspaces;
    }

    /** The same policy under another revision. O(1). */
    public Policy withRevision(Revision other) {
        return new Policy(
                other, catalogue, users, organizations, workspaces, publicLinks, owningWorkspaces, directories);
    }

    PolicyDelta since(Policy before) {
        SortedMap<WorkspaceId, Optional<Workspace>> changed = before.workspaces.differences(workspaces);
        Map<WorkspaceId, Workspace> former = new HashMap<>();
        for (WorkspaceId id : changed.keySet()) {
            Workspace was = before.workspaces.get(id);
            if (was != null) {
                former.put(id, was);
            }
        }
        return new PolicyDelta(
                before.revision,
                revision,
                catalogue.equals(before.catalogue) ? Optional.empty() : Optional.of(catalogue),
                before.users.differences(users),
                before.organizations.differences(organizations),
                changed,
                before.publicLinks.differences(publicLinks),
                former);
    }

    Policy with(PolicyDelta delta) {
        if (!revision.equals(delta.before())) {
            throw new IllegalArgumentException("The delta starts from revision " + delta.before()
                    + ", but the policy is of revision " + revision + "; apply deltas in order.");
        }
        PersistentSortedMap<DeviceId, WorkspaceId> owners = owningWorkspaces;
        Map<DeviceId, WorkspaceId> arrived = new HashMap<>();
        for (Map.Entry<WorkspaceId, Optional<Workspace>> changed :
                delta.workspaces().entrySet()) {
            PersistentSortedMap<DeviceId, Device> old = devices(workspaces.get(changed.getKey()));
            for (Map.Entry<DeviceId, Optional<Device>> device :
                    old.differences(devices(changed.getValue().orElse(null))).entrySet()) {
                if (device.getValue().isPresent()) {
                    arrived.put(device.getKey(), changed.getKey());
                } else {
                    owners = owners.minus(device.getKey());
                }
            }
        }
        for (Map.Entry<DeviceId, WorkspaceId> device : arrived.entrySet()) {
            owners = owners.plus(device.getKey(), device.getValue());
        }
        return new Policy(
                delta.after(),
                delta.catalogue().orElse(catalogue),
                with(users, delta.users()),
                with(organizations, delta.organizations()),
                with(workspaces, delta.workspaces()),
                with(publicLinks, delta.publicLinks()),
                owners,
                delta.isEmpty() ? directories : null);
    }

    private static PersistentSortedMap<DeviceId, Device> devices(@Nullable Workspace workspace) {
        return workspace == null ? PersistentSortedMap.of() : PersistentSortedMap.copyOf(workspace.devices());
    }

    private static <K extends Comparable<? super K>, V> PersistentSortedMap<K, V> with(
            PersistentSortedMap<K, V> rows, SortedMap<K, Optional<V>> changed) {
        PersistentSortedMap<K, V> result = rows;
        for (Map.Entry<K, Optional<V>> one : changed.entrySet()) {
            Optional<V> row = one.getValue();
            result = row.isPresent() ? result.plus(one.getKey(), row.get()) : result.minus(one.getKey());
        }
        return result;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Policy that
                && revision.equals(that.revision)
                && catalogue.equals(that.catalogue)
                && users.equals(that.users)
                && organizations.equals(that.organizations)
                && workspaces.equals(that.workspaces)
                && publicLinks.equals(that.publicLinks);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * revision.hashCode() + users.keySet().hashCode())
                + workspaces.keySet().hashCode();
    }

    /** A short description; no lists, which may be huge. */
    @Override
    public String toString() {
        return "Policy[revision " + revision + ", " + users.size() + " users, " + workspaces.size() + " workspaces]";
    }
}
