package io.doorward.index;

import io.doorward.model.Identifiers;
import io.doorward.model.PrincipalId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user, an API user or a public link. */
final class PrincipalRow {

    final PrincipalId id;
    final boolean suspended;

    /** The workspaces in which it has a membership. */
    private final Map<WorkspaceRow, MemberRow> memberships = new HashMap<>(2);

    /** Every workspace with which it may have a relationship, by id: those above and those of its organizations. */
    private final Map<String, WorkspaceRow> workspaces = new TreeMap<>(Identifiers::compare);

    /** For a public link: the device that it leads to, in its owning workspace; null for all others. */
    @Nullable
    PresenceRow link;

    /** For a public link: what its mode carries, closed. */
    long linkMask;

    /** Whether any membership, or anything that comes through one, has a window. */
    private boolean isTimed;

    PrincipalRow(PrincipalId id, boolean suspended) {
        this.id = id;
        this.suspended = suspended;
    }

    void add(MemberRow membership) {
        memberships.put(membership.workspace, membership);
        workspaces.put(membership.workspace.id.value(), membership.workspace);
        isTimed |= membership.isTimed();
    }

    void addOwned(WorkspaceRow workspace) {
        workspaces.put(workspace.id.value(), workspace);
    }

    /** Whether its rights may change as time goes by. */
    boolean isTimed() {
        return isTimed;
    }

    @Nullable
    MemberRow membershipIn(WorkspaceRow workspace) {
        return memberships.get(workspace);
    }

    Collection<WorkspaceRow> workspaces() {
        return workspaces.values();
    }
}
