package io.doorward.change;

import io.doorward.model.PrincipalId;
import org.jspecify.annotations.Nullable;

/** Changes of people. They are the host's. */
public sealed interface UserChange extends Change {

    /**
     * Adds a user, who has no token yet.
     *
     * @param user an id that no principal has
     * @param email unique among users, or null
     * @param name what people call it, or null
     */
    record CreateUser(
            PrincipalId user,
            @Nullable String email,
            @Nullable String name) implements UserChange {}

    /**
     * Gives a user another e-mail address and another name, both as they are given here.
     *
     * @param user who
     * @param email unique among users, or null for none
     * @param name what people call it, or null
     */
    record EditUser(
            PrincipalId user,
            @Nullable String email,
            @Nullable String name) implements UserChange {}

    /**
     * Suspends a user, or lifts that.
     *
     * @param user who
     * @param suspended whether everything is denied from now on
     */
    record SuspendUser(PrincipalId user, boolean suspended) implements UserChange {}

    /**
     * Deletes a user with tokens, memberships, admin rows, invites and offers. Refused for who owns an organization.
     *
     * @param user who
     */
    record DeleteUser(PrincipalId user) implements UserChange {}
}
