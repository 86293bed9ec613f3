package io.doorward.json;

import io.doorward.document.Shape;
import io.doorward.model.TokenBuilder;
import io.doorward.token.TokenHash;
import java.util.function.Consumer;

/** Reads the tokens of a principal. */
final class TokenReader {

    private static final Shape SHAPE = Shape.of(
                    "a token", "name", "sha256", "token", "revokedAt", "notBefore", "expiresAt")
            .secret();

    private TokenReader() {}

    /** How the builder of a principal is told of a token. */
    interface Setter<B> {

        Object token(B principal, TokenHash hash, Consumer<TokenBuilder> details);
    }

    static <B> void readAll(PolicyInput in, Details<B> principal, Setter<B> setter) {
        in.each(SHAPE, row -> {
            HashReader hash = new HashReader(in);
            Details<TokenBuilder> details = new Details<>();
            details.set(row.position(), TokenBuilder::at);
            while (row.next()) {
                switch (row.key()) {
                    case "name" -> details.set(in.text(), TokenBuilder::name);
                    case "sha256" -> hash.readSha256();
                    case "token" -> hash.readToken();
                    case "revokedAt" -> details.set(in.instant(), TokenBuilder::revokedAt);
                    case "notBefore" -> details.set(in.instant(), TokenBuilder::notBefore);
                    default -> details.set(in.instant(), TokenBuilder::expiresAt);
                }
            }
            TokenHash known = hash.of(row, "A token");
            principal.add(builder -> setter.token(builder, known, details));
        });
    }
}
