package io.doorward.permission;

import com.google.common.collect.ImmutableList;
import io.doorward.problem.Place;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What an action on a device takes. Nothing said: any live grant on the device. For one thread at a
 * time; names are checked when the catalogue is built.
 */
public final class DeviceActionBuilder {

    private final ActionDraft draft;

    DeviceActionBuilder(ActionDraft draft) {
        this.draft = draft;
    }

    /** It takes these device permissions, besides those said before. */
    public DeviceActionBuilder device(String... permissions) {
        return device(ImmutableList.copyOf(permissions));
    }

    /** It takes these device permissions, besides those said before. */
    public DeviceActionBuilder device(Collection<String> permissions) {
        draft.need(Scope.DEVICE, permissions);
        return this;
    }

    /** It takes these workspace permissions, besides those said before. */
    public DeviceActionBuilder workspace(String... permissions) {
        return workspace(ImmutableList.copyOf(permissions));
    }

    /** It takes these workspace permissions, besides those said before. */
    public DeviceActionBuilder workspace(Collection<String> permissions) {
        draft.need(Scope.WORKSPACE, permissions);
        return this;
    }

    /** The right must come through the workspace that owns the device, not through a claim. */
    public DeviceActionBuilder owningWorkspaceOnly() {
        draft.setOwningWorkspaceOnly();
        return this;
    }

    /** Where this action is written, for problems; null if there is no place to name. */
    public DeviceActionBuilder at(@Nullable Place place) {
        draft.setPlace(place);
        return this;
    }
}
