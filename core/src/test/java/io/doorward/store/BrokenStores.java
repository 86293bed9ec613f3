package io.doorward.store;

import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.problem.Problem;
import io.doorward.store.testing.PolicyStoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that each break one rule of the contract, and the contract run against them. */
final class BrokenStores {

    private BrokenStores() {}

    /** A store that does everything right; others do one thing otherwise. */
    static class Sound implements PolicyStore {

        final InMemoryPolicyStore store;

        Sound(Policy policy) {
            store = InMemoryPolicyStore.builder(policy)
                    .promptWait(Duration.ofMillis(100))
                    .build();
        }

        @Override
        public Set<Capability> capabilities() {
            return store.capabilities();
        }

        @Override
        public Revision head() {
            return store.head();
        }

        @Override
        public void snapshot(SnapshotVisitor visitor) {
            store.snapshot(visitor);
        }

        @Override
        public WorkspaceState workspace(WorkspaceId id) {
            return store.workspace(id);
        }

        @Override
        public Subscription follow(Revision from, Follower follower) {
            return store.follow(from, follower);
        }

        @Override
        public Applied apply(ChangeSet changes, ApplyOptions options) {
            return store.apply(changes, options);
        }

        @Override
        public Revision restore(Policy policy) {
            return store.restore(policy);
        }

