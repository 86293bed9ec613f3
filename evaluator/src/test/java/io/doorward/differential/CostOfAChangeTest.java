package io.doorward.differential;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.doorward.index.Index;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PolicyDelta;
import io.doorward.permission.Permission;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What the next index costs, in bytes allocated, which do not depend on what else the machine does. */
class CostOfAChangeTest {

    private static final int ROUNDS = 5;
    private static final int DEVICES = 30;
    private static final int API_USERS = 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aGrantCostsTheSameInALargePolicyAsInASmallOne() {
        long small = bytesOfOneGrant(10);
        long large = bytesOfOneGrant(200);
        assertThat(large).as("bytes at 200 workspaces, %d at 10", small).isLessThan(2 * small);
    }

    private long bytesOfOneGrant(int workspaces) {
        Policy before = policy(workspaces, VIEW);
        Index index = Index.of(before);
        PolicyDelta delta = PolicyDelta.between(before, policy(workspaces, EDIT_BASICS));
        assertThat(delta.workspaces()).hasSize(1);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long thread = Thread.currentThread().getId();
            long start = threads.getThreadAllocatedBytes(thread);
            Index next = index.next(delta);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - start);
            assertThat(next).isNotSameAs(index);
        }
        return least;
    }

    /** Workspaces of one size; what one API user holds on one device of the first is given. */
    private static Policy policy(int workspaces, Permission held) {
        PolicyBuilder policy = Policy.builder();
        for (int w = 0; w < workspaces; w++) {
            int number = w;
            policy.workspace("w" + w, workspace -> {
                for (int d = 0; d < DEVICES; d++) {
                    workspace.device("d" + number + "-" + d);
                }
                for (int u = 0; u < API_USERS; u++) {
                    int user = u;
                    workspace.apiUser("u" + number + "-" + u, apiUser -> {
                        for (int d = 0; d < DEVICES; d += 2) {
                            apiUser.device("d" + number + "-" + d, number == 0 && user == 0 && d == 0 ? held : VIEW);
                        }
                    });
                }
            });
        }
        return policy.build();
    }
}
