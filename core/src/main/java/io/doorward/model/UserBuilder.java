package io.doorward.model;

import io.doorward.token.TokenHash;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes a user. Not thread-safe. */
public final class UserBuilder extends RowBuilder<UserBuilder> {

    private final PrincipalDraft principal = new PrincipalDraft(this);
    private @Nullable String email;

    UserBuilder(String id) {
        super(null, "user", id);
    }

    /** The user's e-mail address; unique among users. */
    public UserBuilder email(String email) {
        this.email = email;
        return this;
    }

    /** What people call the user. */
    public UserBuilder name(String name) {
        principal.name = name;
        return this;
    }

    /** Whether everything is denied to the user. */
    public UserBuilder suspended(boolean suspended) {
        principal.suspended = suspended;
        return this;
    }

    /** Adds a personal token. */
    public UserBuilder token(TokenHash hash) {
        return token(hash, token -> {});
    }

    /** Adds a personal token with a name, a window or a date of revocation. */
    public UserBuilder token(TokenHash hash, Consumer<TokenBuilder> details) {
        principal.token(hash, details);
        return this;
    }

    @Nullable
    String email() {
        return email;
    }

    User build(PrincipalId id, Problems problems, TokenHashes hashes) {
        Labels.checkKey(this, "e-mail address", email, problems);
        return new User(id, email, principal.name, principal.suspended, principal.tokens(problems, hashes));
    }
}
