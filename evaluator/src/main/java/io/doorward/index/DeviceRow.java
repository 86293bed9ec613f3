package io.doorward.index;

import io.doorward.model.DeviceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device and the workspaces in which it is present: the owning one first, then those that claimed it, by id.
 *
 * <p>Invariant: once an index is compiled there is at least one presence, and only the first one is owning.
 */
final class DeviceRow {

    final DeviceId id;
    final boolean suspended;
    private final List<PresenceRow> presences = new ArrayList<>(1);

    private final List<PrincipalRow> links = new ArrayList<>(0);

    DeviceRow(DeviceId id, boolean suspended) {
        this.id = id;
        this.suspended = suspended;
    }

    void add(PresenceRow presence) {
        presences.add(presence);
    }

    void addLink(PrincipalRow link) {
        links.add(link);
    }

    /** The public links that lead here. */
    List<PrincipalRow> links() {
        return links;
    }

    int presences() {
        return presences.size();
    }

    PresenceRow presence(int i) {
        return presences.get(i);
    }

    PresenceRow owning() {
        return presences.get(0);
    }

    @Nullable
    PresenceRow in(WorkspaceRow workspace) {
        for (int i = 0; i < presences.size(); i++) {
            if (presences.get(i).workspace == workspace) {
                return presences.get(i);
            }
        }
        return null;
    }

    boolean isSuspendedOrItsOwner() {
        return suspended || owning().workspace.suspended;
    }
}
