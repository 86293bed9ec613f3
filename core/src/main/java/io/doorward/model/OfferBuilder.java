package io.doorward.model;

import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes a claim offer. Not thread-safe. */
public final class OfferBuilder extends WindowedBuilder<OfferBuilder> {

    private final TokenHash code;
    private @Nullable List<Permission> ceiling;
    private @Nullable String openedBy;

    OfferBuilder(WorkspaceBuilder workspace, String device, TokenHash code) {
        super(workspace, "offer of device", device);
        this.code = code;
    }

    /** The ceiling of the claim to come; without it, the catalogue's default ceiling. */
    public OfferBuilder ceiling(Permission... permissions) {
        return ceiling(Arrays.asList(permissions));
    }

    /** The ceiling of the claim to come; without it, the catalogue's default ceiling. */
    public OfferBuilder ceiling(Collection<Permission> permissions) {
        ceiling = List.copyOf(permissions);
        return this;
    }

    /** Who opened the offer; without it, the host. */
    public OfferBuilder openedBy(String principal) {
        openedBy = principal;
        return this;
    }

    TokenHash code() {
        return code;
    }

    @Nullable
    List<Permission> ceiling() {
        return ceiling;
    }

    @Nullable
    String openedBy() {
        return openedBy;
    }
}
