package io.doorward.store.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.doorward.change.Access;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.ChangeSet;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.DeviceChange.RenameDevice;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.ProductChange.CreateProduct;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.change.UserChange.DeleteUser;
import io.doorward.change.UserChange.EditUser;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.change.WorkspaceChange.DeleteWorkspace;
import io.doorward.model.Cascade;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Revision;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.DevicePermissions;
import io.doorward.store.Applied;
import io.doorward.store.ApplyOptions;
import io.doorward.store.Author;
import io.doorward.store.Capability;
import io.doorward.store.Commit;
import io.doorward.store.LogEntry;
import io.doorward.store.PolicySource;
import io.doorward.store.PolicyStore;
import io.doorward.store.QuickFollower;
import io.doorward.store.ReloadReason;
import io.doorward.store.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PolicyStore} has to do, as tests, those of {@link PolicySourceContract} included. Extend it, say how a
 * store is opened, and run it with JUnit Jupiter:
 *
 * <pre>{@code
 * class MyPolicyStoreTest extends PolicyStoreContract {
 *
 *     @Override
 *     protected PolicyStore open(Policy policy) {
 *         return new MyPolicyStore(policy);
 *     }
 * }
 * }</pre>
 */
public abstract class PolicyStoreContract extends PolicySourceContract {

    private static final int WRITERS = 4;
    private static final int SETS = 25;

    /** Extended by tests of stores. */
    protected PolicyStoreContract() {}

    /** Opens a new store that starts with this policy, and has nothing of other tests. */
    protected abstract PolicyStore open(Policy policy) throws Exception;

    @Override
    protected final PolicySource openSource(Policy policy) throws Exception {
        return open(policy);
    }

    @Override
    protected final Revision write(PolicySource to, ChangeSet changes) {
        return ((PolicyStore) to).apply(changes).revision();
    }

    final PolicyStore store() {
        return (PolicyStore) source();
    }

    final ChangeRefusedException refused(Kind kind, ChangeSet changes, ApplyOptions options) {
        ChangeRefusedException refusal =
                assertThrows(ChangeRefusedException.class, () -> store().apply(changes, options));
        assertEquals(kind, refusal.kind(), refusal::getMessage);
        return refusal;
    }

    @Nested
    @DisplayName("Changing")
    class Changing {

        @Test
        @DisplayName("tells the caller, followers and the history the same revision, author and instant")
        void everybodyIsToldTheSame() {
            Revision start = store().head();
            Ear ear = ear();
            store().follow(start, ear);
            Applied applied = store().apply(ContractPolicy.user("dora"));
            assertEquals(Content.next(start), applied.revision());
            assertEquals(applied.revision(), store().head());
            assertEquals(Author.HOST, applied.author());
            Commit commit = ear.expectNext(start);
            assertEquals(applied.author(), commit.author());
            assertEquals(applied.instant(), commit.instant());
            assertEquals(
                    Optional.of(new LogEntry(applied.revision(), applied.author(), applied.instant())),
                    store().history(applied.revision()));
            assertEquals(Optional.empty(), store().history(Content.next(applied.revision())));
            assertEquals(
                    Optional.empty(),
                    store().history(new Revision("another", applied.revision().number())));
        }

        @Test
        @DisplayName("gives an empty set a revision, which followers hear")
        void emptySetIsARevision() {
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            Applied applied = store().apply(ChangeSet.of());
            assertEquals(Content.next(start.revision()), applied.revision());
            assertTrue(ear.expectNext(start.revision()).delta().isEmpty());
            Content.assertSame(start, store().read());
        }

        @Test
        @DisplayName("gives a set that changes nothing a revision, which followers hear")
        void noChangeIsARevision() {
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            Applied applied = store().apply(ContractPolicy.noChange(start));
            assertEquals(Content.next(start.revision()), applied.revision());
            Content.assertEqual(store().read(), ear.replay(start, applied.revision()));
            Content.assertSame(start, store().read());
        }

