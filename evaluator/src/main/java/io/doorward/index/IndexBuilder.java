package io.doorward.index;

import io.doorward.model.Organization;
import io.doorward.model.PublicLink;
import io.doorward.model.Revision;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.permission.Catalogue;

/**
 * Compiles an index from rows that come one by one, as a source streams them: nothing but the compiled rows is kept. A row
 * may name others that come later. For one thread, and for one index.
 */
public final class IndexBuilder {

    private final Catalogue catalogue;
    private final IndexDraft draft;

    /** Starts an index whose sets of permissions are read by this catalogue. */
    public IndexBuilder(Catalogue catalogue) {
        this.catalogue = catalogue;
        draft = new IndexDraft(Rows.empty(), catalogue);
    }

    /** Adds a user. */
    public IndexBuilder user(User user) {
        draft.put(user);
        return this;
    }

    /** Adds an organization. */
    public IndexBuilder organization(Organization organization) {
        draft.put(organization);
        return this;
    }

    /** Adds a workspace with all that belongs to it. */
    public IndexBuilder workspace(Workspace workspace) {
        draft.put(workspace);
        return this;
    }

    /** Adds a public link. */
    public IndexBuilder publicLink(PublicLink link) {
        draft.put(link);
        return this;
    }

    /**
     * The index of all that came. O(n log n) in its rows together with what came before.
     *
     * @param revision which state of the policy this is
     * @throws IllegalArgumentException if a row named something that did not come
     */
    public Index build(Revision revision) {
        return new Index(revision, catalogue, draft.freeze());
    }
}
