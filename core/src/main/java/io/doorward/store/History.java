package io.doorward.store;

import io.doorward.model.Revision;
import java.util.Optional;

/** Who made the newest revisions of one lineage, and when. Not thread-safe. */
final class History {

    private final KeptRevisions<LogEntry> entries;

    History(Retention retention) {
        entries = new KeptRevisions<>(retention);
    }

    void add(LogEntry entry) {
        entries.add(entry.revision().number(), entry.instant(), entry);
    }

    void clear() {
        entries.clear();
    }

    Optional<LogEntry> get(Revision revision) {
        return Optional.ofNullable(entries.get(revision.number()))
                .filter(entry -> entry.revision().equals(revision));
    }
}
