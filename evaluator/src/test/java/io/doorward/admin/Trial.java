package io.doorward.admin;

import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeRefusedException.Kind;
import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One set that somebody tries to make: what became of it, and what the naive rule says. */
final class Trial {

    private final Policy before;
    private final List<Change> changes;
    private final Actor actor;
    private final Instant now;

    Trial(Policy before, List<Change> changes, Actor actor, Instant now) {
        this.before = before;
        this.changes = List.copyOf(changes);
        this.actor = actor;
        this.now = now;
    }

    /**
     * What a set was met with.
     *
     * @param after the new policy, or null
     * @param kind of the refusal, or null
     * @param difference how that contradicts the naive rule, or null
     */
    record Result(
            @Nullable Policy after,
            @Nullable Kind kind,
            @Nullable String difference) {

        int outcome() {
            return after != null ? 0 : kind == Kind.FORBIDDEN ? 1 : 2;
        }
    }

    Result run() {
        ChangeSet set = ChangeSet.of(changes);
        Policy mechanical = null;
        try {
            mechanical = set.applyTo(before, Revision.NONE, actor, now).after();
        } catch (ChangeRefusedException e) {
            mechanical = null;
        }
        Policy after = null;
        Kind kind = null;
        String said = "accepted";
        try {
            after = Administration.apply(before, set, actor, Revision.NONE, now).after();
        } catch (ChangeRefusedException e) {
            kind = e.kind();
            said = e.kind() + " " + e.problems();
        }
        return new Result(after, kind, difference(mechanical, after, kind, said));
    }

    private @Nullable String difference(
            @Nullable Policy mechanical, @Nullable Policy after, @Nullable Kind kind, String said) {
        NaiveRule rule = new NaiveRule(before, changes, actor, now);
        List<String> complaints = new ArrayList<>(actor.isHost() ? List.of() : rule.deeds());
        if (mechanical == null) {
            boolean wrong = after != null || (changes.size() == 1 && !complaints.isEmpty() && kind != Kind.FORBIDDEN);
            return wrong ? text(said, complaints) : null;
        }
        if (complaints.isEmpty()) {
            complaints.addAll(actor.isHost() ? rule.acceptances() : rule.rows(mechanical));
        }
        boolean agrees = complaints.isEmpty() ? mechanical.equals(after) : kind == Kind.FORBIDDEN;
        return agrees ? null : text(said, complaints);
    }

    private String text(String said, List<String> complaints) {
        return actor + " at " + now + " " + changes + "\n  was " + said + "\n  and the naive rule says " + complaints;
    }
}