        @Test
        @DisplayName("never lets instants go back")
        void instantsNeverGoBack() {
            Instant last = Instant.MIN;
            for (int i = 0; i < SETS; i++) {
                Instant instant = store().apply(ChangeSet.of()).instant();
                assertFalse(instant.isBefore(last), "an instant before that of the revision before");
                last = instant;
            }
        }

        @Test
        @DisplayName("reports what went along, and drops it everywhere")
        void cascadesAreReported() {
            Applied applied = store().apply(ChangeSet.of(new DeleteDevice(ContractPolicy.HALL)));
            assertTrue(
                    applied.cascades()
                            .contains(new Cascade(Cascade.Kind.MEMBER_GRANT, ContractPolicy.PLANT, "bob", "hall-1")),
                    () -> "cascades " + applied.cascades());
            Policy policy = store().read();
            assertTrue(policy.publicLinks().isEmpty());
            assertTrue(Content.row(policy.workspaces(), ContractPolicy.OFFICE)
                    .claims()
                    .isEmpty());
            Workspace plant = Content.row(policy.workspaces(), ContractPolicy.PLANT);
            assertTrue(Content.row(plant.members(), ContractPolicy.BOB)
                    .rights()
                    .devices()
                    .isEmpty());
        }

        @Test
        @DisplayName("leaves nothing of a refused set: no row, no revision, nothing to hear, nothing in the history")
        void refusedSetLeavesNothing() {
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            PrincipalId dora = new PrincipalId("dora");
            List<ChangeSet> wrong = List.of(
                    ChangeSet.of(
                            new CreateUser(dora, null, null),
                            new RenameDevice(ContractPolicy.HALL, "renamed"),
                            new DeleteDevice(new DeviceId("nowhere"))),
                    ChangeSet.of(new CreateUser(dora, "bob@example.com", null), new DeleteDevice(ContractPolicy.YARD)),
                    ChangeSet.of(new DeleteWorkspace(ContractPolicy.OFFICE), new DeleteUser(ContractPolicy.ALICE)));
            for (ChangeSet changes : wrong) {
                ChangeRefusedException refusal = refused(Kind.INVALID, changes, ApplyOptions.host());
                assertFalse(refusal.problems().isEmpty());
                Content.assertEqual(start, store().read());
                assertEquals(start.revision(), store().head());
                assertEquals(
                        start.workspaces().get(ContractPolicy.PLANT),
                        store().workspace(ContractPolicy.PLANT).workspace().orElseThrow());
                assertEquals(Optional.empty(), store().history(Content.next(start.revision())));
            }
            Applied next = store().apply(ContractPolicy.rename("afterwards"));
            assertEquals(Content.next(start.revision()), next.revision());
            Content.assertEqual(store().read(), ear.replay(start, next.revision()));
            ear.expectNothing();
        }

        @Test
        @DisplayName("fails at once when the store is closed")
        void closedStoreChangesNothing() {
            Revision head = store().head();
            store().close();
            assertClosed(() -> store().apply(ChangeSet.of()));
            assertClosed(() -> store().history(head));
            assertClosed(() -> store().restore(ContractPolicy.start()));
        }

        @Test
        @DisplayName("refuses null")
        @SuppressWarnings("NullAway") // null on purpose, to see it refused
        void refusesNull() {
            Revision head = store().head();
            assertThrows(NullPointerException.class, () -> store().apply(null));
            assertThrows(NullPointerException.class, () -> store().apply(ChangeSet.of(), null));
            assertThrows(NullPointerException.class, () -> store().follow(null, ear()));
            assertThrows(NullPointerException.class, () -> store().follow(head, null));
            assertThrows(NullPointerException.class, () -> store().workspace(null));
            assertThrows(NullPointerException.class, () -> store().history(null));
            assertThrows(NullPointerException.class, () -> store().restore(null));
            assertEquals(head, store().head());
        }
    }

    @Nested
    @DisplayName("Ids")
    class Ids {

