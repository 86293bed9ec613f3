package io.doorward.store.file;

import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.Revision;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.store.ReloadReason;
import io.doorward.store.RevisionLog;
import io.doorward.store.StoreException;
import io.doorward.store.file.DocumentWriter.OvertakenException;
import io.doorward.store.file.Troubles.UnfitDocumentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a document that somebody wrote past the store: the next revision, another lineage, or a refusal. Not
 * thread-safe.
 */
final class Takeover {

    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    private final DocumentState state;
    private final Condition condition;

    Takeover(DocumentState state, Condition condition) {
        this.state = state;
        this.condition = condition;
    }

    /**
     * Makes a revision of it, or refuses it, under the lock.
     *
     * @throws StoreException if it is refused, or cannot be written
     */
    void adopt(Seen seen) throws OvertakenException {
        try {
            judge(policy(seen), seen);
        } catch (UnfitDocumentException e) {
            throw refuse(e, seen);
        }
    }

    private void judge(Policy edited, Seen seen) throws OvertakenException {
        Revision named = edited.revision();
        if (!state.goOnWithLog()) {
            leap(edited, seen);
            return;
        }
        Revision head = state.revision();
        if (named.equals(state.known().named())) {
            takeOver(edited, seen, true);
        } else if (!named.lineage().equals(head.lineage())) {
            requireNoFormer(named);
            LOG.warn(
                    "The policy file {} was replaced by one of another lineage.",
                    state.files().document());
            Policy before = state.policy();
            state.begin(edited, new Revision(Opening.newLineage(), 0), seen.stamp(), ReloadReason.OTHER_LINEAGE);
            HandEdits.log(state.files(), before, state.policy());
        } else if (named.number() < head.number()) {
            takeOver(onto(edited, head), seen, false);
        } else {
            takeOver(edited, seen, false);
        }
    }

    /** Makes a revision of an edited document where it is not known any more what was in force before. */
    private void leap(Policy edited, Seen seen) throws OvertakenException {
        Revision newest = state.log().last().orElseThrow().entry().revision();
        requireNoFormer(edited.revision());
        boolean goesOn = edited.revision().lineage().equals(newest.lineage());
        state.begin(
                goesOn ? onto(edited, newest) : edited,
                goesOn
                        ? new Revision(newest.lineage(), Math.addExact(newest.number(), 1))
                        : new Revision(Opening.newLineage(), 0),
                seen.stamp(),
                goesOn && newest.lineage().equals(state.revision().lineage())
                        ? ReloadReason.TOO_OLD
                        : ReloadReason.OTHER_LINEAGE);
        LOG.warn(
                "The policy file {} was edited by hand; it is revision {} now. What was in force just before is not known"
                        + " here.",
                state.files().document(),
                state.revision());
    }

    /** Makes a revision, for everybody, of what was in force in this process only while it could not write. */
    void join(Seen seen) throws OvertakenException {
        if (!state.isAlone()) {
            return;
        }
        try {
            leap(policy(seen), seen);
        } catch (UnfitDocumentException e) {
            throw refuse(e, seen);
        }
    }

    private Policy policy(Seen seen) {
        try {
            return seen.policy();
        } catch (InvalidPolicyException e) {
            throw Troubles.invalid(state.files(), e, "");
        }
    }

    /** An edited policy with what was changed since the revision that it names. */
    private Policy onto(Policy edited, Revision head) {
        try {
            return Replay.onto(edited, state.log().after(edited.revision()).orElse(null), head);
        } catch (Replay.UnfitException e) {
            throw Troubles.refused(state.files(), e.getMessage() + Troubles.OTHER_WAYS);
        }
    }

    private void requireNoFormer(Revision named) {
        if (state.log().isFormer(named.lineage())) {
            throw Troubles.former(state.files());
        }
    }

    private StoreException refuse(UnfitDocumentException reason, Seen seen) {
        return condition.refuse(reason, seen, state.revision());
    }

    /**
     * Puts an edited policy in force as the next revision.
     *
     * @param asItStands whether the document may stay as it is if only its layout differs from what is known
     */
    private void takeOver(Policy edited, Seen seen, boolean asItStands) throws OvertakenException {
        Policy before = state.policy();
        RevisionLog.Next next = state.past().replacing(before, edited, state.now());
        if (!next.commit().delta().isEmpty()) {
            state.put(next, null, seen.stamp());
            HandEdits.log(state.files(), before, state.policy());
        } else if (asItStands) {
            state.sawAgain(seen);
        } else {
            state.rewrite(seen.stamp());
        }
    }

    /** Puts it in force in this process alone, which may not write. */
    void inThisProcess(Seen seen) {
        Policy edited;
        try {
            edited = policy(seen);
        } catch (UnfitDocumentException e) {
            throw refuse(e, seen);
        }
        Policy before = state.policy();
        if (edited.revision().equals(state.known().named())
                && PolicyDelta.between(before, edited.withRevision(before.revision()))
                        .isEmpty()) {
            state.sawAgain(seen);
            return;
        }
        LOG.warn(
                "The policy file {} was edited, and this process may not write it: what it says is in force here, under a"
                        + " lineage of its own.",
                state.files().document());
        state.standAlone(edited, edited.revision(), seen);
        HandEdits.log(state.files(), before, state.policy());
    }

    /**
     * Makes a revision of a document, just opened, that was edited while no store had it open; under the lock. What was in
     * force before is not known.
     */
    void ofUnknown() throws OvertakenException {
        Revision last = state.log().last().orElseThrow().entry().revision();
        requireNoFormer(state.known().named());
        LOG.warn(
                "The policy file {} was edited while no store had it open.",
                state.files().document());
        state.begin(
                onto(state.policy(), last),
                new Revision(last.lineage(), Math.addExact(last.number(), 1)),
                state.known().stamp(),
                ReloadReason.TOO_OLD);
    }
}
