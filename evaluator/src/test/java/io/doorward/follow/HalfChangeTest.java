package io.doorward.follow;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.Holder;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.Subject;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.store.InMemoryPolicyStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A right moves between two workspaces, over and over, while readers ask where it is: in exactly one of them at any time.
 * The same readers find the half of a change where it is published in two steps, so that the test can fail.
 */
@Timeout(120)
class HalfChangeTest {

    private static final int MOVES = 1_500;
    private static final int MOVES_TILL_SEEN = 1_000_000;
    private static final Holder ANN = Holder.member("ann");
    private static final WorkspaceId[] WORKSPACES = {new WorkspaceId("w0"), new WorkspaceId("w1")};
    private static final DeviceId[] DEVICES = {new DeviceId("d0"), new DeviceId("d1")};

    private static Policy policy() {
        return Policy.builder()
                .user("ann")
                .workspace("w0", w -> w.device("d0").member("ann", ann -> ann.device("d0", VIEW)))
                .workspace("w1", w -> w.device("d1").member("ann"))
                .build();
    }

    @Test
    void noReaderSeesHalfOfAChangeSet() throws InterruptedException {
        assertThat(seen(MOVES, (store, changes) -> store.apply(ChangeSet.of(changes))))
                .isSubsetOf(List.of(DEVICES[0]), List.of(DEVICES[1]));
    }

    @Test
    void readersWouldSeeIt() throws InterruptedException {
        assertThat(seen(MOVES_TILL_SEEN, (store, changes) -> changes.forEach(one -> store.apply(ChangeSet.of(one)))))
                .contains(List.of());
    }

    /** All lists that two readers saw while the right moved; ends early once one was seen that should not be. */
    private static Set<List<DeviceId>> seen(int moves, BiConsumer<InMemoryPolicyStore, List<Change>> publish)
            throws InterruptedException {
        Set<List<DeviceId>> all = new HashSet<>();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicBoolean isBroken = new AtomicBoolean();
        try (InMemoryPolicyStore store = InMemoryPolicyStore.of(policy());
                Evaluator evaluator = Evaluator.follow(store)) {
            Subject ann = evaluator.subject(new PrincipalId("ann"));
            Runnable reader = () -> {
                Set<List<DeviceId>> mine = new HashSet<>();
                while (!isOver.get()) {
                    List<DeviceId> items = evaluator.devices(ann, DEVICE_VIEW).items();
                    if (mine.add(items) && items.size() != 1) {
                        isBroken.set(true);
                    }
                }
                synchronized (all) {
                    all.addAll(mine);
                }
            };
            Thread[] readers = {new Thread(reader), new Thread(reader)};
            for (Thread one : readers) {
                one.start();
            }
            for (int i = 0; i < moves && !isBroken.get(); i++) {
                int from = i % 2;
                int to = 1 - from;
                publish.accept(
                        store,
                        List.of(
                                new RevokeDevice(WORKSPACES[from], ANN, DEVICES[from]),
                                new GrantDevice(WORKSPACES[to], ANN, DEVICES[to], List.of(VIEW), Window.ALWAYS)));
            }
            isOver.set(true);
            for (Thread one : readers) {
                one.join();
            }
        }
        return all;
    }
}
