package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ChangeSet;
import io.doorward.model.PrincipalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
    private int overwritten;

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

            int deeds =
                    scene.add(one.finish()).size() + scene.add(other.finish()).size();
            await(() -> chain.policy().revision().equals(store.head()), "the follower is at the head");
            List<String> followed = following.finish();
            System.out.printf(
                    "Several processes: %d deeds, %d edits, %d overwritten; heard here: %s; elsewhere: %s%n",
                    deeds, edits.size(), overwritten, chain, followed);
            assertThat(chain.faults()).isEmpty();
            assertThat(followed).as("what the following process says").hasSize(1);
            assertThat(deeds).isPositive();
            assertThat(edits).isNotEmpty();
            assertThat(overwritten)
                    .as("edits of %d that were overwritten", edits.size())
                    .isLessThan(2 + edits.size() / 10);
            scene.settle(List.of(), edits);
        }
    }

    private static void begin(Child child, String order) throws Exception {
        assertThat(child.hear()).isEqualTo("ready");
        child.tell(order);
        assertThat(child.hear()).isEqualTo("open");
    }

    /** Edits in every manner, one edit after the other; what a store overwrote before it saw it is done once more. */
    private List<ChangeSet> editFor(Duration length, Path file, JsonFilePolicyStore store) throws Exception {
        List<ChangeSet> edits = new ArrayList<>();
        Instant end = Instant.now().plus(length);
        while (Instant.now().isBefore(end)) {
            String user = "edited-" + edits.size();
            ChangeSet edit = ChangeSet.of(Deed.user(user));
            Editor editor = EDITORS.get(random.nextInt(EDITORS.size()));
            save(editor, file, edit);
            await(
                    () -> {
                        if (isOverwritten(file, user) && !isInForce(store, user)) {
                            overwritten++;
                            save(editor, file, edit);
                        }
                        return isInForce(store, user);
                    },
                    user + " is in force, written as by an editor that " + editor);
            edits.add(edit);
            LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(100)));
        }
        return edits;
    }

    private void save(Editor editor, Path file, ChangeSet edit) {
        try {
            editor.edit(file, edit, Duration.ofNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(60))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a store put its document in the place of an edit in the very instant in which that was saved. */
    private static boolean isOverwritten(Path file, String user) {
        try {
            return !Files.readString(file).contains('"' + user + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInForce(JsonFilePolicyStore store, String user) {
        return store.read().users().containsKey(new PrincipalId(user));
    }

    private static void await(BooleanSupplier condition, String what) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting until %s", what).isBefore(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
