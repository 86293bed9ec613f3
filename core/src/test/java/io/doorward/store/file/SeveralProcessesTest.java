package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ChangeSet;
import io.doorward.model.PrincipalId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes change a policy file while people edit it as editors do, and two more follow. Nobody's change is lost, each revision
 * is heard of in order, and nobody sees half of a change.
 */
class SeveralProcessesTest {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("doorward.severalSeconds", 4));
    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Editor> EDITORS = List.of(Editor.values());

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void nobodysChangeIsLost() throws Exception {
        System.out.printf(
                "Several processes: -Ddoorward.severalSeconds=%d -Ddoorward.seed=%d%n", LENGTH.toSeconds(), SEED);
        try (Child one = Child.start(WritingChild.class);
                Child other = Child.start(WritingChild.class);
                Child following = Child.start(FollowingChild.class);
                Scene scene = new Scene(folder, 100);
                JsonFilePolicyStore store = Stores.open(scene.file())) {
            begin(following, scene.file().toString());
            begin(one, "write " + scene.file() + " one");
            begin(other, "write " + scene.file() + " other");
            Chain chain = Chain.follow(store);

            List<ChangeSet> edits = editFor(LENGTH, scene.file(), store);

            int deeds = scene.add(done(one.finish())).size()
                    + scene.add(done(other.finish())).size();
            await(() -> chain.policy().revision().equals(store.head()), "the follower is at the head");
            List<String> followed = following.finish();
            System.out.printf(
                    "Several processes: %d deeds, %d edits; heard here: %s; elsewhere: %s%n",
                    deeds, edits.size(), chain, followed);
            assertThat(chain.faults()).isEmpty();
            assertThat(followed).as("what the following process says").hasSize(1);
            assertThat(deeds).isPositive();
            assertThat(edits).isNotEmpty();
            scene.settle(List.of(), edits);
        }
    }

    private static void begin(Child child, String order) throws Exception {
        assertThat(child.hear()).isEqualTo("ready");
        child.tell(order);
        assertThat(child.hear()).isEqualTo("open");
    }

    private static List<String> done(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith("failed ")).toList();
    }

    /** Edits in every manner, one edit after the other; what a store overwrote before it saw it is done once more. */
    private List<ChangeSet> editFor(Duration length, Path file, JsonFilePolicyStore store) throws Exception {
        List<ChangeSet> edits = new ArrayList<>();
        Instant end = Instant.now().plus(length);
        while (Instant.now().isBefore(end)) {
            String user = "edited-" + edits.size();
            ChangeSet edit = ChangeSet.of(Deed.user(user));
            Editor editor = EDITORS.get(random.nextInt(EDITORS.size()));
            editor.edit(file, edit, Duration.ofNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(60))));
            await(
                    () -> store.read().users().containsKey(new PrincipalId(user)),
                    user + " is in force, written as by an editor that " + editor);
            edits.add(edit);
            LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(100)));
        }
        return edits;
    }

    private static void await(BooleanSupplier condition, String what) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting until %s", what).isBefore(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
