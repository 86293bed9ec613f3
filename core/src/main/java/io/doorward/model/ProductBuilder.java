package io.doorward.model;

import org.jspecify.annotations.Nullable;

/** Describes a product. Not thread-safe. */
public final class ProductBuilder extends RowBuilder<ProductBuilder> {

    private @Nullable String name;

    ProductBuilder(WorkspaceBuilder workspace, String id) {
        super(workspace, "product", id);
    }

    /** What people call the product. */
    public ProductBuilder name(String name) {
        this.name = name;
        return this;
    }

    Product build(ProductId id, Problems problems) {
        Labels.check(this, "name", name, problems);
        return new Product(id, name);
    }
}
