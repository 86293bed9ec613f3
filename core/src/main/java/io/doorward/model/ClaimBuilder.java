package io.doorward.model;

import io.doorward.permission.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes a claim. Not thread-safe. */
public final class ClaimBuilder extends RowBuilder<ClaimBuilder> {

    private @Nullable List<Permission> ceiling;

    ClaimBuilder(WorkspaceBuilder workspace, String device) {
        super(workspace, "claim on device", device);
    }

    /** The most that anyone holds on the device here; without it, the catalogue's default ceiling. */
    public ClaimBuilder ceiling(Permission... permissions) {
        return ceiling(Arrays.asList(permissions));
    }

    /** The most that anyone holds on the device here; without it, the catalogue's default ceiling. */
    public ClaimBuilder ceiling(Collection<Permission> permissions) {
        ceiling = List.copyOf(permissions);
        return this;
    }

    @Nullable
    List<Permission> ceiling() {
        return ceiling;
    }
}
