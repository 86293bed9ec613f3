package io.doorward.index;

import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workspace: who owns it, who is a member, which devices are present. */
final class WorkspaceRow {

    final WorkspaceId id;
    final boolean suspended;

    /** The owner of the workspace's organization, or null without one. */
    final @Nullable PrincipalRow owner;

    /** What the owner holds: every permission of the catalogue. */
    final long allWorkspacePermissions;

    final long allDevicePermissions;

    /** The devices present, by id. */
    List<PresenceRow> presences = List.of();

    /** Users and API users with a membership, by id; the owner only if he has one. */
    List<PrincipalRow> members = List.of();

    WorkspaceRow(WorkspaceId id, boolean suspended, @Nullable PrincipalRow owner, Catalogue catalogue) {
        this.id = id;
        this.suspended = suspended;
        this.owner = owner;
        allWorkspacePermissions = catalogue.workspace().all().bits();
        allDevicePermissions = catalogue.device().all().bits();
    }
}
