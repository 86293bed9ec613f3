package io.doorward.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorward.change.ChangeSet;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.store.Author;
import io.doorward.store.LogEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A document that has had many revisions, one a second until now. */
final class LongLog {

    private LongLog() {}

    /** Writes the document and its log, and says at which revision it is. */
    static Revision write(Path document, int revisions) throws IOException {
        Revision last = new Revision("long", revisions);
        Policy policy = Deed.start(0).withRevision(last);
        Instant begin = Instant.now().minusSeconds(revisions);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (int i = 1; i <= revisions; i++) {
            Digest digest = i == revisions ? Digest.of(policy) : Digest.of(("document " + i).getBytes(UTF_8));
            LogEntry entry = new LogEntry(new Revision("long", i), Author.HOST, begin.plusSeconds(i));
            log.writeBytes(
                    LogLine.write(new LoggedRevision(entry, digest, ChangeSet.of(Deed.user("user-" + i)), null)));
        }
        Files.writeString(document, PolicyJson.toJson(policy));
        Files.write(document.resolveSibling(document.getFileName() + ".log"), log.toByteArray());
        return last;
    }
}
