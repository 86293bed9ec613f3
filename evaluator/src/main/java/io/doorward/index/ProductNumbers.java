package io.doorward.index;

import io.doorward.model.ProductId;
import io.doorward.model.Workspace;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the products of one workspace, by id: as long as none comes or goes, each has the same number. Counted when the
 * first is asked for, since most changes ask for none. For one thread.
 */
final class ProductNumbers {

    private final Workspace workspace;
    private @Nullable Map<ProductId, Integer> numbers;

    ProductNumbers(Workspace workspace) {
        this.workspace = workspace;
    }

    int size() {
        return workspace.products().size();
    }

    int of(@Nullable ProductId product) {
        return product == null ? PresenceRow.NO_PRODUCT : numbers().getOrDefault(product, PresenceRow.NO_PRODUCT);
    }

    private Map<ProductId, Integer> numbers() {
        Map<ProductId, Integer> known = numbers;
        if (known == null) {
            known = new HashMap<>();
            for (ProductId product : workspace.products().keySet()) {
                known.put(product, known.size());
            }
            numbers = known;
        }
        return known;
    }
}
