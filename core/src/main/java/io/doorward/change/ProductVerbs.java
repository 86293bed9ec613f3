package io.doorward.change;

import io.doorward.change.ProductChange.CreateProduct;
import io.doorward.change.ProductChange.DeleteProduct;
import io.doorward.change.ProductChange.RenameProduct;
import io.doorward.model.Product;
import io.doorward.model.ProductId;
import io.doorward.model.WorkspaceEditor;
import io.doorward.model.WorkspaceId;
import io.doorward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How products change. */
final class ProductVerbs {

    private ProductVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateProduct.class, ProductVerbs::create)
                .on(RenameProduct.class, (change, edit) -> {
                    WorkspaceEditor workspace = holder(change.workspace(), change.product(), edit);
                    if (workspace != null) {
                        workspace.put(new Product(change.product(), change.name()));
                    }
                })
                .on(DeleteProduct.class, (change, edit) -> {
                    WorkspaceEditor workspace = holder(change.workspace(), change.product(), edit);
                    if (workspace != null) {
                        workspace.removeProduct(change.product());
                    }
                });
    }

    private static void create(CreateProduct change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        if (workspace == null) {
            return;
        }
        if (workspace.products().containsKey(change.product())) {
            edit.problem("Workspace " + Edit.quoted(workspace.id()) + " has a product "
                    + Problem.quoted(change.product().value()) + " already; choose another id.");
        } else {
            workspace.put(new Product(change.product(), change.name()));
        }
    }

    private static @Nullable WorkspaceEditor holder(WorkspaceId id, ProductId product, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(id);
        if (workspace != null && !workspace.products().containsKey(product)) {
            edit.problem("Workspace " + Edit.quoted(id) + " has no product " + Problem.quoted(product.value()) + ".");
            return null;
        }
        return workspace;
    }
}
