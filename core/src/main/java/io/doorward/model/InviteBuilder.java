package io.doorward.model;

import org.jspecify.annotations.Nullable;

/** Describes an invite; its rights and its window are those of the membership to come. Not thread-safe. */
public final class InviteBuilder extends RightsBuilder<InviteBuilder> {

    private @Nullable String invitedBy;

    InviteBuilder(WorkspaceBuilder workspace, String email) {
        super(workspace, "invite", email);
    }

    /** Who invited; without it, the host. */
    public InviteBuilder invitedBy(String principal) {
        invitedBy = principal;
        return this;
    }

    @Nullable
    String invitedBy() {
        return invitedBy;
    }
}
