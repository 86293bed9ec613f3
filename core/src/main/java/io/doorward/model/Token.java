package io.doorward.model;

import io.doorward.token.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a principal, as far as it is known here: only its hash. It is live while its window contains the instant
 * asked about and it has not been revoked.
 *
 * @param hash the SHA-256 of the secret
 * @param name what people call it, or null
 * @param window when it is valid
 * @param revokedAt when it was revoked, or null; a revoked token is revoked whatever instant is asked about
 */
public record Token(
        TokenHash hash,
        @Nullable String name,
        Window window,
        @Nullable Instant revokedAt) {}
