package io.doorward.model;

import io.doorward.permission.LinkMode;
import io.doorward.token.TokenHash;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes a public link. Not thread-safe. */
public final class PublicLinkBuilder extends RowBuilder<PublicLinkBuilder> {

    private final PrincipalDraft principal = new PrincipalDraft(this);
    private @Nullable String device;
    private @Nullable LinkMode mode;

    PublicLinkBuilder(String id) {
        super(null, "public link", id);
    }

    /** The device that the link leads to; required. */
    public PublicLinkBuilder device(String device) {
        this.device = device;
        return this;
    }

    /** What the link carries; required. */
    public PublicLinkBuilder mode(LinkMode mode) {
        this.mode = mode;
        return this;
    }

    /** Whether everything is denied to the link. */
    public PublicLinkBuilder suspended(boolean suspended) {
        principal.suspended = suspended;
        return this;
    }

    /** Adds a token. */
    public PublicLinkBuilder token(TokenHash hash) {
        return token(hash, token -> {});
    }

    /** Adds a token with a name, a window or a date of revocation. */
    public PublicLinkBuilder token(TokenHash hash, Consumer<TokenBuilder> details) {
        principal.token(hash, details);
        return this;
    }

    @Nullable
    String device() {
        return device;
    }

    @Nullable
    LinkMode mode() {
        return mode;
    }

    PublicLink build(PrincipalId id, DeviceId device, LinkMode mode, Problems problems, TokenHashes hashes) {
        return new PublicLink(id, device, mode, principal.suspended, principal.tokens(problems, hashes));
    }
}
