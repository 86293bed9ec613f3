package io.doorward.store.file;

import com.google.common.collect.ImmutableList;
import io.doorward.model.Revision;
import io.doorward.store.Retention;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log beside the document: which revisions led to it, each a line that was on the disk before the document was
 * replaced. What stands behind the document's own line is of a write that was cut off, or of one whose document somebody has
 * overwritten.
 *
 * <p>It is read on from where it was read last, and only lines of writes that may not be finished are read twice. Not
 * thread-safe.
 */
final class LogFile {

    /** Lines that may be dropped are kept until there are so many of them: to drop some, all others are written again. */
    private static final int SPARE = 1_000;

    private final Disk disk;
    private final DocumentFiles files;
    private final Retention retention;

    /** Everything that the file said when it was last read. */
    private List<Line> lines = new ArrayList<>();

    /** Which file it was. */
    private @Nullable Object file;

    private record Line(LoggedRevision revision, long start, long end) {}

    LogFile(Disk disk, DocumentFiles files, Retention retention) {
        this.disk = disk;
        this.files = files;
        this.retention = retention;
    }

    /** Reads what has come since. */
    void read() throws IOException {
        Stamp stamp;
        try {
            stamp = disk.stamp(files.log());
        } catch (NoSuchFileException e) {
            forget();
            return;
        }
        long from = knownEnd();
        if (file == null || !file.equals(stamp.file()) || stamp.size() < from) {
            forget();
            from = 0;
        }
        file = stamp.file();
        byte[] rest;
        try {
            rest = disk.read(files.log(), from);
        } catch (NoSuchFileException e) {
            forget();
            return;
        }
        add(rest, from);
    }

    /** The last line is read again each time: its writer may have taken it back and written another. */
    private long knownEnd() {
        if (!lines.isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).end();
    }

    private void forget() {
        lines = new ArrayList<>();
        file = null;
    }

    private void add(byte[] text, long offset) {
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\n') {
                continue;
            }
            Optional<LoggedRevision> revision = LogLine.read(Arrays.copyOfRange(text, start, i));
            if (revision.isPresent()) {
                lines.add(new Line(revision.get(), offset + start, offset + i + 1));
            } else {
                // What led here cannot be told any more.
                lines.clear();
            }
            start = i + 1;
        }
    }

    /** All lines, the oldest first. */
    List<LoggedRevision> revisions() {
        return lines.stream().map(Line::revision).collect(ImmutableList.toImmutableList());
    }

    /** The newest line of a document. */
    Optional<LoggedRevision> of(Digest document) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            LoggedRevision revision = lines.get(i).revision();
            if (revision.digest().equals(document)) {
                return Optional.of(revision);
            }
        }
        return Optional.empty();
    }

    /** The newest line. */
    Optional<LoggedRevision> last() {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).revision());
    }

    /**
     * The lines behind a revision, each the next one of the same lineage; empty if it is not known that there are none
     * missing.
     */
    Optional<List<LoggedRevision>> after(Revision revision) {
        List<LoggedRevision> after = new ArrayList<>();
        for (Line line : lines) {
            LoggedRevision one = line.revision();
            if (!one.entry().revision().lineage().equals(revision.lineage())) {
                after.clear();
            } else if (one.number() > revision.number()) {
                after.add(one);
            }
        }
        boolean whole = after.isEmpty()
                ? last().map(one -> one.entry().revision().equals(revision)).orElse(false)
                : after.get(0).number() == revision.number() + 1;
        for (int i = 1; i < after.size(); i++) {
            whole &= after.get(i).follows(after.get(i - 1));
        }
        return whole ? Optional.of(List.copyOf(after)) : Optional.empty();
    }

    /** Whether a lineage was that of the document before another one began. */
    boolean isFormer(String lineage) {
        return last().filter(one -> !one.entry().revision().lineage().equals(lineage))
                        .isPresent()
                && knows(lineage);
    }

    /** Whether there is a line of a lineage. */
    boolean knows(String lineage) {
        return lines.stream()
                .anyMatch(line -> line.revision().entry().revision().lineage().equals(lineage));
    }

    /**
     * Adds a line, under the lock, to a log that was just read. If this fails, the line may be there or not, whole or in part,
     * until it is {@linkplain #takeBack taken back}.
     */
    void append(LoggedRevision revision) throws IOException {
        long start = end();
        byte[] line = LogLine.write(revision);
        lines.add(new Line(revision, start, start + line.length));
        write(start, line);
    }

    private long end() {
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).end();
    }

    /** Takes the line back that was added last, under the lock. */
    void takeBack() throws IOException {
        long start = lines.remove(lines.size() - 1).start();
        if (start == 0) {
            disk.delete(files.log());
        } else {
            disk.append(files.log(), start, new byte[0], files.document());
        }
    }

    private void write(long start, byte[] line) throws IOException {
        if (start == 0) {
            disk.delete(files.log());
            disk.create(files.log(), line, files.document());
            disk.syncFolder(files.folder());
        } else {
            disk.append(files.log(), start, line, files.document());
        }
    }

    /** Drops what need not be kept any more, if that is much, under the lock. */
    void shorten() throws IOException {
        int spare = spare();
        if (spare < Math.max(SPARE, lines.size() / 2)) {
            return;
        }
        List<Line> kept = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Line line : lines.subList(spare, lines.size())) {
            byte[] written = LogLine.write(line.revision());
            kept.add(new Line(line.revision(), text.size(), text.size() + written.length));
            text.writeBytes(written);
        }
        disk.delete(files.nextLog());
        disk.create(files.nextLog(), text.toByteArray(), files.document());
        disk.replace(files.log(), files.nextLog());
        lines = kept;
        file = disk.stamp(files.log()).file();
    }

    private int spare() {
        int size = lines.size();
        for (int i = 0; i < size; i++) {
            boolean kept = !retention.drops(
                    size - i,
                    lines.get(i).revision().entry().instant(),
                    lines.get(size - 1).revision().entry().instant());
            if (kept) {
                return i;
            }
        }
        return size;
    }
}
