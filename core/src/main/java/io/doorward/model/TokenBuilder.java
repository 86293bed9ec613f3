package io.doorward.model;

import io.doorward.token.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Describes a token. Not thread-safe. */
public final class TokenBuilder extends WindowedBuilder<TokenBuilder> {

    private final TokenHash hash;
    private @Nullable String name;
    private @Nullable Instant revokedAt;

    TokenBuilder(RowBuilder<?> parent, TokenHash hash) {
        super(parent, "token", "");
        this.hash = hash;
    }

    /** What people call the token. */
    public TokenBuilder name(String name) {
        this.name = name;
        return this;
    }

    /** Marks the token as revoked at this instant; it is denied whatever instant is asked about. */
    public TokenBuilder revokedAt(Instant instant) {
        revokedAt = instant;
        return this;
    }

    Token build(Problems problems, TokenHashes hashes) {
        hashes.claim(hash, this);
        Labels.check(this, "name", name, problems);
        if (Window.isOutOfRange(revokedAt)) {
            problems.add(this, "revokedAt of the " + whatAndWhere() + " must lie in the years 0001 to 9999");
        }
        return new Token(hash, name, window(problems), revokedAt);
    }
}
