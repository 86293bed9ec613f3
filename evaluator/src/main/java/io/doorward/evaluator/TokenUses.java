package io.doorward.evaluator;

import static java.util.Objects.requireNonNull;

import io.doorward.decision.Reason;
import io.doorward.index.Asker;
import io.doorward.model.PrincipalId;
import io.doorward.token.TokenHash;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener of tokens that are used, and keeps its faults away from the answers. */
final class TokenUses {

    private static final Logger LOG = LoggerFactory.getLogger(TokenUses.class);

    private final TokenUseListener listener;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    TokenUses(TokenUseListener listener) {
        this.listener = requireNonNull(listener, "listener");
    }

    void tell(Asker asker, Reason reason) {
        TokenHash token = asker.tokenHash();
        PrincipalId holder = asker.principalId();
        if (token == null || holder == null || !isLive(reason)) {
            return;
        }
        try {
            listener.used(token, holder);
        } catch (RuntimeException e) {
            if (hasFailed.compareAndSet(false, true)) {
                LOG.warn("The listener for the use of tokens failed; later failures are not logged.", e);
            }
        }
    }

    /** Whether the reason says nothing against the token itself. */
    private static boolean isLive(Reason reason) {
        return switch (reason) {
            case UNKNOWN_TOKEN, TOKEN_REVOKED, TOKEN_EXPIRED, STALE -> false;
            default -> true;
        };
    }
}
