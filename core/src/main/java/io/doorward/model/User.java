package io.doorward.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person: member of any number of workspaces, admin or owner of any number of organizations.
 *
 * @param id unique among all principals
 * @param email unique among users, compared exactly; or null
 * @param name what people call it, or null
 * @param suspended whether everything is denied to it
 * @param tokens its personal tokens, by hash
 */
public record User(
        PrincipalId id, @Nullable String email, @Nullable String name, boolean suspended, List<Token> tokens) {

    /** Copies the list. */
    public User {
        tokens = List.copyOf(tokens);
    }
}
