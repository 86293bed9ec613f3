package io.doorward.store;

import io.doorward.model.Revision;
import java.util.Optional;
import java.util.TreeMap;

/** Who made the newest revisions of one lineage, and when. Not thread-safe. */
final class History {

    private final Retention retention;
    private final TreeMap<Long, LogEntry> entries = new TreeMap<>();

    History(Retention retention) {
        this.retention = retention;
    }

    void add(LogEntry entry) {
        entries.put(entry.revision().number(), entry);
        while (!entries.isEmpty()
                && retention.drops(
                        entries.size(), entries.firstEntry().getValue().instant(), entry.instant())) {
            entries.pollFirstEntry();
        }
    }

    void clear() {
        entries.clear();
    }

    Optional<LogEntry> get(Revision revision) {
        return Optional.ofNullable(entries.get(revision.number()))
                .filter(entry -> entry.revision().equals(revision));
    }
}
