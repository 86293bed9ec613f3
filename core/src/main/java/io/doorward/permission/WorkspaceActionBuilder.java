package io.doorward.permission;

import com.google.common.collect.ImmutableList;
import io.doorward.problem.Place;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What an action on a workspace takes. Nothing said: any relationship with the workspace. For one
 * thread at a time; names are checked when the catalogue is built.
 */
public final class WorkspaceActionBuilder {

    private final ActionDraft draft;

    WorkspaceActionBuilder(ActionDraft draft) {
        this.draft = draft;
    }

    /** It takes these workspace permissions, besides those said before. */
    public WorkspaceActionBuilder workspace(String... permissions) {
        return workspace(ImmutableList.copyOf(permissions));
    }

    /** It takes these workspace permissions, besides those said before. */
    public WorkspaceActionBuilder workspace(Collection<String> permissions) {
        draft.need(Scope.WORKSPACE, permissions);
        return this;
    }

    /** Where this action is written, for problems; null if there is no place to name. */
    public WorkspaceActionBuilder at(@Nullable Place place) {
        draft.setPlace(place);
        return this;
    }
}
