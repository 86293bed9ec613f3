package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ChangeSet;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.store.InMemoryPolicyStore;
import io.doorward.store.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A policy file with what has to be in it, as deeds and edits are done to it by processes that may be killed. */
final class Scene implements AutoCloseable {

    private static final Set<String> FILES = Set.of(
            "policy.json",
            "policy.json.lock",
            "policy.json.log",
            "policy.json.tmp",
            "policy.json.log.tmp",
            "policy.json.last-good");

    private final Path file;
    private final Function<Path, JsonFilePolicyStore> opening;
    private final InMemoryPolicyStore expected;
    private final TreeMap<Long, Acknowledged> acknowledged = new TreeMap<>();
    private long settled;
    private Instant last = Instant.MIN;

    Scene(Path folder, int grants) throws IOException {
        this(folder, grants, Stores::open);
    }

    /** By which the store is opened to look what is in the file. */
    Scene(Path folder, int grants, Function<Path, JsonFilePolicyStore> opening) throws IOException {
        file = folder.resolve("policy.json");
        this.opening = opening;
        Files.writeString(file, PolicyJson.toJson(Deed.start(grants)));
        expected = InMemoryPolicyStore.of(Deed.start(grants));
        try (JsonFilePolicyStore store = opening.apply(file)) {
            settled = store.apply(ChangeSet.of()).revision().number();
        }
    }

    Path file() {
        return file;
    }

    /** What processes have said. */
    List<Acknowledged> add(List<String> lines) {
        List<Acknowledged> added = new ArrayList<>();
        for (String line : lines) {
            Acknowledged one = Acknowledged.of(line);
            add(one);
            added.add(one);
        }
        return added;
    }

    void add(Acknowledged one) {
        Acknowledged other = acknowledged.put(one.revision().number(), one);
        assertThat(other).as("another deed with the revision of %s", one).isNull();
    }

    /**
     * Opens the store once more and demands that it has every deed that was acknowledged, each edit, and of each killed
     * process at most the deed that it was about; then that it can be written.
     *
     * @param begun what killed processes may have done without saying so
     * @param edits what was written by hand
     */
    void settle(List<Deed> begun, List<ChangeSet> edits) throws IOException {
        try (JsonFilePolicyStore store = opening.apply(file)) {
            Policy policy = store.read();
            long head = policy.revision().number();
            List<ChangeSet> unsaid = new ArrayList<>(edits);
            begun.stream().filter(deed -> deed.isIn(policy)).forEach(deed -> unsaid.add(deed.changes()));
            assertThat(acknowledged.isEmpty() ? settled : acknowledged.lastKey())
                    .as("the last revision that was acknowledged")
                    .isLessThanOrEqualTo(head);
            for (long number = settled + 1; number <= head; number++) {
                Acknowledged one = acknowledged.get(number);
                if (one != null) {
                    expected.apply(one.deed().changes());
                    requireRemembered(store, one);
                } else {
                    assertThat(unsaid)
                            .as("what may be revision %d of %d", number, head)
                            .isNotEmpty();
                    expected.apply(unsaid.remove(0));
                }
            }
            assertThat(unsaid).as("what was done without a revision of its own").isEmpty();
            requireSame(policy);
            settled = store.apply(ChangeSet.of()).revision().number();
            assertThat(settled).as("the revision of the next change").isEqualTo(head + 1);
            acknowledged.clear();
        }
        requireNoLitter();
    }

    private void requireRemembered(JsonFilePolicyStore store, Acknowledged one) {
        assertThat(store.history(one.revision()))
                .contains(new LogEntry(one.revision(), one.deed().author(), one.instant()));
        assertThat(one.instant()).isAfterOrEqualTo(last);
        last = one.instant();
    }

    private void requireSame(Policy policy) {
        Policy model = expected.read();
        assertThat(Deed.isWhole(policy)).as("every deed is there as a whole").isTrue();
        assertThat(policy.users()).isEqualTo(model.users());
        assertThat(policy.workspaces()).isEqualTo(model.workspaces());
    }

    private void requireNoLitter() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files.map(path -> path.getFileName().toString())).isSubsetOf(FILES);
        }
    }

    @Override
    public void close() {
        expected.close();
    }
}
