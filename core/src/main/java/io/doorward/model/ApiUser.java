package io.doorward.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token-only account bound to one workspace, in which it is a member even where no member row says so.
 *
 * @param id unique among all principals
 * @param name what people call it, or null
 * @param suspended whether everything is denied to it
 * @param tokens its tokens, by hash
 */
public record ApiUser(PrincipalId id, @Nullable String name, boolean suspended, List<Token> tokens) {

    /** Copies the list. */
    public ApiUser {
        tokens = List.copyOf(tokens);
    }
}
