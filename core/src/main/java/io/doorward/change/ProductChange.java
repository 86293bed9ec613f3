package io.doorward.change;

import io.doorward.model.ProductId;
import io.doorward.model.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Changes of products. */
public sealed interface ProductChange extends Change {

    /**
     * Adds a product.
     *
     * @param workspace in which
     * @param product an id that no product of the workspace has
     * @param name what people call it, or null
     */
    record CreateProduct(
            WorkspaceId workspace,
            ProductId product,
            @Nullable String name) implements ProductChange {}

    /**
     * Gives a product another name.
     *
     * @param workspace in which
     * @param product which
     * @param name what people call it, or null
     */
    record RenameProduct(
            WorkspaceId workspace,
            ProductId product,
            @Nullable String name) implements ProductChange {}

    /**
     * Deletes a product. Refused while devices or grants name it.
     *
     * @param workspace in which
     * @param product which
     */
    record DeleteProduct(WorkspaceId workspace, ProductId product) implements ProductChange {}
}
