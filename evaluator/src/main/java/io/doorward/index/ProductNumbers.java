package io.doorward.index;

import io.doorward.model.ProductId;
import io.doorward.model.Workspace;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the products of one workspace, by id. */
final class ProductNumbers {

    private final Map<ProductId, Integer> numbers = new HashMap<>();

    ProductNumbers(Workspace workspace) {
        for (ProductId product : workspace.products().keySet()) {
            numbers.put(product, numbers.size());
        }
    }

    int size() {
        return numbers.size();
    }

    int of(@Nullable ProductId product) {
        return product == null ? PresenceRow.NO_PRODUCT : numbers.getOrDefault(product, PresenceRow.NO_PRODUCT);
    }
}
