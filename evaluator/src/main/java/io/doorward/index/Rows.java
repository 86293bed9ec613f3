package io.doorward.index;

import io.doorward.index.persistent.PagedArray;
import io.doorward.model.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one version: the immutable root from which everything is reached, by number.
 *
 * <p>How it works. Rows name each other by number and never point at each other, so that a row can change without those
 * that name it: a number means the row that stands at it in the version at hand.
 *
 * <pre>
 *   token hash -> token -> principal
 *   id -> principal      tokens, workspaces as a member, organizations owned; a link: its device
 *   id -> organization   owner, admins, workspaces
 *   id -> workspace      organization, owner, devices, claims, API users;
 *                        members -> own rights: grants by device number; numbers of teams
 *                        teams -> rights: the same; for members of many teams, by device number who has a grant
 *   id -> device         owning workspace, claiming workspaces, links
 * </pre>
 *
 * <p>What a check reads. Tokens and devices are words in arrays, not objects, and a check by texts takes few steps that wait
 * for memory, in two ways that go on side by side:
 *
 * <pre>
 *   token     memo, 16 bytes a slot: keyed hash of the text -> numbers of token and principal   ({@link TokenMemo})
 *             16 bytes: generation, {@link Holder}: principal, marks: revoked, timed, suspended, link
 *   rights    principal -> its only membership (or workspace -> member)                     ({@link MemberRow})
 *   device    directory, 4 bytes an entry: keyed hash of the id -> number   ({@link io.doorward.index.persistent.Directory})
 *             32 bytes: the id, generation and marks, owning workspace and product, what its teams hold ({@link DeviceTable})
 *   both      entry of the device among the member's grants, and among those of its teams where these differ ({@link GrantTable})
 * </pre>
 *
 * So {@link Index#allows(String, io.doorward.permission.Action, String, java.time.InstantSource)} first hashes both texts, then
 * makes the first reads of both ways as if what is most likely were right, and only then compares: a processor waits for
 * several reads at once if it meets them within some two hundred instructions, and no branch that it has to guess.
 *
 * <p>Handles ({@link Asker}, {@link KnownDevice}) hold all of this but the last line for as long as the version is the one that
 * found them. The row of a principal is read for public links only: the token's marks say the same. A device takes 32 bytes
 * and 5 to 11 of the directory where its id is a UUID; a token 16, 32 of its SHA-256, and 5 to 11 of the directory; the memo
 * 27 to 53 bytes a token, 2 MB at most.
 *
 * <p>Attack. Three things keep an outsider who chooses texts from doing more than asking. <i>Placement</i> goes by a hash
 * with a secret of the family ({@link io.doorward.index.persistent.KeyedHash}), whatever is found is compared whole, and
 * what is unknown leaves no trace; a cheap hash is enough for it, since an outsider learns of it at most, by timing, that two
 * of his texts may share a slot, which a bucket of thousands of slots makes neither likely nor costly. <i>Recognizing a
 * token</i> without its SHA-256 takes 128 bits of a hash that nobody sees. <i>Over-long texts</i> are unknown before anything
 * is hashed.
 *
 * <p>What a change costs. A path of a few kilobytes is copied for each row that differs. Beyond that, where a delta tells
 * what a workspace was before ({@link WorkspaceRevision}):
 *
 * <ul>
 *   <li>a grant of a member or a team on a device: a copy of that holder's array of grants, 6 bytes each, and nothing for
 *       the others; for a member of one workspace only also the page of memberships in which it stands; for a team also the
 *       words of the device, for which each team of the workspace is asked once, or the grants of all of them are looked
 *       through where that is less; in a workspace in which someone is in many teams the row of the device there; and where a
 *       list has asked for bits ({@link GrantBits}) a copy of those of each code that is concerned;
 *   <li>a grant on a product or on all devices, workspace permissions, a membership's window: the row of that holder. No
 *       grant is multiplied out over devices, no team over members;
 *   <li>a member that comes, goes or is in other teams: its row, and a copy of the workspace's array of members, 4 bytes each,
 *       unless he stays; whoever changes a team's members pays for a look at all teams
 *       of the workspace for each of them;
 *   <li>a token: its words and its principal's row; a device: its words, 16 KB copied with each page of them, a copy of the workspace's array of device numbers and a look through it
 *       ({@link PresentDevices}); a claim: the same, and the workspace's claims; an API user: its row, that as a member, and a copy of the array of API users;
 *   <li>a workspace that is suspended or renamed: its row; one that changes its organization: also the organizations;
 *   <li>a product or a team that comes or goes, and another nesting of teams: the whole workspace, since numbers shift or many
 *       members change. So does a workspace of which the delta does not tell what it was. Another catalogue: everything.
 * </ul>
 *
 * Rows of principals and devices differ only if they themselves are other than before or have come to, or gone from, a
 * workspace.
 *
 * <p>Invariant: whatever a row names by number is there, and names it in turn where the drawing says so.
 */
final class Rows {

    final Family family;
    final GrantCodes codes;
    final IdTable<PrincipalRow> principals;
    final DeviceTable devices;
    final IdTable<WorkspaceRow> workspaces;
    final IdTable<OrganizationRow> organizations;
    final TokenTable tokens;

    /** By the number of a principal that is a member of one workspace only, that membership. */
    final PagedArray<MemberRow> onlyMemberships;

    Rows(
            Family family,
            GrantCodes codes,
            IdTable<PrincipalRow> principals,
            DeviceTable devices,
            IdTable<WorkspaceRow> workspaces,
            IdTable<OrganizationRow> organizations,
            TokenTable tokens,
            PagedArray<MemberRow> onlyMemberships) {
        this.family = family;
        this.codes = codes;
        this.principals = principals;
        this.devices = devices;
        this.workspaces = workspaces;
        this.organizations = organizations;
        this.tokens = tokens;
        this.onlyMemberships = onlyMemberships;
    }

    /** Nothing, the beginning of a family of its own. */
    static Rows empty() {
        Family family = new Family();
        return new Rows(
                family,
                GrantCodes.none(family),
                IdTable.empty(family.hash),
                DeviceTable.empty(family.hash),
                IdTable.empty(family.hash),
                IdTable.empty(family.hash),
                TokenTable.empty(family.hash),
                PagedArray.empty());
    }

    /**
     * The membership of a principal in a workspace, or null. Most principals have but one: theirs is found without a look into
     * the workspace, so that it is on its way from memory while the device is still being looked for.
     */
    @Nullable
    MemberRow membership(int principal, WorkspaceRow workspace) {
        MemberRow only = onlyMemberships.get(principal);
        if (only == null) {
            return workspace.members.get(principal);
        }
        return only.workspace == workspace.number ? only : null;
    }

    /** Begins to look for the membership of the principal to whom a token most likely belongs. */
    void begin(NarrowText token) {
        MemberRow only = onlyMemberships.get(token.principal);
        token.hint = only == null ? Numbers.NOTHING : only.workspace;
    }

    WorkspaceRow workspace(PresenceRow presence) {
        return workspace(presence.workspace);
    }

    /** The workspace with this number, which is there. Any table's row would be looked at twice to tell its kind. */
    WorkspaceRow workspace(int number) {
        WorkspaceRow workspace = workspaces.rows.get(number);
        if (workspace == null) {
            throw RowTable.notThere(number);
        }
        return workspace;
    }

    /** The i-th presence of a device, the owning one first. */
    PresenceRow presence(DeviceRow device, int i) {
        if (i == 0) {
            return device.owning;
        }
        return claim(workspace(device.workspace(i)), device.number);
    }

    /** The presence of a device that the workspace has claimed. */
    static PresenceRow claim(WorkspaceRow workspace, int device) {
        PresenceRow claim = workspace.claims.on(device);
        if (claim == null) {
            throw new IllegalStateException("Defect in the index: a device names a claim that is not there");
        }
        return claim;
    }

    /** The device's presence in one workspace, or null. */
    @Nullable
    PresenceRow presence(DeviceRow device, WorkspaceRow workspace) {
        return device.owning.workspace == workspace.number ? device.owning : workspace.claims.on(device.number);
    }

    boolean isSuspendedOrItsOwner(DeviceRow device) {
        return device.suspended || workspace(device.owning).suspended;
    }

    /** Every workspace with which the principal may have a relationship, by id. */
    Collection<WorkspaceRow> workspacesOf(PrincipalRow principal) {
        if (principal.owns.length == 0 && principal.memberOf.length == 1) {
            return List.of(workspace(principal.memberOf[0]));
        }
        TreeMap<WorkspaceId, WorkspaceRow> found = new TreeMap<>();
        for (int number : principal.memberOf) {
            WorkspaceRow workspace = workspace(number);
            found.put(workspace.id, workspace);
        }
        for (int organization : principal.owns) {
            for (int number : organizations.row(organization).workspaces) {
                WorkspaceRow workspace = workspace(number);
                found.put(workspace.id, workspace);
            }
        }
        return found.values();
    }
}