        @Override
        public Optional<LogEntry> history(Revision revision) {
            return store.history(revision);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** Passes on what it hears. */
    static class Passing implements Follower {

        final Follower follower;

        Passing(Follower follower) {
            this.follower = follower;
        }

        @Override
        public void committed(Commit commit) {
            follower.committed(commit);
        }

        @Override
        public void reload(ReloadReason reason) {
            follower.reload(reason);
        }

        @Override
        public void closed() {
            follower.closed();
        }

        @Override
        public boolean isPrompt() {
            return follower.isPrompt();
        }
    }

    /** Opens a broken store. */
    interface Opening {
        PolicyStore open(Policy policy);
    }

    /** The contract, with little patience: what does not come soon does not come. */
    abstract static class Contract extends PolicyStoreContract {

        private final Opening opening;

        Contract(Opening opening) {
            this.opening = opening;
        }

        @Override
        protected PolicyStore open(Policy policy) {
            return opening.open(policy);
        }

        @Override
        protected Duration patience() {
            return Duration.ofMillis(400);
        }
    }

    /** Stores that are sound but for what stands between them and their followers. */
    private static Opening telling(UnaryOperator<Follower> between) {
        return policy -> new Sound(policy) {
            @Override
            public Subscription follow(Revision from, Follower follower) {
                return store.follow(from, between.apply(follower));
            }
        };
    }

    static class LosesARevision extends Contract {

        LosesARevision() {
            super(telling(follower -> new Passing(follower) {
                @Override
                public void committed(Commit commit) {
                    if (commit.revision().number() % 3 != 0) {
                        super.committed(commit);
                    }
                }
            }));
        }
    }

    static class TellsTwice extends Contract {

        TellsTwice() {
            super(telling(follower -> new Passing(follower) {
                @Override
                public void committed(Commit commit) {
                    super.committed(commit);
                    if (commit.revision().number() % 3 == 0) {
                        super.committed(commit);
                    }
                }
            }));
        }
    }

    static class TellsOutOfOrder extends Contract {

        TellsOutOfOrder() {
            super(telling(follower -> new Passing(follower) {
                private @Nullable Commit held;

                @Override
                public void committed(Commit commit) {
                    Commit before = held;
                    if (before == null && commit.revision().number() % 3 == 1) {
                        held = commit;
                        return;
                    }
                    super.committed(commit);
                    if (before != null) {
                        held = null;
                        super.committed(before);
                    }
                }
            }));
        }
    }

    /** Reads the revision after it has let go of the lock. */
    static class GivesTwoWritersOneRevision extends Contract {

        GivesTwoWritersOneRevision() {
            super(policy -> new Sound(policy) {
                private @Nullable Applied last;

                @Override
                public Applied apply(ChangeSet changes, ApplyOptions options) {
                    Applied applied = store.apply(changes, options);
                    synchronized (this) {
                        Applied before = last;
                        last = applied;
                        return applied.revision().number() % 10 == 0 && before != null ? before : applied;
                    }
                }
            });
        }
    }

    static class KeepsHalfOfARefusedSet extends Contract {

        KeepsHalfOfARefusedSet() {
            super(policy -> new Sound(policy) {
                @Override
                public Applied apply(ChangeSet changes, ApplyOptions options) {
                    try {
                        return store.apply(changes, options);
                    } catch (ChangeRefusedException e) {
                        if (changes.changes().size() > 1) {
                            store.apply(ChangeSet.of(changes.changes().get(0)), options);
                        }
                        throw e;
                    }
                }
            });
        }
    }

    static class DrawsARevisionForARefusedSet extends Contract {

        DrawsARevisionForARefusedSet() {
            super(policy -> new Sound(policy) {
                @Override
                public Applied apply(ChangeSet changes, ApplyOptions options) {
                    try {
                        return store.apply(changes, options);
                    } catch (ChangeRefusedException e) {
                        store.apply(ChangeSet.of());
                        throw e;
                    }
                }
            });
        }
    }

    static class TellsNothingOfAnEmptySet extends Contract {

        TellsNothingOfAnEmptySet() {
            super(telling(follower -> new Passing(follower) {
                @Override
                public void committed(Commit commit) {
                    if (!commit.delta().isEmpty()) {
                        super.committed(commit);
                    }
                }
            }));
        }
    }

    static class ForgetsAgainst extends Contract {

        ForgetsAgainst() {
            super(policy -> new Sound(policy) {
                @Override
                public Applied apply(ChangeSet changes, ApplyOptions options) {
                    PrincipalId principal = options.actor().principal();
                    return store.apply(changes, principal == null ? ApplyOptions.host() : ApplyOptions.as(principal));
                }
            });
        }
    }

    /** Any change since is a conflict. */
    static class ConflictsWithEverything extends Contract {

        ConflictsWithEverything() {
            super(policy -> new Sound(policy) {
                @Override
                public Applied apply(ChangeSet changes, ApplyOptions options) {
                    if (options.against().isPresent()
                            && !options.against().get().equals(head())) {
                        throw new ChangeRefusedException(
                                ChangeRefusedException.Kind.CONFLICT,
                                List.of(new Problem("", "Something has changed.")));
                    }
                    return store.apply(changes, options);
                }
            });
        }
    }

    static class ForgetsAuthors extends Contract {

        ForgetsAuthors() {
            super(policy -> new Sound(policy) {
                @Override
                public Optional<LogEntry> history(Revision revision) {
                    return store.history(revision)
                            .map(entry -> new LogEntry(entry.revision(), Author.HOST, entry.instant()));
                }
            });
        }
    }

    static class IgnoresLetterCase extends Contract {

        IgnoresLetterCase() {
            super(policy -> new Sound(policy) {
                @Override
                public Applied apply(ChangeSet changes, ApplyOptions options) {
                    List<Change> folded = new ArrayList<>();
                    for (Change change : changes.changes()) {
                        folded.add(
                                change instanceof CreateUser user
                                        ? new CreateUser(
                                                new PrincipalId(
                                                        user.user().value().toLowerCase(Locale.ROOT)),
                                                user.email(),
                                                user.name())
                                        : change);
                    }
                    return store.apply(ChangeSet.of(folded), options);
                }
            });
        }
    }

    /** Lets everybody do everything. */
    static class AsksNobody extends Contract {

        AsksNobody() {
            super(policy -> new Sound(policy) {
                @Override
                public Applied apply(ChangeSet changes, ApplyOptions options) {
                    return store.apply(
                            changes,
                            options.against().map(ApplyOptions.host()::against).orElse(ApplyOptions.host()));
                }
            });
        }
    }

    /** Reads its rows one after the other while others write. */
    static class MixesRevisions extends Contract {

        MixesRevisions() {
            super(policy -> new Sound(policy) {
                @Override
                public void snapshot(SnapshotVisitor visitor) {
                    Policy before = store.read();
                    visitor.begin(before.revision(), before.catalogue());
                    before.users().values().forEach(visitor::user);
                    before.organizations().values().forEach(visitor::organization);
                    before.workspaces()
                            .keySet()
                            .forEach(id -> store.workspace(id).workspace().ifPresent(visitor::workspace));
                    before.publicLinks().values().forEach(visitor::publicLink);
                }
            });
        }
    }

    static class KeepsItsLineage extends Contract {

        KeepsItsLineage() {
            super(telling(follower -> new Passing(follower) {
                @Override
                public void reload(ReloadReason reason) {
                    // Followers stay with what they had.
                }
            }));
        }
    }

    static class GoesOnAfterAFailure extends Contract {

        GoesOnAfterAFailure() {
            super(telling(follower -> new Passing(follower) {
                @Override
                public void committed(Commit commit) {
                    try {
                        super.committed(commit);
                    } catch (IllegalStateException e) {
                        // It misses this one.
                    }
                }
            }));
        }
    }

    /** Calls followers on the thread that writes. */
    static class CallsFollowersItself extends Contract {

        CallsFollowersItself() {
            super(policy -> new Sound(policy) {
                private final InMemoryPolicyStore direct = InMemoryPolicyStore.builder(policy)
                        .executor(Runnable::run)
                        .build();

                @Override
                public Revision head() {
                    return direct.head();
                }

                @Override
                public void snapshot(SnapshotVisitor visitor) {
                    direct.snapshot(visitor);
                }

                @Override
                public Subscription follow(Revision from, Follower follower) {
                    return direct.follow(from, follower);
                }

                @Override
                public Applied apply(ChangeSet changes, ApplyOptions options) {
                    return direct.apply(changes, options);
                }
            });
        }
    }

    /** Holds a lock while quick followers are called. */
    static class CallsQuickFollowersUnderALock extends Contract {

        CallsQuickFollowersUnderALock() {
            super(policy -> new Sound(policy) {
                @Override
                public synchronized Subscription follow(Revision from, Follower follower) {
                    return store.follow(from, follower);
                }

                @Override
                public synchronized Applied apply(ChangeSet changes, ApplyOptions options) {
                    return store.apply(changes, options);
                }
            });
        }
    }

    static class WaitsForNobody extends Contract {

        WaitsForNobody() {
            super(telling(follower -> new Passing(follower) {
                @Override
                public boolean isPrompt() {
                    return false;
                }
            }));
        }
    }

    static class StaysOpen extends Contract {

        StaysOpen() {
            super(policy -> new Sound(policy) {
                @Override
                public void close() {
                    // Goes on.
                }
            });
        }
    }
}
