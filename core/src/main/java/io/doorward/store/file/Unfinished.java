package io.doorward.store.file;

import io.doorward.change.ChangeRefusedException;
import io.doorward.model.Policy;
import io.doorward.store.Commit;
import io.doorward.store.file.DocumentWriter.OvertakenException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to do, under the lock, with a revision whose line is in the log and whose document is not in its place. Stateless. */
final class Unfinished {

    private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);

    private Unfinished() {}

    /**
     * Takes back the line of a revision without change sets that never took its place: its document still stands beside the
     * other one. Nobody has heard of it, and what it was made of is there to be looked at, if nobody edited that meanwhile.
     */
    static boolean takeBack(DocumentState state, Disk disk) {
        LoggedRevision last = state.log().last().orElse(null);
        if (last == null || last.changes() != null) {
            return false;
        }
        try {
            boolean unfinished = disk.exists(state.files().next())
                    && Digest.of(disk.read(state.files().next(), 0)).equals(last.digest());
            if (unfinished) {
                state.log().takeBack();
            }
            return unfinished;
        } catch (IOException e) {
            throw Troubles.unreadable(state.files().document(), e);
        }
    }

    /** Makes the revisions whose line is in the log and whose document is not there, or has been overwritten. */
    static void finish(DocumentState state) throws OvertakenException {
        for (LoggedRevision line : state.log().after(state.revision()).orElse(List.of())) {
            Policy after = made(line, state.policy());
            if (after == null) {
                throw Troubles.refused(
                        state.files(),
                        "it is at revision " + state.revision().number() + ", but " + line.number()
                                + " was made since; put the newest document there, or take its lineage and revision away to"
                                + " put it in force as it is");
            }
            LOG.info(
                    "Revision {} of the policy file {}, which was cut off while it was written, is finished.",
                    line.entry().revision(),
                    state.files().document());
            Commit commit = Replay.commit(line, state.policy(), after);
            byte[] document = DocumentWriter.document(after);
            state.put(
                    after,
                    commit,
                    line.footprint(),
                    state.writer().write(document, null, state.known().stamp()));
        }
    }

    /** What a logged revision makes of what is known; null if that is not known. */
    private static @Nullable Policy made(LoggedRevision line, Policy before) {
        if (line.changes() == null) {
            return null;
        }
        try {
            Policy after = line.again(before);
            return Digest.of(after).equals(line.digest()) ? after : null;
        } catch (ChangeRefusedException e) {
            return null;
        }
    }
}
