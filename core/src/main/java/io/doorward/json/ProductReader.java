package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.ProductBuilder;
import io.doorward.model.WorkspaceBuilder;

/** Reads a product. */
final class ProductReader {

    static final Shape SHAPE = Shape.of("a product", "id!", "name");

    private ProductReader() {}

    static void read(PolicyInput in, ObjectWalk row, Details<WorkspaceBuilder> workspace) {
        Details<ProductBuilder> details = new Details<>();
        details.set(row.position(), ProductBuilder::at);
        String id = null;
        while (row.next()) {
            if (row.key().equals("id")) {
                id = in.id();
            } else {
                details.set(in.text(), ProductBuilder::name);
            }
        }
        String known = PolicyInput.idOr(id, row.position());
        workspace.add(builder -> builder.product(known, details));
    }
}
