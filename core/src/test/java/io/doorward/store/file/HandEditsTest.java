package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.change.ChangeSet;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.UserChange.EditUser;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.Window;
import io.doorward.store.Commit;
import io.doorward.store.Follower;
import io.doorward.store.ReloadReason;
import io.doorward.store.StoreException;
import io.doorward.store.Subscription;
import io.doorward.token.TokenHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a document that somebody edits past the store. */
class HandEditsTest {

    private static final PrincipalId BOB = new PrincipalId("bob");

    @TempDir
    private Path folder;

    private Path document;
    private JsonFilePolicyStore store;

    @BeforeEach
    void open() {
        document = folder.resolve("policy.json");
        store = builder()
                .create(Policy.builder()
                        .user("bob", user -> user.name("Bob"))
                        .user("eve", user -> user.name("Eve"))
                        .build());
    }

    private JsonFilePolicyStore.Builder builder() {
        return JsonFilePolicyStore.builder(document).pollInterval(Duration.ofMillis(5));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEditIsTheNextRevisionForAllFollowersAndIsWrittenIntoTheDocument() throws IOException {
        Heard heard = follow();
        Revision start = store.head();
        edit(text -> text.replace("\"Bob\"", "\"Robert\""));
        Commit commit = heard.commit();
        assertThat(commit.revision()).isEqualTo(new Revision(start.lineage(), 1));
        assertThat(commit.author().isHost()).isTrue();
        assertThat(commit.delta().users()).containsOnlyKeys(BOB);
        assertThat(inFile()).isEqualTo(store.read());
        assertThat(store.read().revision()).isEqualTo(commit.revision());
        assertThat(name(inFile(), "bob")).isEqualTo("Robert");
        assertThat(store.history(commit.revision())).isPresent();
    }

    @Test
    void anEditIsTakenInBeforeTheNextChangeIsMade() throws IOException {
        edit(text -> text.replace("\"Bob\"", "\"Robert\""));
        assertThat(store.apply(user("dora")).revision().number()).isEqualTo(2);
        assertThat(name(inFile(), "bob")).isEqualTo("Robert");
        assertThat(inFile().users()).containsKey(new PrincipalId("dora"));
    }

    @Test
    void anEditIsTakenInByReadingWhereNobodyFollows() throws IOException {
        edit(text -> text.replace("\"Bob\"", "\"Robert\""));
        awaitTrue(() -> name(store.read(), "bob").equals("Robert"));
        assertThat(store.head().number()).isEqualTo(1);
        assertThat(inFile()).isEqualTo(store.read());
    }

    @Test
    void anEditOfTheLayoutAloneIsNoRevision() throws IOException {
        Heard heard = follow();
        edit(text -> text.replace("\n", "\r\n"));
        assertThat(store.apply(ChangeSet.of()).revision().number()).isEqualTo(1);
        assertThat(heard.commit().delta().isEmpty()).isTrue();
        assertThat(Files.readString(document)).doesNotContain("\r");
    }

    @Test
    void whatIsNoPolicyIsRefusedWithAllProblemsAndTheLastGoodOneStaysInForceAndGrowsStale() throws Exception {
        Heard heard = follow();
        Policy good = store.read();
        edit(text -> text.replace("\"name\"", "\"nick\""));
        awaitTrue(() -> Files.exists(new DocumentFiles(document).lastGood()));
        assertThat(store.read()).isEqualTo(good);
        Duration stale = heard.subscription.staleness();
        awaitTrue(() -> heard.subscription.staleness().compareTo(stale.plusMillis(50)) > 0);
        String edited = Files.readString(document);
        assertThatThrownBy(() -> store.apply(user("dora")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("policy.json")
                .hasMessageContaining("2 problems:")
                .hasMessageContaining("\"nick\"");
        assertThat(Files.readString(document)).isEqualTo(edited);
        assertThat(PolicyJson.read(new DocumentFiles(document).lastGood())).isEqualTo(good);
        assertThat(heard.calls).isEmpty();
        assertThatThrownBy(() -> builder().open()).hasMessageContaining("last-good");

        Files.writeString(document, PolicyJson.toJson(good).replace("\"Bob\"", "\"Robert\""));
        assertThat(name(heard.commit().delta().applyTo(good), "bob")).isEqualTo("Robert");
        awaitTrue(() -> heard.subscription.staleness().compareTo(Duration.ofMillis(50)) < 0);
        assertThat(new DocumentFiles(document).lastGood()).doesNotExist();
    }

    @Test
    void anEditorWhoKnewAnOlderRevisionLosesNobodysChanges() throws IOException {
        String old = Files.readString(document);
        store.apply(user("dora"));
        store.apply(ChangeSet.of(new EditUser(new PrincipalId("eve"), null, "Eva")));
        Heard heard = follow();
        replace(old.replace("\"Bob\"", "\"Robert\""));
        assertThat(heard.commit().revision().number()).isEqualTo(3);
        Policy after = inFile();
        assertThat(after).isEqualTo(store.read());
        assertThat(after.users()).containsKey(new PrincipalId("dora"));
        assertThat(name(after, "bob")).isEqualTo("Robert");
        assertThat(name(after, "eve")).isEqualTo("Eva");
    }

    @Test
    void aDocumentThatWasSetBackGetsTheChangesAgain() throws IOException {
        String old = Files.readString(document);
        store.apply(user("dora"));
        Policy newest = store.read();
        replace(old);
        assertThat(store.apply(ChangeSet.of()).revision().number()).isEqualTo(2);
        assertThat(inFile().users()).isEqualTo(newest.users());
    }

    @Test
    void anEditThatDoesNotFitWhatWasChangedSinceIsRefused() throws IOException {
        String old = Files.readString(document);
        TokenHash secret = TokenHash.ofClearText("secret-of-bob");
        store.apply(ChangeSet.of(new CreateToken(BOB, secret, "laptop", Window.ALWAYS)));
        replace(PolicyJson.toJson(Policy.builder()
                .revision(PolicyJson.read(old).revision())
                .user("eve", user -> user.name("Eve"))
                .build()));
        assertThatThrownBy(() -> store.apply(user("dora")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("names revision 0, the newest is 1")
                .hasMessageContaining("bob")
                .hasMessageNotContaining(secret.hex())
                .hasMessageContaining("take the lineage and the revision away");
        assertThat(store.read().users()).containsKey(BOB);
    }

    @Test
    void aDocumentWithoutALineagePutsItselfInThePlaceOfEverything() throws IOException {
        Heard heard = follow();
        store.apply(user("dora"));
        heard.commit();
        Revision before = store.head();
        replace("{\"format\": \"doorward/policy/1\", \"users\": [{\"id\": \"zoe\"}]}");
        assertThat(heard.reload()).isEqualTo(ReloadReason.OTHER_LINEAGE);
        assertThat(store.head().lineage()).isNotEqualTo(before.lineage());
        assertThat(store.read().users()).containsOnlyKeys(new PrincipalId("zoe"));
        assertThat(inFile()).isEqualTo(store.read());
    }

    @Test
    void aDocumentOfAReplacedLineageIsRefused() throws IOException {
        String old = Files.readString(document);
        store.restore(Policy.builder().user("zoe", user -> {}).build());
        replace(old);
        assertThatThrownBy(() -> store.apply(user("dora"))).hasMessageContaining("replaced since");
        assertThat(store.read().users()).containsOnlyKeys(new PrincipalId("zoe"));
    }

    @Test
    void aDocumentThatWasEditedWhileNobodyHadItOpenIsTheNextRevision() throws IOException {
        Revision before = store.apply(user("dora")).revision();
        store.close();
        edit(text -> text.replace("\"Bob\"", "\"Robert\""));
        store = builder().open();
        assertThat(store.head()).isEqualTo(new Revision(before.lineage(), 2));
        assertThat(inFile()).isEqualTo(store.read());
        assertThat(store.history(before)).isPresent();
        store.close();
        String layout = Files.readString(document).replace("\n", "\r\n");
        replace(layout);
        store = builder().open();
        assertThat(store.head()).isEqualTo(new Revision(before.lineage(), 2));
        assertThat(Files.readString(document)).isEqualTo(layout);
    }

    @Test
    void aDocumentMadeByHandIsNotWrittenBeforeTheFirstChange() throws IOException {
        Path byHand = Files.writeString(
                folder.resolve("by-hand.json"), "{\"format\": \"doorward/policy/1\", \"users\": [{\"id\": \"zoe\"}]}");
        String text = Files.readString(byHand);
        try (JsonFilePolicyStore handMade = JsonFilePolicyStore.open(byHand)) {
            Revision head = handMade.head();
            assertThat(head.lineage()).isNotEmpty();
            assertThat(Files.readString(byHand)).isEqualTo(text);
            assertThat(handMade.apply(user("dora")).revision()).isEqualTo(new Revision(head.lineage(), 1));
            assertThat(PolicyJson.read(byHand).revision()).isEqualTo(new Revision(head.lineage(), 1));
        }
    }

    @Test
    void processesThatOpenADocumentMadeByHandGoOnTogether() throws IOException {
        Path byHand = Files.writeString(
                folder.resolve("by-hand.json"), "{\"format\": \"doorward/policy/1\", \"users\": [{\"id\": \"zoe\"}]}");
        try (JsonFilePolicyStore one = JsonFilePolicyStore.open(byHand);
                JsonFilePolicyStore other = JsonFilePolicyStore.builder(byHand)
                        .pollInterval(Duration.ofMillis(5))
                        .open()) {
            Heard heard = new Heard(other.read());
            heard.subscription = other.follow(heard.known.revision(), heard);
            Revision first = one.apply(user("dora")).revision();
            assertThat(heard.commit().revision()).isEqualTo(first);
            assertThat(other.read()).isEqualTo(one.read());
        }
    }

    @Test
    void aDocumentMadeByHandThatComesBackIsAnotherOne() throws IOException {
        String text = "{\"format\": \"doorward/policy/1\", \"users\": [{\"id\": \"zoe\"}]}";
        Path byHand = Files.writeString(folder.resolve("by-hand.json"), text);
        Revision known;
        try (JsonFilePolicyStore first = JsonFilePolicyStore.open(byHand)) {
            known = first.apply(user("dora")).revision();
        }
        Files.writeString(byHand, text);
        try (JsonFilePolicyStore again = JsonFilePolicyStore.open(byHand)) {
            assertThat(again.head().lineage()).isNotEqualTo(known.lineage());
        }
    }

    @Test
    void anEditThatIsWrittenInPiecesIsTakenAsAWhole() throws Exception {
        Heard heard = follow();
        byte[] edited =
                Files.readString(document).replace("\"Bob\"", "\"Robert\"").getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(document)) {
            out.write(edited, 0, edited.length / 2);
            out.flush();
            out.write(edited, edited.length / 2, edited.length - edited.length / 2);
        }
        assertThat(name(heard.commit().delta().applyTo(heard.known), "bob")).isEqualTo("Robert");
    }

    @Test
    void aDocumentThatIsGoneIsMissedAndFoundAgain() throws Exception {
        Heard heard = follow();
        Path away = folder.resolve("away.json");
        Files.move(document, away);
        assertThatThrownBy(() -> store.apply(user("dora")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("There is no policy file");
        awaitTrue(() -> heard.subscription.staleness().compareTo(Duration.ofMillis(50)) > 0);
        assertThat(store.read()).isEqualTo(heard.known);
        Files.move(away, document);
        awaitTrue(() -> heard.subscription.staleness().compareTo(Duration.ofMillis(50)) < 0);
        assertThat(store.apply(user("dora")).revision().number()).isEqualTo(1);
    }

    @Test
    void aDocumentThatIsGoneCanBeRestored() throws IOException {
        Files.delete(document);
        store.restore(Policy.builder().user("zoe", user -> {}).build());
        assertThat(inFile()).isEqualTo(store.read());
        assertThat(store.apply(user("dora")).revision().number()).isEqualTo(1);
    }

    private Heard follow() {
        Heard heard = new Heard(store.read());
        heard.subscription = store.follow(heard.known.revision(), heard);
        return heard;
    }

    /** As most editors do: another file takes the place of the old one. */
    private void replace(String text) throws IOException {
        Path fresh = Files.writeString(folder.resolve("policy.json~"), text);
        Files.move(fresh, document, StandardCopyOption.ATOMIC_MOVE);
    }

    private void edit(UnaryOperator<String> change) throws IOException {
        String text = Files.readString(document);
        String edited = change.apply(text);
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(document, edited);
    }

    private Policy inFile() throws IOException {
        return PolicyJson.read(document);
    }

    private static String name(Policy policy, String user) {
        return String.valueOf(policy.users().get(new PrincipalId(user)).name());
    }

    private static ChangeSet user(String id) {
        return ChangeSet.of(new CreateUser(new PrincipalId(id), null, null));
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void awaitTrue(Condition condition) throws IOException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
            Thread.onSpinWait();
        }
    }

    /** A follower that keeps what it hears. */
    private static final class Heard implements Follower {

        private final Policy known;
        private final BlockingQueue<Object> calls = new LinkedBlockingQueue<>();
        private Subscription subscription;

        Heard(Policy known) {
            this.known = known;
        }

        @Override
        public void committed(Commit commit) {
            calls.add(commit);
        }

        @Override
        public void reload(ReloadReason reason) {
            calls.add(reason);
        }

        @Override
        public void closed() {}

        Commit commit() {
            return (Commit) next();
        }

        ReloadReason reload() {
            return (ReloadReason) next();
        }

        private Object next() {
            try {
                Object next = calls.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("what a follower heard").isNotNull();
                return next;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
