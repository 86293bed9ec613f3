package io.doorward.index;

import io.doorward.index.persistent.NumberTable;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A workspace with all that is in it: who owns it, who is a member and holds what, which devices are present. A change of
 * anything in it makes another row, and leaves those of other workspaces as they are.
 *
 * <p>Invariant: it names others by number; a device that it owns names it as its owning workspace, and one that it claimed
 * among its claims; a member names it among its workspaces, its organization among those that belong to it.
 */
final class WorkspaceRow extends IdRow {

    final WorkspaceId id;
    final boolean suspended;

    /** The organization that it belongs to, or {@link Numbers#NOTHING}. */
    final int organization;

    /** The owner of the organization, or {@link Numbers#NOTHING} without one. */
    final int owner;

    /** What the owner holds: every permission of the catalogue. */
    final long allWorkspacePermissions;

    final long allDevicePermissions;

    final PresentDevices present;

    final Claims claims;

    /** Users and API users with a membership; the owner only if he has one. */
    final NumberTable<MemberRow> members;

    /** The principals who have these, in the order of their ids. */
    final int[] membersById;

    final TeamTable teams;

    /** The API users that are bound to it. */
    final int[] apiUsers;

    /** See {@link Windows#splitMillis()}; of all windows in it, and perhaps of some that were in it. */
    final long[] splitMillis;

    /** How many of these there were when it was compiled whole. */
    final int splitsWhenWhole;

    WorkspaceRow(
            int number,
            long generation,
            WorkspaceId id,
            boolean suspended,
            int organization,
            Catalogue catalogue,
            PresentDevices present,
            Claims claims,
            NumberTable<MemberRow> members,
            int[] membersById,
            TeamTable teams,
            int[] apiUsers,
            long[] splitMillis,
            int splitsWhenWhole) {
        super(number, generation, id.value());
        this.id = id;
        this.suspended = suspended;
        this.organization = organization;
        owner = Numbers.NOTHING;
        allWorkspacePermissions = catalogue.workspace().all().bits();
        allDevicePermissions = catalogue.device().all().bits();
        this.present = present;
        this.claims = claims;
        this.members = members;
        this.membersById = membersById;
        this.teams = teams;
        this.apiUsers = apiUsers;
        this.splitMillis = splitMillis;
        this.splitsWhenWhole = splitsWhenWhole;
    }

    private WorkspaceRow(WorkspaceRow other, int owner) {
        super(other.number, other.generation, other.text);
        id = other.id;
        suspended = other.suspended;
        organization = other.organization;
        this.owner = owner;
        allWorkspacePermissions = other.allWorkspacePermissions;
        allDevicePermissions = other.allDevicePermissions;
        present = other.present;
        claims = other.claims;
        members = other.members;
        membersById = other.membersById;
        teams = other.teams;
        apiUsers = other.apiUsers;
        splitMillis = other.splitMillis;
        splitsWhenWhole = other.splitsWhenWhole;
    }

    WorkspaceRow ownedBy(int principal) {
        return owner == principal ? this : new WorkspaceRow(this, principal);
    }

    boolean isOwnedBy(PrincipalRow principal) {
        return isOwnedBy(principal.number);
    }

    boolean isOwnedBy(int principal) {
        return owner == principal;
    }

    @Nullable
    MemberRow membershipOf(PrincipalRow principal) {
        return members.get(principal.number);
    }
}