        @Test
        @DisplayName("that look alike, or like something else, are different things in every table")
        void hostileIdsAreDifferent() {
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            WorkspaceId plant = ContractPolicy.PLANT;
            List<Change> changes = new ArrayList<>();
            for (String id : HostileIds.ALL) {
                changes.add(new CreateUser(new PrincipalId(id), id, id));
                changes.add(new CreateWorkspace(new WorkspaceId(id), new OrganizationId("acme"), id, id));
                changes.add(new CreateProduct(plant, new ProductId(id), id));
                changes.add(new CreateDevice(plant, new DeviceId(id), new ProductId(id), id, List.of(id)));
                changes.add(new CreateTeam(plant, new TeamId(id), id));
                changes.add(new AddMember(
                        plant,
                        new PrincipalId(id),
                        Access.NONE.device(id, DevicePermissions.EDIT_BASICS),
                        Window.ALWAYS));
                changes.add(new InviteMember(ContractPolicy.OFFICE, id + "!", Access.NONE, Window.ALWAYS));
            }
            changes.removeIf(change -> change instanceof InviteMember invite
                    && invite.email().getBytes(StandardCharsets.UTF_8).length > 256);
            store().apply(ChangeSet.of(changes));
            Content.assertEqual(store().read(), ear.replay(start, store().head()));
            Policy policy = store().read();
            Workspace workspace = store().workspace(plant).workspace().orElseThrow();
            for (String id : HostileIds.ALL) {
                assertEquals(
                        id, Content.row(policy.users(), new PrincipalId(id)).email(), "an e-mail address");
                assertEquals(
                        id,
                        Content.row(policy.workspaces(), new WorkspaceId(id)).slug(),
                        "a slug");
                assertEquals(
                        id,
                        store().workspace(new WorkspaceId(id))
                                .workspace()
                                .orElseThrow()
                                .name(),
                        "a name");
                assertEquals(
                        id, Content.row(workspace.products(), new ProductId(id)).name(), "the name of a product");
                assertEquals(
                        List.of(id),
                        Content.row(workspace.devices(), new DeviceId(id)).tags(),
                        "the tags of a device");
                assertEquals(id, Content.row(workspace.teams(), new TeamId(id)).name(), "the name of a team");
                assertEquals(
                        List.of(new DeviceId(id)),
                        List.copyOf(Content.row(workspace.members(), new PrincipalId(id))
                                .rights()
                                .devices()
                                .keySet()),
                        "the grants of a member");
            }
        }

        @Test
        @DisplayName("are deleted one by one, and leave those that look alike")
        void hostileIdsGoOneByOne() {
            store().apply(ChangeSet.of(HostileIds.ALL.stream()
                    .map(id -> new CreateUser(new PrincipalId(id), null, null))
                    .toList()));
            int users = store().read().users().size();
            for (String id : HostileIds.ALL) {
                store().apply(ChangeSet.of(new DeleteUser(new PrincipalId(id))));
                Policy policy = store().read();
                assertEquals(--users, policy.users().size(), () -> "users after deleting " + id);
                assertFalse(policy.users().containsKey(new PrincipalId(id)));
            }
            assertEquals(ContractPolicy.start().users(), store().read().users());
        }
    }

    @Nested
    @DisplayName("Writers")
    class Writers {

