package io.doorward.store;

import io.doorward.model.Revision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The newest commits of a source, without a gap. Not thread-safe. */
final class KeptCommits {

    private final Retention retention;
    private final TreeMap<Long, Kept> commits = new TreeMap<>();
    private Revision head;

    private record Kept(Commit commit, long nanoTime) {}

    KeptCommits(Revision head, Retention retention) {
        this.head = head;
        this.retention = retention;
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
        commits.put(next.number(), new Kept(commit, nanoTime));
        head = next;
        while (!commits.isEmpty()
                && retention.drops(
                        commits.size(), commits.firstEntry().getValue().commit().instant(), commit.instant())) {
            commits.pollFirstEntry();
        }
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
        if (from.number() < head.number() && !commits.containsKey(from.number() + 1)) {
            return ReloadReason.TOO_OLD;
        }
        return null;
    }

    /** The commit that follows on a revision, if it is kept. */
    @Nullable
    Commit next(Revision revision) {
        Kept next = commits.get(revision.number() + 1);
        return next == null ? null : next.commit();
    }

    List<Commit> after(Revision revision) {
        return commits.tailMap(revision.number(), false).values().stream()
                .map(Kept::commit)
                .toList();
    }

    /** When the first commit after a revision was appended, or the oldest that is kept. */
    long appendedAfter(Revision revision, long otherwise) {
        Map.Entry<Long, Kept> next = commits.higherEntry(revision.number());
        return next == null ? otherwise : next.getValue().nanoTime();
    }
}
