package io.doorward.change;

import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.model.ApiUser;
import io.doorward.model.Identifiers;
import io.doorward.model.PolicyEditor;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceEditor;
import io.doorward.problem.Problem;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How tokens change, whoever has them. */
final class TokenVerbs {

    private TokenVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateToken.class, TokenVerbs::create)
                .on(RotateToken.class, TokenVerbs::rotate)
                .on(RevokeToken.class, TokenVerbs::revoke);
    }

    private static void create(CreateToken change, Edit edit) {
        checkName(change.name(), edit);
        boolean found = edit(
                change.principal(),
                edit.policy(),
                tokens -> plus(tokens, new Token(change.hash(), change.name(), change.window(), null)));
        if (!found) {
            edit.problem("There is no principal " + Edit.quoted(change.principal()) + ".");
        }
    }

    private static void rotate(RotateToken change, Edit edit) {
        change(change.old(), edit, (token, tokens) -> {
            Instant end = change.oldExpiresAt();
            if (end.isBefore(edit.now())) {
                edit.problem(
                        "The old token would end in the past, at " + end + "; let it end now or later, or revoke it.");
                return tokens;
            }
            Window window = token.window();
            if (window.expiresAt() != null && window.expiresAt().isBefore(end)) {
                end = window.expiresAt();
            }
            if (window.notBefore() != null && !window.notBefore().isBefore(end)) {
                edit.problem("The old token would end, at " + end + ", before it begins; revoke it instead.");
                return tokens;
            }
            Token ending = new Token(token.hash(), token.name(), Window.of(window.notBefore(), end), null);
            Token next = new Token(change.hash(), token.name(), change.window(), null);
            return plus(plus(without(tokens, token), ending), next);
        });
    }

    private static void revoke(RevokeToken change, Edit edit) {
        change(
                change.hash(),
                edit,
                (token, tokens) -> plus(
                        without(tokens, token), new Token(token.hash(), token.name(), token.window(), edit.now())));
    }

    private interface OfToken {
        List<Token> apply(Token token, List<Token> tokens);
    }

    /** Changes a token that must be there and not revoked. */
    private static void change(TokenHash hash, Edit edit, OfToken change) {
        PrincipalId holder = edit.policy().holder(hash).orElse(null);
        if (holder == null) {
            edit.problem("There is no such token.");
            return;
        }
        edit(holder, edit.policy(), tokens -> {
            Token token = tokens.stream()
                    .filter(one -> one.hash().equals(hash))
                    .findFirst()
                    .orElseThrow();
            if (token.revokedAt() != null) {
                edit.problem("The token was revoked already, at " + token.revokedAt() + ".");
                return tokens;
            }
            return change.apply(token, tokens);
        });
    }

    /** Gives a principal of whatever kind other tokens; says whether there is such a principal. */
    static boolean edit(PrincipalId principal, PolicyEditor policy, UnaryOperator<List<Token>> change) {
        User user = policy.users().get(principal);
        PublicLink link = policy.publicLinks().get(principal);
        WorkspaceEditor home = policy.home(principal);
        if (user != null) {
            policy.put(new User(user.id(), user.email(), user.name(), user.suspended(), change.apply(user.tokens())));
        } else if (link != null) {
            policy.put(new PublicLink(
                    link.id(), link.device(), link.mode(), link.suspended(), change.apply(link.tokens())));
        } else if (home != null) {
            ApiUser apiUser = home.apiUsers().get(principal);
            if (apiUser != null) {
                home.put(
                        new ApiUser(apiUser.id(), apiUser.name(), apiUser.suspended(), change.apply(apiUser.tokens())));
            }
        } else {
            return false;
        }
        return true;
    }

    private static void checkName(@Nullable String name, Edit edit) {
        if (name != null && !name.isEmpty() && !Identifiers.isId(name)) {
            edit.problem("The name " + Problem.quoted(name)
                    + " of the token is longer than 256 bytes, or has control characters; choose another one.");
        }
    }

    /** Tokens stand in the order of their hashes, so that equal policies are equal however they came about. */
    private static List<Token> plus(List<Token> tokens, Token token) {
        List<Token> more = new ArrayList<>(tokens);
        more.add(token);
        more.sort(Comparator.comparing(Token::hash));
        return more;
    }

    private static List<Token> without(List<Token> tokens, Token token) {
        return tokens.stream().filter(one -> !one.equals(token)).toList();
    }
}