        @Test
        @DisplayName("at the same time get revisions of their own, in the order in which they were committed")
        void revisionsAreDistinctAndInOrder() {
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            Map<Long, String> written = new ConcurrentSkipListMap<>();
            Together writers = new Together();
            for (int i = 0; i < WRITERS; i++) {
                String writer = "writer-" + i;
                writers.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        String name = writer + "-" + j;
                        Applied applied = store().apply(
                                        ChangeSet.of(new EditUser(ContractPolicy.ALICE, "alice@example.com", name)));
                        String twice = written.put(applied.revision().number(), name);
                        assertEquals(null, twice, () -> "two writers got revision " + applied.revision());
                        assertFalse(
                                store().head().number() < applied.revision().number(),
                                "the head is behind what was written");
                    }
                    return null;
                });
            }
            writers.join(patience());
            assertEquals(WRITERS * SETS, written.size());
            List<Commit> commits = ear.expect(start.revision(), store().head());
            assertEquals(WRITERS * SETS, commits.size());
            Instant last = Instant.MIN;
            for (Commit commit : commits) {
                long number = commit.revision().number();
                assertEquals(
                        written.get(number),
                        Content.row(commit.delta().users(), ContractPolicy.ALICE)
                                .orElseThrow()
                                .name(),
                        () -> "what followers heard as revision " + number + " is not what its writer wrote");
                assertFalse(commit.instant().isBefore(last), "an instant before that of the revision before");
                last = commit.instant();
            }
            assertEquals(
                    written.get(store().head().number()),
                    Content.row(store().read().users(), ContractPolicy.ALICE).name(),
                    "the newest revision is not what stands");
        }

        @Test
        @DisplayName("lose nothing of each other")
        void nothingIsLost() {
            Together writers = new Together();
            for (int i = 0; i < WRITERS; i++) {
                String writer = "writer-" + i;
                writers.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        store().apply(ContractPolicy.user(writer + "-" + j));
                    }
                    return null;
                });
            }
            writers.join(patience());
            assertEquals(
                    ContractPolicy.start().users().size() + WRITERS * SETS,
                    store().read().users().size());
        }

        @Test
        @DisplayName("some of whom are refused draw no revision for that")
        void refusedWritersDrawNoRevision() {
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            Together writers = new Together();
            for (int i = 0; i < WRITERS; i++) {
                writers.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        try {
                            store().apply(ContractPolicy.user("contested-" + j));
                        } catch (ChangeRefusedException e) {
                            assertEquals(Kind.INVALID, e.kind());
                        }
                    }
                    return null;
                });
            }
            writers.join(patience());
            assertEquals(start.revision().number() + SETS, store().head().number());
            Content.assertEqual(store().read(), ear.replay(start, store().head()));
        }

        @Test
        @DisplayName("and followers, many at the same time, agree on every revision")
        void manyWritersAndFollowers() {
            Policy start = store().read();
            List<Ear> ears = new ArrayList<>();
            for (int i = 0; i < 2 * WRITERS; i++) {
                Ear ear = ear();
                ears.add(ear);
                store().follow(start.revision(), ear);
            }
            Together writers = new Together();
            for (int i = 0; i < WRITERS; i++) {
                String writer = "writer-" + i;
                writers.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        store().apply(
                                        j % 5 == 0
                                                ? ChangeSet.of()
                                                : j % 2 == 0
                                                        ? ContractPolicy.rename(writer + "-" + j)
                                                        : ContractPolicy.user(writer + "-" + j));
                    }
                    return null;
                });
            }
            writers.join(patience());
            Policy last = store().read();
            assertEquals(
                    start.revision().number() + WRITERS * SETS, last.revision().number());
            for (Ear ear : ears) {
                Content.assertEqual(last, ear.replay(start, last.revision()));
                ear.expectNothing();
            }
        }
    }

    @Nested
    @DisplayName("Prompt followers")
    class PromptFollowers {

        private class Prompt extends Ear {

            Prompt() {
                super(patience());
            }

            @Override
            public boolean isPrompt() {
                return true;
            }
        }

        @Test
        @DisplayName("have heard of a revision when its writer goes on, also of several writers")
        void haveHeardWhenTheWriterGoesOn() {
            Revision start = store().head();
            Prompt prompt = new Prompt();
            Subscription subscription = store().follow(start, prompt);
            Together writers = new Together();
            for (int i = 0; i < WRITERS; i++) {
                writers.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        Revision written = store().apply(ChangeSet.of()).revision();
                        assertTrue(
                                subscription.delivered().number() >= written.number(),
                                "a writer went on before a prompt follower had heard");
                    }
                    return null;
                });
            }
            writers.join(patience());
            prompt.expect(start, store().head());
        }

        private class Quick extends Ear implements QuickFollower {

            Quick() {
                super(patience());
            }
        }

        @Test
        @DisplayName("that are quick hear every revision once and in order, from several writers, before these go on")
        void quickOnesHearWhenTheWriterGoesOn() {
            Policy start = store().read();
            Quick quick = new Quick();
            Subscription subscription = store().follow(start.revision(), quick);
            Together writers = new Together();
            for (int i = 0; i < WRITERS; i++) {
                String name = "name-" + i;
                writers.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        Revision written =
                                store().apply(ContractPolicy.rename(name)).revision();
                        assertTrue(
                                subscription.delivered().number() >= written.number(),
                                "a writer went on before a quick follower had heard");
                    }
                    return null;
                });
            }
            writers.join(patience());
            Policy last = store().read();
            Content.assertEqual(last, quick.replay(start, last.revision()));
        }

        @Test
        @DisplayName("that are quick are called under no lock of the store")
        void quickOnesAreCalledUnderNoLock() {
            Revision start = store().head();
            Quick quick = new Quick() {
                @Override
                public void committed(Commit commit) {
                    Together reader = new Together().run(() -> store().follow(start, ear()));
                    reader.join(patience());
                    super.committed(commit);
                }
            };
            store().follow(start, quick);
            Together writer = new Together().run(() -> store().apply(ChangeSet.of()));
            writer.join(patience().multipliedBy(2));
            quick.expectNext(start);
        }

        @Test
        @DisplayName("that are quick and fail are told to reload, and hold up nobody")
        void quickOneThatFailsReloads() {
            Revision start = store().head();
            Quick quick = new Quick() {
                @Override
                public void committed(Commit commit) {
                    throw new IllegalStateException("The contract makes this follower fail.");
                }
            };
            Ear other = ear();
            store().follow(start, quick);
            store().follow(start, other);
            store().apply(ChangeSet.of());
            quick.expectReload(ReloadReason.FOLLOWER_FAILED);
            store().apply(ChangeSet.of());
            other.expect(start, store().head());
            quick.expectNothing();
        }

        @Test
        @DisplayName("that are stuck hold up a writer for a while only")
        void stuckFollowerHoldsUpAWhile() {
            Revision start = store().head();
            CountDownLatch release = new CountDownLatch(1);
            Prompt stuck = new Prompt() {
                @Override
                public void committed(Commit commit) {
                    awaitLatch(release);
                    super.committed(commit);
                }
            };
            store().follow(start, stuck);
            Together writer = new Together().run(() -> {
                store().apply(ChangeSet.of());
                store().apply(ChangeSet.of());
                return null;
            });
            try {
                writer.join(patience());
                stuck.expectNothing();
            } finally {
                release.countDown();
            }
            stuck.expect(start, store().head());
        }

        @Test
        @DisplayName("may make changes themselves")
        void mayMakeChanges() {
            Revision start = store().head();
            BlockingQueue<Applied> made = new LinkedBlockingQueue<>();
            Prompt one = new Prompt() {
                @Override
                public void committed(Commit commit) {
                    super.committed(commit);
                    if (commit.revision().number() < start.number() + 3) {
                        made.add(store().apply(ChangeSet.of()));
                    }
                }
            };
            Prompt other = new Prompt();
            store().follow(start, one);
            store().follow(start, other);
            Together writer = new Together().run(() -> store().apply(ChangeSet.of()));
            writer.join(patience());
            Applied second = poll(made);
            Applied third = poll(made);
            assertEquals(Content.next(second.revision()), third.revision());
            one.expect(start, third.revision());
            other.expect(start, third.revision());
        }
    }

    @Nested
    @DisplayName("Principals")
    class Principals {

        @Test
        @DisplayName("make what they may, and are kept as authors with the name of their token")
        void authorIsKept() {
            Revision start = store().head();
            Ear ear = ear();
            store().follow(start, ear);
            Applied applied = store().apply(
                            ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.YARD)),
                            ApplyOptions.as(ContractPolicy.ALICE, ContractPolicy.ALICES_TOKEN));
            assertEquals(new Author(ContractPolicy.ALICE, "laptop"), applied.author());
            assertEquals(applied.author(), ear.expectNext(start).author());
            assertEquals(
                    Optional.of(applied.author()),
                    store().history(applied.revision()).map(LogEntry::author));
            assertEquals(
                    new Author(ContractPolicy.ALICE, null),
                    store().apply(ChangeSet.of(), ApplyOptions.as(ContractPolicy.ALICE))
                            .author());
        }

        @Test
        @DisplayName("who may not leave nothing")
        void forbiddenSetLeavesNothing() {
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            ChangeSet changes = ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.YARD));
            refused(Kind.FORBIDDEN, changes, ApplyOptions.as(ContractPolicy.BOB));
            refused(Kind.FORBIDDEN, changes, ApplyOptions.as(ContractPolicy.BOB, ContractPolicy.ALICES_TOKEN));
            refused(Kind.FORBIDDEN, changes, ApplyOptions.as(new PrincipalId("nobody")));
            refused(Kind.FORBIDDEN, changes, ApplyOptions.as(ContractPolicy.BOB).against(start.revision()));
            Content.assertEqual(start, store().read());
            store().apply(ChangeSet.of());
            ear.expectNext(start.revision());
            ear.expectNothing();
        }

        @Test
        @DisplayName("are judged by the revision on which their change is made, not by one that they saw")
        void revokedWhileWaiting() {
            Together writers = new Together();
            BlockingQueue<Applied> made = new LinkedBlockingQueue<>();
            BlockingQueue<Applied> revoked = new LinkedBlockingQueue<>();
            for (int i = 0; i < WRITERS; i++) {
                String writer = "team-" + i + "-";
                writers.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        try {
                            made.add(store().apply(
                                            ChangeSet.of(
                                                    new CreateTeam(ContractPolicy.PLANT, new TeamId(writer + j), null)),
                                            ApplyOptions.as(ContractPolicy.ALICE, ContractPolicy.ALICES_TOKEN)));
                        } catch (ChangeRefusedException e) {
                            assertEquals(Kind.FORBIDDEN, e.kind(), e::getMessage);
                        }
                    }
                    return null;
                });
            }
            writers.run(() -> {
                revoked.add(store().apply(ChangeSet.of(new RevokeToken(ContractPolicy.ALICES_TOKEN))));
                return null;
            });
            writers.join(patience());
            long end = poll(revoked).revision().number();
            for (Applied applied : made) {
                assertTrue(
                        applied.revision().number() < end,
                        () -> "revision " + applied.revision() + " was made with a token that revision " + end
                                + " had revoked");
            }
        }
    }

    @Nested
    @DisplayName("A set made against a revision")
    class Against {

        @Test
        @DisplayName("is made where nothing has changed that it touches or relies on")
        void goesThroughWhereNothingConcernsIt() {
            Revision base = store().head();
            store().apply(ChangeSet.of(new CreateUser(new PrincipalId("dora"), null, null)));
            store().apply(ChangeSet.of(ContractPolicy.grant("alice", ContractPolicy.YARD)));
            store().apply(ChangeSet.of(new RenameDevice(ContractPolicy.YARD, "renamed")));
            store().apply(
                            ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.YARD)),
                            ApplyOptions.host().against(base));
            store().apply(
                            ContractPolicy.rename("at the head"),
                            ApplyOptions.host().against(store().head()));
        }

        @Test
        @DisplayName("conflicts with a later change of the same row, and names it")
        void sameRowConflicts() {
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            store().apply(ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.YARD)));
            Policy changed = store().read();
            ChangeRefusedException refusal = refused(
                    Kind.CONFLICT,
                    ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.HALL)),
                    ApplyOptions.host().against(start.revision()));
            Content.assertNames(refusal, "bob");
            Content.assertNames(refusal, "plant");
            Content.assertEqual(changed, store().read());
            store().apply(ChangeSet.of());
            ear.expect(start.revision(), store().head());
            ear.expectNothing();
        }

        @Test
        @DisplayName("conflicts where a device on which it grants was deleted since, and names it")
        void reliedOnRowConflicts() {
            Revision base = store().head();
            store().apply(ChangeSet.of(new DeleteDevice(ContractPolicy.YARD)));
            ChangeRefusedException refusal = refused(
                    Kind.CONFLICT,
                    ChangeSet.of(ContractPolicy.grant("alice", ContractPolicy.YARD)),
                    ApplyOptions.host().against(base));
            Content.assertNames(refusal, "yard-1");
            refused(
                    Kind.INVALID,
                    ChangeSet.of(ContractPolicy.grant("alice", ContractPolicy.YARD)),
                    ApplyOptions.host());
        }

        @Test
        @DisplayName("conflicts where it would sweep along what was written since")
        void sweptRowConflicts() {
            Revision base = store().head();
            store().apply(ChangeSet.of(ContractPolicy.grant("alice", ContractPolicy.YARD)));
            ChangeRefusedException refusal = refused(
                    Kind.CONFLICT,
                    ChangeSet.of(new DeleteDevice(ContractPolicy.YARD)),
                    ApplyOptions.host().against(base));
            Content.assertNames(refusal, "alice");
        }

        @Test
        @DisplayName("conflicts where its revision is of another lineage, or not there yet")
        void unknownRevisionConflicts() {
            Revision head = store().head();
            refused(Kind.CONFLICT, ChangeSet.of(), ApplyOptions.host().against(Content.next(head)));
            refused(Kind.CONFLICT, ChangeSet.of(), ApplyOptions.host().against(new Revision("another", head.number())));
            assertEquals(head, store().head());
        }

        @Test
        @DisplayName("is made by one of many who write the same row against the same revision")
        void oneOfManyWins() {
            Revision base = store().head();
            BlockingQueue<Revision> won = new LinkedBlockingQueue<>();
            BlockingQueue<ChangeRefusedException> lost = new LinkedBlockingQueue<>();
            Together writers = new Together();
            for (int i = 0; i < WRITERS; i++) {
                String name = "writer-" + i;
                writers.run(() -> {
                    try {
                        won.add(store().apply(
                                        ChangeSet.of(new EditUser(ContractPolicy.BOB, "bob@example.com", name)),
                                        ApplyOptions.host().against(base))
                                .revision());
                    } catch (ChangeRefusedException e) {
                        lost.add(e);
                    }
                    return null;
                });
            }
            writers.join(patience());
            assertEquals(List.of(Content.next(base)), List.copyOf(won));
            assertEquals(WRITERS - 1, lost.size());
            lost.forEach(refusal -> assertEquals(Kind.CONFLICT, refusal.kind()));
        }
    }

    @Nested
    @DisplayName("Restoring")
    class Restoring {

        @Test
        @DisplayName("starts a new lineage, and tells followers to reload")
        void startsANewLineage() {
            Revision old = store().head();
            Ear ear = ear();
            Subscription subscription = store().follow(old, ear);
            Applied before = store().apply(ContractPolicy.user("dora"));
            ear.expectNext(old);
            Revision restored = store().restore(ContractPolicy.start());
            assertEquals(0, restored.number());
            assertNotEquals(old.lineage(), restored.lineage());
            assertEquals(restored, store().head());
            ear.expectReload(ReloadReason.OTHER_LINEAGE);
            assertFalse(subscription.isOpen());
            Content.assertSame(ContractPolicy.start(), store().read());
            assertEquals(Optional.empty(), store().history(before.revision()));

            Ear late = ear();
            store().follow(before.revision(), late);
            late.expectReload(ReloadReason.OTHER_LINEAGE);
            refused(Kind.CONFLICT, ChangeSet.of(), ApplyOptions.host().against(before.revision()));

            Policy start = store().read();
            Ear anew = ear();
            store().follow(restored, anew);
            store().apply(ContractPolicy.rename("afterwards"));
            Content.assertEqual(store().read(), anew.replay(start, store().head()));
            ear.expectNothing();
        }

        @Test
        @DisplayName("leads followers that reload to the same policy, however many write meanwhile")
        void followersArriveWhileOthersWrite() {
            BlockingQueue<Map.Entry<Policy, Ear>> anew = new LinkedBlockingQueue<>();
            Policy start = store().read();
            store().follow(start.revision(), new Ear(patience()) {
                @Override
                public void reload(ReloadReason reason) {
                    Policy read = store().read();
                    Ear ear = ear();
                    store().follow(read.revision(), ear);
                    anew.add(Map.entry(read, ear));
                }
            });
            Together threads = new Together();
            for (int i = 0; i < WRITERS; i++) {
                threads.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        store().apply(ContractPolicy.rename("name-" + j));
                    }
                    return null;
                });
            }
            threads.run(() -> store().restore(ContractPolicy.start()));
            threads.join(patience());
            Map.Entry<Policy, Ear> follower = poll(anew);
            Policy last = store().read();
            Content.assertEqual(last, follower.getValue().replay(follower.getKey(), last.revision()));
        }
    }

    @Nested
    @DisplayName("Keeping what was changed")
    class KeepingChanges {

        @Test
        @Needs(Capability.PERSISTENT)
        @DisplayName("keeps authors, instants, the order of revisions and what changed by them when it is opened again")
        void historyIsThereAgain() throws Exception {
            Revision start = store().head();
            Applied first = store().apply(
                            ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.YARD)),
                            ApplyOptions.as(ContractPolicy.ALICE, ContractPolicy.ALICES_TOKEN));
            store().close();
            PolicyStore again = (PolicyStore) reopen(store());
            assertEquals(
                    Optional.of(new LogEntry(first.revision(), first.author(), first.instant())),
                    again.history(first.revision()));
            ChangeRefusedException refusal = assertThrows(
                    ChangeRefusedException.class,
                    () -> again.apply(
                            ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.HALL)),
                            ApplyOptions.host().against(start)));
            assertEquals(Kind.CONFLICT, refusal.kind(), refusal::getMessage);
            Content.assertNames(refusal, "bob");
            Applied second = again.apply(
                    ChangeSet.of(ContractPolicy.grant("alice", ContractPolicy.HALL)),
                    ApplyOptions.host().against(start));
            assertEquals(Content.next(first.revision()), second.revision());
            assertFalse(second.instant().isBefore(first.instant()));
        }

        @Test
        @Needs(Capability.PERSISTENT)
        @DisplayName("tells followers, after it was opened again, what was written before")
        void whatWasWrittenIsToldAgain() throws Exception {
            Policy start = store().read();
            store().apply(ContractPolicy.user("dora"));
            store().close();
            PolicyStore again = (PolicyStore) reopen(store());
            again.apply(ContractPolicy.rename("afterwards"));
            Ear ear = ear();
            again.follow(start.revision(), ear);
            Content.assertEqual(again.read(), ear.replay(start, again.head()));
        }

        @Test
        @Needs(Capability.SHARED)
        @DisplayName("conflicts with what another process wrote")
        void conflictsAcrossProcesses() throws Exception {
            PolicyStore other = (PolicyStore) reopen(store());
            Revision base = store().head();
            other.apply(ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.YARD)));
            refused(
                    Kind.CONFLICT,
                    ChangeSet.of(ContractPolicy.grant("bob", ContractPolicy.HALL)),
                    ApplyOptions.host().against(base));
        }

        @Test
        @Needs(Capability.SHARED)
        @DisplayName("draws revisions of several processes one after the other")
        void writersInSeveralProcesses() throws Exception {
            PolicyStore other = (PolicyStore) reopen(store());
            Policy start = store().read();
            Ear ear = ear();
            store().follow(start.revision(), ear);
            Together writers = new Together();
            for (PolicyStore one : List.of(store(), other)) {
                writers.run(() -> {
                    for (int j = 0; j < SETS; j++) {
                        one.apply(ContractPolicy.user("user-" + (one == other) + "-" + j));
                    }
                    return null;
                });
            }
            writers.join(patience());
            assertEquals(start.revision().number() + 2 * SETS, store().head().number());
            Content.assertEqual(store().read(), ear.replay(start, store().head()));
            Content.assertEqual(store().read(), other.read());
        }
    }
}
