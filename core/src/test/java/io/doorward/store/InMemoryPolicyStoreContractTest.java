package io.doorward.store;

import io.doorward.model.Policy;
import io.doorward.store.testing.PolicyStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In-memory policy store")
class InMemoryPolicyStoreContractTest extends PolicyStoreContract {

    @Override
    protected PolicyStore open(Policy policy) {
        return InMemoryPolicyStore.builder(policy)
                .promptWait(Duration.ofMillis(500))
                .build();
    }
}
