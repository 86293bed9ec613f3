package io.doorward.follow;

import static java.util.Objects.requireNonNull;

import io.doorward.index.Index;
import io.doorward.index.IndexBuilder;
import io.doorward.model.Organization;
import io.doorward.model.PublicLink;
import io.doorward.model.Revision;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.permission.Catalogue;
import io.doorward.store.PolicySource;
import io.doorward.store.SnapshotVisitor;
import org.jspecify.annotations.Nullable;

/** Compiles what a source holds, row by row as it comes, without the policy as a whole. */
final class Snapshot implements SnapshotVisitor {

    private @Nullable Revision revision;
    private @Nullable IndexBuilder builder;

    private Snapshot() {}

    static Index of(PolicySource source) {
        Snapshot snapshot = new Snapshot();
        source.snapshot(snapshot);
        return snapshot.builder().build(requireNonNull(snapshot.revision));
    }

    @Override
    public void begin(Revision ofAll, Catalogue catalogue) {
        revision = ofAll;
        builder = new IndexBuilder(catalogue);
    }

    @Override
    public void user(User user) {
        builder().user(user);
    }

    @Override
    public void organization(Organization organization) {
        builder().organization(organization);
    }

    @Override
    public void workspace(Workspace workspace) {
        builder().workspace(workspace);
    }

    @Override
    public void publicLink(PublicLink link) {
        builder().publicLink(link);
    }

    private IndexBuilder builder() {
        return requireNonNull(builder, "the source gave rows before it said what revision they are of");
    }
}
