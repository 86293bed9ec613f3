package io.doorward.store;

import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PublicLink;
import io.doorward.model.Revision;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.permission.Catalogue;

/**
 * Takes a policy row by row, all of one revision. Called on the thread that reads, one call after the other: first
 * {@link #begin}, then users, organizations, workspaces and public links, each kind in any order. What a method throws ends
 * the reading and reaches whoever reads.
 */
public interface SnapshotVisitor {

    /** What revision this is, and by which catalogue its sets of permissions are read. */
    void begin(Revision revision, Catalogue catalogue);

    /** A user. */
    void user(User user);

    /** An organization. */
    void organization(Organization organization);

    /** A workspace with all that belongs to it. */
    void workspace(Workspace workspace);

    /** A public link. */
    void publicLink(PublicLink link);

    /** Visits a whole policy: for a source that has it at hand. */
    default void visit(Policy policy) {
        begin(policy.revision(), policy.catalogue());
        policy.users().values().forEach(this::user);
        policy.organizations().values().forEach(this::organization);
        policy.workspaces().values().forEach(this::workspace);
        policy.publicLinks().values().forEach(this::publicLink);
    }
}
