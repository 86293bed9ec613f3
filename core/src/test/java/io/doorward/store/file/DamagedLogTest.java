package io.doorward.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.store.Applied;
import io.doorward.store.ApplyOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log beside the document may be cut off, damaged or gone: what the document says is in force all the same. */
class DamagedLogTest {

    @TempDir
    private Path folder;

    private Path document;
    private Path log;
    private Revision start;
    private Applied first;
    private Applied second;
    private Policy policy;

    @BeforeEach
    void writeSome() throws IOException {
        document = folder.resolve("policy.json");
        log = folder.resolve("policy.json.log");
        Files.writeString(document, PolicyJson.toJson(Deed.start(0)));
        try (JsonFilePolicyStore store = Stores.open(document)) {
            start = store.apply(ChangeSet.of()).revision();
            first = store.apply(new Deed("one", 0).changes());
            second = store.apply(new Deed("one", 1).changes());
            policy = store.read();
        }
    }

    @Test
    void aLineThatWasCutOffIsAsIfItWereNotThere() throws IOException {
        String line = Files.readAllLines(log, UTF_8).get(0);
        Files.writeString(log, line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
        try (JsonFilePolicyStore store = Stores.open(document)) {
            assertThat(store.read()).isEqualTo(policy);
            assertThat(store.history(first.revision())).isPresent();
            goesOn(store);
        }
        assertThat(Files.readAllLines(log, UTF_8)).hasSize(4);
    }

    @Test
    void withoutTheLogThePolicyIsThereAndItsHistoryIsNot() throws IOException {
        Files.delete(log);
        try (JsonFilePolicyStore store = Stores.open(document)) {
            assertThat(store.read()).isEqualTo(policy);
            assertThat(store.history(first.revision())).isEmpty();
            goesOn(store);
            assertThatThrownBy(() ->
                            store.apply(ChangeSet.of(), ApplyOptions.host().against(start)))
                    .isInstanceOf(ChangeRefusedException.class);
        }
    }

    @Test
    void theLogMayVanishUnderAnOpenStore() throws IOException {
        try (JsonFilePolicyStore store = Stores.open(document)) {
            assertThat(store.read()).isEqualTo(policy);
            Files.delete(log);
            assertThat(store.read()).isEqualTo(policy);
            goesOn(store);
        }
        try (JsonFilePolicyStore store = Stores.open(document)) {
            assertThat(store.head().number()).isEqualTo(second.revision().number() + 1);
        }
    }

    @Test
    void aDamagedLineInTheMiddleLosesOnlyWhatIsBeforeIt() throws IOException {
        List<String> lines = Files.readAllLines(log, UTF_8);
        Files.writeString(log, lines.get(0) + "\n" + "\u0000\u0000garbage" + "\n" + lines.get(2) + "\n");
        try (JsonFilePolicyStore store = Stores.open(document)) {
            assertThat(store.read()).isEqualTo(policy);
            assertThat(store.history(second.revision())).isPresent();
            goesOn(store);
        }
    }

    @Test
    void anEmptyLogAndOneOfGarbageAreAsNone() throws IOException {
        for (byte[] content : List.of(new byte[0], new byte[10_000], "garbage".getBytes(UTF_8))) {
            Files.write(log, content);
            try (JsonFilePolicyStore store = Stores.open(document)) {
                assertThat(store.read()).isEqualTo(policy);
                goesOn(store);
                policy = store.read();
                second = new Applied(policy.revision(), second.instant(), second.author(), List.of());
            }
        }
    }

    private void goesOn(JsonFilePolicyStore store) {
        Revision next = store.apply(ChangeSet.of()).revision();
        assertThat(next.lineage()).isEqualTo(second.revision().lineage());
        assertThat(next.number()).isEqualTo(second.revision().number() + 1);
    }
}
