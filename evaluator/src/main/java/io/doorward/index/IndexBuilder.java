package io.doorward.index;

import io.doorward.model.Organization;
import io.doorward.model.PublicLink;
import io.doorward.model.Revision;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.permission.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * Compiles an index from rows that come one by one, as a source streams them: nothing but the compiled rows is kept. A row
 * may name others that come later. For one thread, and for one index.
 */
public final class IndexBuilder {

    private final Catalogue catalogue;
    private final IndexDraft draft;
    private final @Nullable Unseen unseen;

    /** Starts an index whose sets of permissions are read by this catalogue. */
    public IndexBuilder(Catalogue catalogue) {
        this.catalogue = catalogue;
        draft = draft(Rows.empty(), catalogue);
        unseen = null;
    }

    /**
     * Goes on from an index of the same source: the things that come again are the same as there, so that handles stay good
     * for them and for nothing else; what does not come again is gone.
     */
    public IndexBuilder(Index before, Catalogue catalogue) {
        this.catalogue = catalogue;
        draft = draft(before.rows(), catalogue);
        unseen = new Unseen(before.rows());
    }

    /** Every grant is compiled anew, and no code of a former catalogue stays. */
    private static IndexDraft draft(Rows before, Catalogue catalogue) {
        return new IndexDraft(before, catalogue, GrantCodes.none(before.family), step -> {});
    }

    /** Adds a user. */
    public IndexBuilder user(User user) {
        draft.put(user);
        if (unseen != null) {
            unseen.users.remove(user.id());
        }
        return this;
    }

    /** Adds an organization. */
    public IndexBuilder organization(Organization organization) {
        draft.put(organization);
        if (unseen != null) {
            unseen.organizations.remove(organization.id());
        }
        return this;
    }

    /** Adds a workspace with all that belongs to it. */
    public IndexBuilder workspace(Workspace workspace) {
        draft.put(workspace, null);
        if (unseen != null) {
            unseen.workspaces.remove(workspace.id());
        }
        return this;
    }

    /** Adds a public link. */
    public IndexBuilder publicLink(PublicLink link) {
        draft.put(link);
        if (unseen != null) {
            unseen.links.remove(link.id());
        }
        return this;
    }

    /**
     * The index of all that came. O(n log n) in its rows together with what came before.
     *
     * @param revision which state of the policy this is
     * @throws IllegalArgumentException if a row named something that did not come
     */
    public Index build(Revision revision) {
        if (unseen != null) {
            unseen.remove(draft);
        }
        return new Index(revision, catalogue, draft.freeze());
    }
}
