package io.doorward.store;

import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the newest revisions of one lineage changed, and whether a change set that was made against one of them is late. Not
 * thread-safe.
 */
final class Footprints {

    private final KeptRevisions<Footprint> kept;

    Footprints(Retention retention) {
        kept = new KeptRevisions<>(retention);
    }

    void add(Revision revision, Footprint footprint, Instant instant) {
        kept.add(revision.number(), instant, footprint);
    }

    /** What was changed until now is not known any more. */
    void clear() {
        kept.clear();
    }

    /**
     * Refuses a set whose base is not known any more.
     *
     * @throws ChangeRefusedException saying so
     */
    void requireKnown(Revision against, Revision head) {
        if (!against.lineage().equals(head.lineage())) {
            throw conflict("The change set was made against revision " + against
                    + ", of a store that was copied or restored since; read the policy again and make it anew.");
        }
        if (against.number() > head.number()) {
            throw conflict("The change set was made against revision " + against + ", but the newest is " + head
                    + "; read the policy again and make it anew.");
        }
        if (against.number() < head.number() && kept.get(against.number() + 1) == null) {
            throw conflict("The change set was made against revision " + against
                    + ", and what has changed since is not known any more; read the policy again and make it anew.");
        }
    }

    /**
     * Refuses a set that names what has changed since.
     *
     * @param policy as it stands
     * @throws ChangeRefusedException naming all that has changed
     */
    void requireUnchanged(Revision against, ChangeSet changes, Policy policy) {
        NamedRows named = NamedRows.of(changes, policy);
        refuse(against, named.subjects(), named.relied());
    }

    /**
     * Refuses a set that sweeps along what has changed since.
     *
     * @throws ChangeRefusedException naming all that has changed
     */
    void requireUnchanged(Revision against, Footprint footprint) {
        refuse(against, footprint.written(), Set.of());
    }

    private void refuse(Revision against, Set<RowName> subjects, Set<RowName> relied) {
        Map<RowName, Long> changed = new LinkedHashMap<>();
        kept.forEachAfter(against.number(), (one, number) -> {
            subjects.stream().filter(one.written()::contains).forEach(row -> changed.put(row, number));
            relied.stream().filter(one.cameOrWent()::contains).forEach(row -> changed.put(row, number));
        });
        if (!changed.isEmpty()) {
            throw new ChangeRefusedException(
                    ChangeRefusedException.Kind.CONFLICT,
                    changed.entrySet().stream()
                            .sorted(Map.Entry.<RowName, Long>comparingByValue()
                                    .thenComparing(entry -> entry.getKey().toString()))
                            .map(entry -> sentence(entry.getKey(), entry.getValue(), against))
                            .toList());
        }
    }

    private static Problem sentence(RowName row, long number, Revision against) {
        String name = row.toString();
        return new Problem(
                "",
                Character.toUpperCase(name.charAt(0)) + name.substring(1) + " was changed by revision " + number
                        + ", after revision " + against.number()
                        + " against which the change set was made; look at it again and make the change set anew.");
    }

    private static ChangeRefusedException conflict(String sentence) {
        return new ChangeRefusedException(ChangeRefusedException.Kind.CONFLICT, List.of(new Problem("", sentence)));
    }
}
