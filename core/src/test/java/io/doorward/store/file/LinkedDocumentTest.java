package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ChangeSet;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document may be a symbolic link, as where a system is configured by links to the version in force. */
class LinkedDocumentTest {

    @TempDir
    private Path folder;

    private Path document;
    private Path link;

    /** A link by way of another one, both relative. */
    @BeforeEach
    void makeLinks() throws IOException {
        document = Files.createDirectory(folder.resolve("v1")).resolve("plant.json");
        Files.writeString(document, PolicyJson.toJson(Deed.start(0)));
        Files.createSymbolicLink(folder.resolve("current"), Path.of("v1"));
        link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("etc")).resolve("policy.json"), Path.of("../current/plant.json"));
    }

    @Test
    void aChangeReplacesTheDocumentAndNotTheLink() throws IOException {
        try (JsonFilePolicyStore store = Stores.open(link)) {
            store.apply(ChangeSet.of(Deed.user("dora")));
        }
        assertThat(link).isSymbolicLink();
        assertThat(document).isRegularFile().content().contains("dora");
        assertThat(link.resolveSibling("policy.json.lock")).doesNotExist();
        assertThat(document.resolveSibling("plant.json.lock")).exists();
        assertThat(document.resolveSibling("plant.json.log")).exists();
    }

    @Test
    void storesThatComeByDifferentLinksGoOnFromEachOther() {
        try (JsonFilePolicyStore one = Stores.open(link);
                JsonFilePolicyStore other = Stores.open(document)) {
            for (int i = 0; i < 10; i++) {
                one.apply(ChangeSet.of(Deed.user("one-" + i)));
                other.apply(ChangeSet.of(Deed.user("other-" + i)));
            }
            assertThat(one.read()).isEqualTo(other.read());
            assertThat(one.read().users()).hasSize(Deed.start(0).users().size() + 20);
        }
    }

    @Test
    void aLinkThatLeadsElsewhereIsFollowedAndTheOldDocumentIsLeftAlone() throws IOException {
        Path next = Files.createDirectory(folder.resolve("v2")).resolve("plant.json");
        Files.writeString(next, PolicyJson.toJson(Policy.builder().user("next").build()));
        try (JsonFilePolicyStore store = Stores.open(link)) {
            store.apply(ChangeSet.of(Deed.user("dora")));
            String before = Files.readString(document);
            Path other = Files.createSymbolicLink(folder.resolve("other"), Path.of("v2"));
            Files.move(other, folder.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
            store.apply(ChangeSet.of(Deed.user("emil")));
            assertThat(store.read().users()).containsOnlyKeys(new PrincipalId("next"), new PrincipalId("emil"));
            assertThat(document).hasContent(before);
        }
    }
}
