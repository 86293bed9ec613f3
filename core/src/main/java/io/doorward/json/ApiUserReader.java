package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.ApiUserBuilder;
import io.doorward.model.WorkspaceBuilder;

/** Reads an API user. */
final class ApiUserReader {

    static final Shape SHAPE = Shape.of("an API user", "id!", "name", "suspended", "tokens");

    private ApiUserReader() {}

    static void read(PolicyInput in, ObjectWalk row, Details<WorkspaceBuilder> workspace) {
        Details<ApiUserBuilder> details = new Details<>();
        details.set(row.position(), ApiUserBuilder::at);
        String id = null;
        while (row.next()) {
            switch (row.key()) {
                case "id" -> id = in.id();
                case "name" -> details.set(in.text(), ApiUserBuilder::name);
                case "suspended" -> details.set(in.bool(), ApiUserBuilder::suspended);
                default -> TokenReader.readAll(in, details, ApiUserBuilder::token);
            }
        }
        String known = PolicyInput.idOr(id, row.position());
        workspace.add(builder -> builder.apiUser(known, details));
    }
}
