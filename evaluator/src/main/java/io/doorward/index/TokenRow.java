package io.doorward.index;

import io.doorward.token.TokenHash;

/** A token: whose it is and when it is valid. */
final class TokenRow {

    final TokenHash hash;
    final PrincipalRow principal;
    final boolean revoked;
    final WindowRow window;

    TokenRow(TokenHash hash, PrincipalRow principal, boolean revoked, WindowRow window) {
        this.hash = hash;
        this.principal = principal;
        this.revoked = revoked;
        this.window = window;
    }
}
