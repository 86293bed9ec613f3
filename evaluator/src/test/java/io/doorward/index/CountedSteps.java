package io.doorward.index;

import io.doorward.model.PolicyDelta;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Derives indexes and counts by which ways, so that a test can say that none was left out. Not thread-safe. */
public final class CountedSteps {

    private final Map<WorkspaceStep, Integer> counts = new EnumMap<>(WorkspaceStep.class);

    /** The index of the state to which the delta leads. */
    public Index next(Index index, PolicyDelta delta) {
        return index.next(delta, step -> counts.merge(step, 1, Integer::sum));
    }

    /** The ways that were never taken, by name. */
    public Set<?> missing() {
        Set<WorkspaceStep> missing = EnumSet.allOf(WorkspaceStep.class);
        missing.removeAll(counts.keySet());
        return missing;
    }

    /** How often each way was taken. */
    @Override
    public String toString() {
        return counts.toString();
    }
}
