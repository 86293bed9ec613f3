package io.doorward.model;

import org.jspecify.annotations.Nullable;

/** A row that an edit touched. */
record Row(@Nullable WorkspaceId workspace, Kind kind, String key) {

    enum Kind {
        USER,
        ORGANIZATION,
        PUBLIC_LINK,
        WORKSPACE,
        PRODUCT,
        DEVICE,
        CLAIM,
        OFFER,
        API_USER,
        MEMBER,
        TEAM,
        INVITE
    }
}
