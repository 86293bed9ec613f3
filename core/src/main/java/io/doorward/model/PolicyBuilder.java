package io.doorward.model;

import io.doorward.permission.Catalogue;
import io.doorward.problem.InvalidPolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Describes a policy, in any order; nothing is checked before {@link #build()}, which then names every problem at once.
 *
 * <p>Ids and names are strings here, as they come from a form or a file; whatever is wrong with them is reported like
 * everything else. Not thread-safe.
 */
public final class PolicyBuilder {

    final List<UserBuilder> users = new ArrayList<>();
    final List<OrganizationBuilder> organizations = new ArrayList<>();
    final List<WorkspaceBuilder> workspaces = new ArrayList<>();
    final List<PublicLinkBuilder> publicLinks = new ArrayList<>();

    private Revision revision = Revision.NONE;
    private Catalogue catalogue = Catalogue.defaults();
    private Catalogue.@Nullable Builder catalogueInTheMaking;

    PolicyBuilder() {}

    /** The state that this is; {@link Revision#NONE} unless a store says otherwise. */
    public PolicyBuilder revision(Revision revision) {
        this.revision = revision;
        return this;
    }

    /** The permissions and actions; the default catalogue unless set. */
    public PolicyBuilder catalogue(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogueInTheMaking = null;
        return this;
    }

    /** The permissions and actions, described here; its problems are reported together with those of the policy. */
    public PolicyBuilder catalogue(Consumer<Catalogue.Builder> details) {
        catalogueInTheMaking = Catalogue.builder();
        details.accept(catalogueInTheMaking);
        return this;
    }

    /** Adds a user. */
    public PolicyBuilder user(String id) {
        return user(id, user -> {});
    }

    /** Adds a user. */
    public PolicyBuilder user(String id, Consumer<UserBuilder> details) {
        return add(users, new UserBuilder(id), details);
    }

    /** Adds an organization. */
    public PolicyBuilder organization(String id, Consumer<OrganizationBuilder> details) {
        return add(organizations, new OrganizationBuilder(id), details);
    }

    /** Adds a workspace. */
    public PolicyBuilder workspace(String id, Consumer<WorkspaceBuilder> details) {
        return add(workspaces, new WorkspaceBuilder(id), details);
    }

    /** Adds a public link. */
    public PolicyBuilder publicLink(String id, Consumer<PublicLinkBuilder> details) {
        return add(publicLinks, new PublicLinkBuilder(id), details);
    }

    /**
     * Checks all that was described and makes the policy. O(n log n) in what was described.
     *
     * @throws InvalidPolicyException with every problem, if there is any
     */
    public Policy build() {
        return new PolicyAssembler(this).assemble();
    }

    Revision revision() {
        return revision;
    }

    /** The catalogue, or null after its problems were added. */
    @Nullable
    Catalogue catalogue(Problems problems) {
        if (catalogueInTheMaking == null) {
            return catalogue;
        }
        try {
            return catalogueInTheMaking.build();
        } catch (InvalidPolicyException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private <T> PolicyBuilder add(List<T> rows, T row, Consumer<? super T> details) {
        details.accept(row);
        rows.add(row);
        return this;
    }
}
