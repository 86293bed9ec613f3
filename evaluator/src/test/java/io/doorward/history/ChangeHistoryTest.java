package io.doorward.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.Transition;
import io.doorward.generator.Chance;
import io.doorward.generator.PolicyGenerator;
import io.doorward.generator.RandomChanges;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.Revision;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random histories: whatever sequence of changes a policy has gone through, it is the one that its own document tells, and
 * goes on as that one does. Run {@code -Ddoorward.histories=N} for more than the build has.
 */
class ChangeHistoryTest {

    private static final int HISTORIES = Integer.getInteger("doorward.histories", 25);
    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int STEPS = 60;

    /** Fewer may well miss a kind that can seldom be made. */
    private static final int ENOUGH_FOR_EVERY_KIND = 500;

    private final Map<String, int[]> counts = new TreeMap<>();
    private long sets;
    private long accepted;

    @Test
    void noHistoryLeavesAnythingThatItsOwnDocumentWouldNotSay() {
        RandomChanges.kinds().forEach(kind -> counts.put(kind.getSimpleName(), new int[2]));
        for (int i = 0; i < HISTORIES; i++) {
            history(SEED + i);
        }
        System.out.println(sets + " change sets in " + HISTORIES + " histories from seed " + SEED + ", " + accepted
                + " accepted; a kind of change: accepted, in refused sets");
        counts.forEach((kind, count) -> System.out.println("  " + kind + " " + count[0] + " " + count[1]));
        assertThat(accepted).isGreaterThan(sets / 3);
        if (HISTORIES >= ENOUGH_FOR_EVERY_KIND) {
            assertThat(counts.entrySet())
                    .allSatisfy(count ->
                            assertThat(count.getValue()[0]).as(count.getKey()).isPositive());
        }
    }

    private void history(long seed) {
        Policy policy = PolicyGenerator.world(seed).policy();
        RandomChanges changes = new RandomChanges(new Chance(seed));
        for (int step = 1; step <= STEPS; step++) {
            ChangeSet set = changes.set(policy);
            Instant now = changes.instant();
            Revision next = new Revision("history", step);
            String before = PolicyJson.toJson(policy);
            Policy readBack = PolicyJson.read(before);
            sets++;
            String where = "seed " + seed + ", step " + step + ": " + set.changes();
            Transition transition = null;
            try {
                transition = set.applyTo(policy, next, Actor.HOST, now);
            } catch (ChangeRefusedException refused) {
                count(set, 1);
                assertThat(refused.problems()).as(where).isNotEmpty();
                assertThat(outcome(set, readBack, next, now)).as(where).isEqualTo(refused.getMessage());
            }
            assertThat(PolicyJson.toJson(policy)).as(where).isEqualTo(before);
            if (transition != null) {
                accepted++;
                count(set, 0);
                Policy after = transition.after();
                String document = PolicyJson.toJson(after);
                assertThat(PolicyJson.read(document)).as(where).isEqualTo(after);
                assertThat(outcome(set, readBack, next, now)).as(where).isEqualTo(document + transition.cascades());
                requireDelta(policy, after, where);
                policy = after;
            }
        }
    }

    /** What comes out for a policy that has no history, as one text. */
    private static String outcome(ChangeSet set, Policy policy, Revision next, Instant now) {
        try {
            Transition transition = set.applyTo(policy, next, Actor.HOST, now);
            return PolicyJson.toJson(transition.after()) + transition.cascades();
        } catch (ChangeRefusedException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static void requireDelta(Policy before, Policy after, String where) {
        PolicyDelta delta = PolicyDelta.between(before, after);
        for (WorkspaceId id : after.workspaces().keySet()) {
            Workspace old = before.workspaces().get(id);
            Workspace now = after.workspaces().get(id);
            if (now.equals(old)) {
                assertThat(delta.workspaces()).as(where).doesNotContainKey(id);
            } else {
                assertThat(delta.workspaces()).as(where).containsEntry(id, Optional.of(now));
            }
        }
        for (WorkspaceId id : before.workspaces().keySet()) {
            if (!after.workspaces().containsKey(id)) {
                assertThat(delta.workspaces()).as(where).containsEntry(id, Optional.empty());
            }
        }
    }

    private void count(ChangeSet set, int outcome) {
        for (Change change : set.changes()) {
            counts.get(change.getClass().getSimpleName())[outcome]++;
        }
    }
}
