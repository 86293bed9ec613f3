package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ChangeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that write a policy file are killed at any moment. What was acknowledged is there afterwards; what the killed
 * process was about is there as a whole or not at all; and others go on at once.
 */
class KilledWritersTest {

    private static final int KILLS = Integer.getInteger("doorward.kills", 20);
    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int KILLS_OF_A_FILE = 10;

    private final Random random = new Random(SEED);
    private final List<Child> children = new ArrayList<>();

    /** Started while another works, so that nobody waits for it. */
    private @Nullable Child spare;

    private int kills;
    private int deeds;

    /** Edits that were saved in the instant in which a writer put its document in place. */
    private int overwritten;

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        children.forEach(Child::close);
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        System.out.printf("Killed writers: -Ddoorward.kills=%d -Ddoorward.seed=%d%n", KILLS, SEED);
        while (kills < KILLS) {
            Path place = Files.createDirectory(folder.resolve("after-" + kills));
            try (Scene scene = new Scene(place, random.nextInt(4) == 0 ? 10_000 : 100)) {
                for (int i = 0; i < KILLS_OF_A_FILE && kills < KILLS; i++) {
                    switch (random.nextInt(6)) {
                        case 0 -> killWhileOpening(scene);
                        case 1 -> killOneOfTwo(scene);
                        case 2 -> killWhileAnEditIsTakenOver(scene, "watch");
                        case 3 -> killWhileAnEditIsTakenOver(scene, "write");
                        default -> killWhileWriting(scene);
                    }
                    kills++;
                }
            }
        }
        System.out.printf(
                "Killed writers: %d killed, %d deeds acknowledged, %d edits overwritten%n", kills, deeds, overwritten);
        assertThat(deeds).isGreaterThan(KILLS);
        assertThat(overwritten).isLessThan(2 + KILLS / 100);
    }

    private void killWhileOpening(Scene scene) throws Exception {
        Child child = told("write", scene);
        pause(700);
        settleWithout(child, scene, List.of(), List.of());
    }

    private void killWhileWriting(Scene scene) throws Exception {
        Child child = told("write", scene);
        List<String> heard = hear(child, 1 + random.nextInt(30));
        pause(30);
        settleWithout(child, scene, heard, List.of());
    }

    private void killOneOfTwo(Scene scene) throws Exception {
        Child child = told("write", scene);
        Child other = told("write", scene);
        List<String> heard = hear(child, 1 + random.nextInt(20));
        List<String> others = hear(other, 1);
        pause(30);
        heard.addAll(child.kill());
        Instant killed = Instant.now();
        String last;
        do {
            last = other.hear();
            others.add(last);
        } while (Acknowledged.of(last).instant().isBefore(killed));
        others.addAll(other.finish());
        children.remove(other);
        others.remove("open");
        deeds += scene.add(others).size();
        settleWithout(child, scene, heard, List.of());
    }

    private void killWhileAnEditIsTakenOver(Scene scene, String order) throws Exception {
        Child child = told(order, scene);
        List<String> heard = hear(child, 1);
        String user = "edit-" + kills;
        ChangeSet edit = ChangeSet.of(Deed.user(user));
        Editor.RENAMES_OVER.edit(scene.file(), edit, Duration.ZERO);
        pause(250);
        heard.addAll(child.kill());
        boolean saved = Files.readString(scene.file()).contains(user);
        assertThat(saved || order.equals("write"))
                .as("nobody overwrites what was saved")
                .isTrue();
        overwritten += saved ? 0 : 1;
        settleWithout(child, scene, heard, saved ? List.of(edit) : List.of());
    }

    private Child told(String order, Scene scene) throws IOException, InterruptedException {
        Child child = spare == null ? start() : spare;
        spare = start();
        assertThat(child.hear()).isEqualTo("ready");
        child.tell(order + " " + scene.file() + " " + writer(child));
        return child;
    }

    private Child start() throws IOException {
        Child child = Child.start(WritingChild.class);
        children.add(child);
        return child;
    }

    private static String writer(Child child) {
        return "writer-" + child.pid();
    }

    private static List<String> hear(Child child, int lines) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            heard.add(child.hear());
        }
        return heard;
    }

    private void pause(int longestMillis) {
        LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(longestMillis)));
    }

    private void settleWithout(Child child, Scene scene, List<String> heard, List<ChangeSet> edits) throws Exception {
        List<String> lines = new ArrayList<>(heard);
        lines.addAll(child.kill());
        children.remove(child);
        lines.remove("open");
        List<Acknowledged> done = scene.add(lines);
        deeds += done.size();
        Deed begun = done.isEmpty()
                ? new Deed(writer(child), 0)
                : done.get(done.size() - 1).deed().next();
        scene.settle(List.of(begun), edits);
    }
}
