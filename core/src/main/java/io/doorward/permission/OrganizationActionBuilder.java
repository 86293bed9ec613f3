package io.doorward.permission;

import com.google.common.collect.ImmutableList;
import io.doorward.problem.Place;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What an action on an organization takes. Nothing said: being an admin or the owner. For one
 * thread at a time; names are checked when the catalogue is built.
 */
public final class OrganizationActionBuilder {

    private final ActionDraft draft;

    OrganizationActionBuilder(ActionDraft draft) {
        this.draft = draft;
    }

    /** It takes these organization permissions, besides those said before. */
    public OrganizationActionBuilder organization(String... permissions) {
        return organization(ImmutableList.copyOf(permissions));
    }

    /** It takes these organization permissions, besides those said before. */
    public OrganizationActionBuilder organization(Collection<String> permissions) {
        draft.need(Scope.ORGANIZATION, permissions);
        return this;
    }

    /** Only the owner may do it, whatever permissions an admin holds. */
    public OrganizationActionBuilder ownerOnly() {
        draft.setOwnerOnly();
        return this;
    }

    /** Where this action is written, for problems; null if there is no place to name. */
    public OrganizationActionBuilder at(@Nullable Place place) {
        draft.setPlace(place);
        return this;
    }
}
