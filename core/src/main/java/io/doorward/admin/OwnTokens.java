package io.doorward.admin;

import io.doorward.change.Actor;
import io.doorward.change.Transition;
import io.doorward.model.PrincipalId;
import io.doorward.model.Token;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens that somebody who acts with a token makes for himself: none ends later than that one. */
final class OwnTokens {

    private OwnTokens() {}

    static List<Problem> problems(Transition transition, Actor actor, Places places) {
        PrincipalId principal = actor.principal();
        Token acting = principal == null || actor.token() == null
                ? null
                : Identity.token(principal, actor.token(), transition.before()).orElse(null);
        Instant end = acting == null ? null : acting.window().expiresAt();
        if (principal == null || end == null) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (Token token : Identity.tokens(principal, transition.after())) {
            Token old =
                    Identity.token(principal, token.hash(), transition.before()).orElse(null);
            if (token.revokedAt() == null
                    && isLater(token.window().expiresAt(), end)
                    && (old == null
                            || isLater(token.window().expiresAt(), old.window().expiresAt()))) {
                problems.add(new Problem(
                        places.of(RowKey.token(token.hash())),
                        "A token that you make for yourself must end by " + end
                                + ", as the token does that you act with."));
            }
        }
        return problems;
    }

    /** Null is no end. */
    private static boolean isLater(@Nullable Instant end, @Nullable Instant than) {
        return than != null && (end == null || end.isAfter(than));
    }
}
