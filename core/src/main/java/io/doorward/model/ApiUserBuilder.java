package io.doorward.model;

import io.doorward.token.TokenHash;
import java.util.function.Consumer;

/**
 * Describes an API user. Permissions, grants or a window given here make its member row, for which there is then no other
 * one. Not thread-safe.
 */
public final class ApiUserBuilder extends RightsBuilder<ApiUserBuilder> {

    private final PrincipalDraft principal = new PrincipalDraft(this);

    ApiUserBuilder(WorkspaceBuilder workspace, String id) {
        super(workspace, "API user", id);
    }

    /** What people call the API user. */
    public ApiUserBuilder name(String name) {
        principal.name = name;
        return this;
    }

    /** Whether everything is denied to the API user. */
    public ApiUserBuilder suspended(boolean suspended) {
        principal.suspended = suspended;
        return this;
    }

    /** Adds a token. */
    public ApiUserBuilder token(TokenHash hash) {
        return token(hash, token -> {});
    }

    /** Adds a token with a name, a window or a date of revocation. */
    public ApiUserBuilder token(TokenHash hash, Consumer<TokenBuilder> details) {
        principal.token(hash, details);
        return this;
    }

    boolean makesMember() {
        return hasRights() || hasWindow();
    }

    ApiUser build(PrincipalId id, Problems problems, TokenHashes hashes) {
        return new ApiUser(id, principal.name, principal.suspended, principal.tokens(problems, hashes));
    }
}
