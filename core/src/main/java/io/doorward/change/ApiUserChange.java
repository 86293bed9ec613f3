package io.doorward.change;

import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Changes of API users; their tokens are a {@link TokenChange}, their rights those of a member. */
public sealed interface ApiUserChange extends Change {

    /**
     * Adds an API user, which has no token yet.
     *
     * @param workspace in which
     * @param apiUser an id that no principal has
     * @param name what people call it, or null
     * @param access what it holds
     * @param window when its membership is valid
     */
    record CreateApiUser(
            WorkspaceId workspace,
            PrincipalId apiUser,
            @Nullable String name,
            Access access,
            Window window) implements ApiUserChange {}

    /**
     * Gives an API user another name.
     *
     * @param apiUser which
     * @param name what people call it, or null
     */
    record RenameApiUser(PrincipalId apiUser, @Nullable String name) implements ApiUserChange {}

    /**
     * Suspends an API user, or lifts that.
     *
     * @param apiUser which
     * @param suspended whether everything is denied from now on
     */
    record SuspendApiUser(PrincipalId apiUser, boolean suspended) implements ApiUserChange {}

    /**
     * Deletes an API user with its tokens, membership, team memberships, invites and offers.
     *
     * @param apiUser which
     */
    record DeleteApiUser(PrincipalId apiUser) implements ApiUserChange {}
}
