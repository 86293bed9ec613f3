package io.doorward.store;

import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PolicyEditor;
import io.doorward.model.PublicLink;
import io.doorward.model.Revision;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceEditor;
import io.doorward.permission.Catalogue;
import io.doorward.problem.InvalidPolicyException;
import org.jspecify.annotations.Nullable;

/** Puts a policy together of the rows of a snapshot, and checks it as a whole. */
final class SnapshotPolicy implements SnapshotVisitor {

    private @Nullable Revision revision;
    private @Nullable PolicyEditor editor;

    @Override
    public void begin(Revision ofAll, Catalogue catalogue) {
        revision = ofAll;
        editor = new PolicyEditor(Policy.builder().catalogue(catalogue).build());
    }

    @Override
    public void user(User user) {
        editor().at("user " + user.id());
        editor().put(user);
    }

    @Override
    public void organization(Organization organization) {
        editor().at("organization " + organization.id());
        editor().put(organization);
    }

    @Override
    public void workspace(Workspace workspace) {
        editor().at("workspace " + workspace.id());
        WorkspaceEditor copy = editor().createWorkspace(workspace.id());
        copy.rename(workspace.name(), workspace.slug());
        copy.moveTo(workspace.organization());
        copy.suspend(workspace.suspended());
        workspace.products().values().forEach(copy::put);
        workspace.devices().values().forEach(copy::put);
        workspace.claims().values().forEach(copy::put);
        workspace.offers().values().forEach(copy::put);
        workspace.apiUsers().values().forEach(copy::put);
        workspace.members().values().forEach(copy::put);
        workspace.teams().values().forEach(copy::put);
        workspace.invites().values().forEach(copy::put);
    }

    @Override
    public void publicLink(PublicLink link) {
        editor().at("public link " + link.id());
        editor().put(link);
    }

    Policy toPolicy() {
        if (revision == null) {
            throw new StoreException("The source gave a snapshot without its beginning.", null, false);
        }
        try {
            return editor().finish(revision);
        } catch (InvalidPolicyException e) {
            throw new StoreException(
                    "What the source keeps is no policy at revision " + revision + "; mend it there. " + e.getMessage(),
                    e,
                    false);
        }
    }

    private PolicyEditor editor() {
        if (editor == null) {
            throw new StoreException("The source gave rows before the beginning of the snapshot.", null, false);
        }
        return editor;
    }
}
