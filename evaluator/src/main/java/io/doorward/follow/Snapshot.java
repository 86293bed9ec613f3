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

    private final @Nullable Index before;
    private @Nullable Revision revision;
    private @Nullable IndexBuilder builder;

    private Snapshot(@Nullable Index before) {
        this.before = before;
    }

    /**
     * The index of what the source holds now.
     *
     * @param before the index that it follows on, whose handles are to stay good for what is still there; or null
     */
    static Index of(PolicySource source, @Nullable Index before) {
        Snapshot snapshot = new Snapshot(before);
        source.snapshot(snapshot);
        return snapshot.builder().build(requireNonNull(snapshot.revision));
    }

    @Override
    public void begin(Revision ofAll, Catalogue catalogue) {
        revision = ofAll;
        builder = before == null ? new IndexBuilder(catalogue) : new IndexBuilder(before, catalogue);
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
