package io.doorward.evaluator;

import io.doorward.model.PrincipalId;
import io.doorward.token.TokenHash;

/**
 * Hears of the use of tokens. Called by every thread that asks, also at the same time; a host that writes the instant down
 * does so now and then and not for each call.
 */
@FunctionalInterface
public interface TokenUseListener {

    /**
     * A token was used: a question was asked with it, and it was live. The answer may have been no all the same.
     *
     * @param token which
     * @param holder whose it is
     */
    void used(TokenHash token, PrincipalId holder);
}
