package io.doorward.store;

import io.doorward.model.Revision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest commits of a source, without a gap. Not thread-safe. */
final class KeptCommits {

    private final KeptRevisions<Appended> commits;
    private Revision head;

    private record Appended(Commit commit, long nanoTime) {}

    KeptCommits(Revision head, Retention retention) {
        this.head = head;
        commits = new KeptRevisions<>(retention);
    }

    Revision head() {
        return head;
    }

    void append(Commit commit, long nanoTime) {
        Revision next = commit.revision();
        if (!commit.parent().equals(head)
                || !next.lineage().equals(head.lineage())
                || next.number() != head.number() + 1) {
            throw new IllegalArgumentException(
                    "Revision " + next + " after " + commit.parent() + " does not follow on " + head + ".");
        }
        commits.add(next.number(), commit.instant(), new Appended(commit, nanoTime));
        head = next;
    }

    void restart(Revision newHead) {
        commits.clear();
        head = newHead;
    }

    /** Why what follows on a revision cannot be told; null if it can. */
    @Nullable
    ReloadReason reasonToReload(Revision from) {
        if (!from.lineage().equals(head.lineage())) {
            return ReloadReason.OTHER_LINEAGE;
        }
        if (from.number() > head.number()) {
            return ReloadReason.AHEAD;
        }
        if (from.number() < head.number() && next(from) == null) {
            return ReloadReason.TOO_OLD;
        }
        return null;
    }

    /** The commit that follows on a revision, if it is kept. */
    @Nullable
    Commit next(Revision revision) {
        Appended next = commits.get(revision.number() + 1);
        return next == null ? null : next.commit();
    }

    List<Commit> after(Revision revision) {
        List<Commit> after = new ArrayList<>();
        commits.forEachAfter(revision.number(), (one, number) -> after.add(one.commit()));
        return List.copyOf(after);
    }

    /** When the first commit after a revision was appended, or the oldest that is kept. */
    long appendedAfter(Revision revision, long otherwise) {
        Appended next = commits.firstAfter(revision.number());
        return next == null ? otherwise : next.nanoTime();
    }
}
