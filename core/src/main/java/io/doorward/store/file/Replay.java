package io.doorward.store.file;

import io.doorward.change.ChangeRefusedException;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.Revision;
import io.doorward.store.Commit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes logged revisions again. Stateless. */
final class Replay {

    private Replay() {}

    /**
     * Each revision between what is known and a document, told apart; empty if that cannot be done. What comes out is
     * compared with the document, whole.
     *
     * @param lines those that follow on what is known
     * @param last the document's own
     * @param document null if it is not there any more
     */
    static List<Commit> commits(
            Policy known, List<LoggedRevision> lines, LoggedRevision last, @Nullable Seen document) {
        List<Commit> commits = new ArrayList<>();
        Policy policy = known;
        try {
            for (LoggedRevision line : lines) {
                if (line.number() > last.number()) {
                    break;
                }
                Policy after = after(policy, line, line.number() == last.number() ? document : null);
                if (after == null) {
                    return List.of();
                }
                Commit commit = commit(line, policy, after);
                commits.add(commit);
                policy = commit.delta().applyTo(policy);
            }
        } catch (ChangeRefusedException e) {
            return List.of();
        }
        return Digest.of(policy).equals(last.digest()) ? commits : List.of();
    }

    private static @Nullable Policy after(Policy before, LoggedRevision line, @Nullable Seen document) {
        if (line.changes() != null) {
            return line.again(before);
        }
        return document == null ? null : document.policy();
    }

    static Commit commit(LoggedRevision line, Policy before, Policy after) {
        return new Commit(line.entry().author(), line.entry().instant(), PolicyDelta.between(before, after));
    }

    /** What an edit of an older document could not be taken over for. */
    static final class UnfitException extends Exception {

        private static final long serialVersionUID = 1L;

        UnfitException(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Makes revisions again on what somebody wrote who did not know of them.
     *
     * @param edited names the revision that he knew
     * @param lines those that follow on that; null if they are not known any more
     */
    static Policy onto(Policy edited, @Nullable List<LoggedRevision> lines, Revision head) throws UnfitException {
        String said = "it names revision " + edited.revision().number() + ", the newest is " + head.number();
        if (lines == null) {
            throw new UnfitException(said + ", and what was changed in between is not known any more", null);
        }
        Policy policy = edited;
        for (LoggedRevision line : lines) {
            if (line.changes() == null) {
                throw new UnfitException(said + ", and revision " + line.number() + " was written by hand, too", null);
            }
            try {
                policy = line.again(policy);
            } catch (ChangeRefusedException e) {
                throw new UnfitException(
                        said + ", and the changes of revision " + line.number() + " do not fit what was edited: "
                                + e.getMessage(),
                        e);
            }
        }
        return policy;
    }
}
