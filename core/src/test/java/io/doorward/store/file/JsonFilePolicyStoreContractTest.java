package io.doorward.store.file;

import io.doorward.model.Policy;
import io.doorward.store.PolicySource;
import io.doorward.store.PolicyStore;
import io.doorward.store.testing.PolicyStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file does what every store has to. */
class JsonFilePolicyStoreContractTest extends PolicyStoreContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path folder;

    private Path document = folder;

    @Override
    protected PolicyStore open(Policy policy) {
        document = folder.resolve("policy-" + NUMBER.incrementAndGet() + ".json");
        return builder().create(policy);
    }

    @Override
    protected PolicySource openAgain(PolicySource kept) {
        return builder().open();
    }

    @Override
    protected Map<String, String> exemptions() {
        return Map.of(
                "whatWasWrittenIsToldAgain",
                "the file holds the newest policy alone: followers of a store that is opened again reload what was written"
                        + " before");
    }

    private JsonFilePolicyStore.Builder builder() {
        return JsonFilePolicyStore.builder(document).pollInterval(Duration.ofMillis(5));
    }
}
