package io.doorward.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.model.ApiUser;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.User;
import java.util.List;

/** Principals and their tokens as rows of a document. */
final class PrincipalRows {

    private PrincipalRows() {}

    static ObjectNode of(User user) {
        ObjectNode row = Rows.row();
        Rows.text(row, "id", user.id());
        Rows.text(row, "email", user.email());
        Rows.text(row, "name", user.name());
        Rows.flag(row, "suspended", user.suspended());
        Rows.list(row, "tokens", tokens(user.tokens()));
        return row;
    }

    static ObjectNode of(ApiUser user) {
        ObjectNode row = Rows.row();
        Rows.text(row, "id", user.id());
        Rows.text(row, "name", user.name());
        Rows.flag(row, "suspended", user.suspended());
        Rows.list(row, "tokens", tokens(user.tokens()));
        return row;
    }

    static ObjectNode of(PublicLink link) {
        ObjectNode row = Rows.row();
        Rows.text(row, "id", link.id());
        Rows.text(row, "device", link.device());
        Rows.text(row, "mode", link.mode());
        Rows.flag(row, "suspended", link.suspended());
        Rows.list(row, "tokens", tokens(link.tokens()));
        return row;
    }

    private static ArrayNode tokens(List<Token> tokens) {
        ArrayNode list = Rows.list();
        tokens.forEach(token -> list.add(of(token)));
        return list;
    }

    private static ObjectNode of(Token token) {
        ObjectNode row = Rows.row();
        Rows.text(row, "name", token.name());
        Rows.text(row, "sha256", token.hash().hex());
        Rows.instant(row, "revokedAt", token.revokedAt());
        Rows.window(row, token.window());
        return row;
    }
}
