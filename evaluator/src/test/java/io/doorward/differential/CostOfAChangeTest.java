package io.doorward.differential;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.doorward.change.Actor;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder;
import io.doorward.index.Index;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PolicyDelta;
import io.doorward.model.Revision;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
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

    @Test
    void aGrantCostsTheSameInALargeWorkspaceAsInASmallOne() {
        long small = bytesOfOneGrant(workspace(20, 20), Holder.member("u0"));
        long large = bytesOfOneGrant(workspace(2_000, 400), Holder.member("u0"));
        assertThat(large)
                .as("bytes in a workspace of 2,000 devices and 400 members, %d in a small one", small)
                .isLessThan(2 * small);
    }

    @Test
    void aTeamsGrantCostsTheSameHoweverManyMembersTheTeamHas() {
        long small = bytesOfOneGrant(workspace(20, 20), Holder.team("t0"));
        long large = bytesOfOneGrant(workspace(2_000, 400), Holder.team("t0"));
        assertThat(large)
                .as("bytes for a team of 400, %d for a small one", small)
                .isLessThan(2 * small);
    }

    /** Everyone is in every one of six teams, and everyone and every team has five grants. */
    private static Policy workspace(int devices, int users) {
        return Policy.builder()
                .workspace("w", workspace -> {
                    for (int d = 0; d < devices; d++) {
                        workspace.device("d" + d);
                    }
                    for (int u = 0; u < users; u++) {
                        workspace.apiUser("u" + u, user -> grants(user::device));
                    }
                    for (int t = 0; t < 6; t++) {
                        workspace.team("t" + t, team -> {
                            for (int u = 0; u < users; u++) {
                                team.member("u" + u);
                            }
                            grants(team::device);
                        });
                    }
                })
                .build();
    }

    private static void grants(BiConsumer<String, Permission> holder) {
        for (int d = 0; d < 5; d++) {
            holder.accept("d" + d, VIEW);
        }
    }

    private long bytesOfOneGrant(Policy before, Holder holder) {
        Index index = Index.of(before);
        Policy after = ChangeSet.of(
                        new GrantDevice(new WorkspaceId("w"), holder, new DeviceId("d7"), List.of(VIEW), Window.ALWAYS))
                .applyTo(before, new Revision("", 1), Actor.HOST, Instant.EPOCH)
                .after();
        return bytes(index, PolicyDelta.between(before, after));
    }

    private long bytesOfOneGrant(int workspaces) {
        Policy before = policy(workspaces, VIEW);
        Index index = Index.of(before);
        PolicyDelta delta = PolicyDelta.between(before, policy(workspaces, EDIT_BASICS));
        assertThat(delta.workspaces()).hasSize(1);
        return bytes(index, delta);
    }

    private long bytes(Index index, PolicyDelta delta) {
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
