package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.UserBuilder;

/** Reads a user. */
final class UserReader {

    static final Shape SHAPE = Shape.of("a user", "id!", "email", "name", "suspended", "tokens");

    private UserReader() {}

    static void read(PolicyInput in, ObjectWalk row, PolicyBuilder policy) {
        Details<UserBuilder> details = new Details<>();
        details.set(row.position(), UserBuilder::at);
        String id = null;
        while (row.next()) {
            switch (row.key()) {
                case "id" -> id = in.id();
                case "email" -> details.set(in.text(), UserBuilder::email);
                case "name" -> details.set(in.text(), UserBuilder::name);
                case "suspended" -> details.set(in.bool(), UserBuilder::suspended);
                default -> TokenReader.readAll(in, details, UserBuilder::token);
            }
        }
        policy.user(PolicyInput.idOr(id, row.position()), details);
    }
}
