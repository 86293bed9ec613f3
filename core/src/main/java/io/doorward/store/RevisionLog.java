package io.doorward.store;

import io.doorward.admin.Administration;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.Transition;
import io.doorward.model.Cascade;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest revisions of one lineage: who made them, and which rows they changed; and what the next one is. For who writes a
 * store.
 *
 * <p>Not thread-safe: a store uses it under its writer's lock. Memory for as much as the {@link Retention} keeps.
 */
public final class RevisionLog {

    private final History history;
    private final Footprints footprints;

    /** No revision is of an instant before this. */
    private Instant lastInstant = Instant.MIN;

    /**
     * A revision that could be made, and has not been yet.
     *
     * @param commit as followers will hear it
     * @param after the policy that comes out
     * @param footprint which rows differ
     * @param cascades the rows that go because something goes that they name
     */
    public record Next(Commit commit, Policy after, Footprint footprint, List<Cascade> cascades) {

        /** Copies the list. */
        public Next {
            cascades = List.copyOf(cascades);
        }

        /** What the caller of {@link PolicyStore#apply} is told when the revision is made. */
        public Applied applied() {
            return new Applied(commit.revision(), commit.instant(), commit.author(), cascades);
        }

        /** What is kept of the revision. */
        public LogEntry entry() {
            return new LogEntry(commit.revision(), commit.author(), commit.instant());
        }
    }

    /** Of nothing yet. */
    public RevisionLog(Retention retention) {
        history = new History(retention);
        footprints = new Footprints(retention);
    }

    /**
     * What becomes of a policy by a set, if it is right, allowed and not late. Changes nothing here.
     *
     * <p>A late set of the host is a conflict before it is anything else. One of a principal must be allowed first: what
     * changed since is nothing for somebody who may not know of it.
     *
     * @param before the policy as it stands, of the newest revision
     * @param clock what the store's clock says; a revision before which it has gone back lends its instant
     * @throws ChangeRefusedException with all that speaks against it
     */
    public Next next(Policy before, ChangeSet changes, ApplyOptions options, Instant clock) {
        Instant now = notBefore(clock);
        Revision next = after(before.revision());
        Transition transition = transition(before, changes, options, next, now);
        PolicyDelta delta = PolicyDelta.between(before, transition.after());
        Footprint footprint = Footprint.of(before, delta);
        options.against().ifPresent(against -> footprints.requireUnchanged(against, footprint));
        Commit commit = new Commit(Author.of(options.actor(), before), now, delta);
        return new Next(commit, transition.after(), footprint, transition.cascades());
    }

    private static Revision after(Revision head) {
        if (head.number() == Long.MAX_VALUE) {
            throw new StoreException(
                    "Revision " + head
                            + " is the last that can be counted; restore the policy, which starts a new lineage.",
                    null,
                    false);
        }
        return new Revision(head.lineage(), head.number() + 1);
    }

    private Transition transition(Policy before, ChangeSet changes, ApplyOptions options, Revision next, Instant now) {
        Optional<Revision> against = options.against();
        against.ifPresent(revision -> footprints.requireKnown(revision, before.revision()));
        if (options.actor().isHost()) {
            against.ifPresent(revision -> footprints.requireUnchanged(revision, changes, before));
        }
        Transition transition = Administration.apply(before, changes, options.actor(), next, now);
        if (!options.actor().isHost()) {
            against.ifPresent(revision -> footprints.requireUnchanged(revision, changes, before));
        }
        return transition;
    }

    /**
     * The revision that puts what somebody wrote past the store in the place of the policy; its author is the host.
     *
     * @param before the policy as it stands, of the newest revision
     * @param content what it shall be; its own revision does not matter
     */
    public Next replacing(Policy before, Policy content, Instant clock) {
        Revision next = after(before.revision());
        PolicyDelta delta = PolicyDelta.between(before, content.withRevision(next));
        return new Next(
                new Commit(Author.HOST, notBefore(clock), delta),
                delta.applyTo(before),
                Footprint.of(before, delta),
                List.of());
    }

    /**
     * Keeps a revision, the next one.
     *
     * @param footprint null where it is not known: then every set made against an earlier revision is late
     */
    public void add(LogEntry entry, @Nullable Footprint footprint) {
        lastInstant = entry.instant();
        history.add(entry);
        if (footprint == null) {
            footprints.clear();
        } else {
            footprints.add(entry.revision(), footprint, entry.instant());
        }
    }

    /** Forgets all, for another lineage. Instants go on from where they were. */
    public void clear() {
        history.clear();
        footprints.clear();
    }

    /** Who made a revision and when, if that is kept. */
    public Optional<LogEntry> entry(Revision revision) {
        return history.get(revision);
    }

    /** What a clock says, or the instant of the newest revision if that is later. */
    public Instant notBefore(Instant clock) {
        return clock.isBefore(lastInstant) ? lastInstant : clock;
    }
}
