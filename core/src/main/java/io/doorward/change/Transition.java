package io.doorward.change;

import io.doorward.model.Cascade;
import io.doorward.model.Policy;
import java.util.List;

/**
 * What a change set makes of a policy. An immutable value.
 *
 * @param before the policy that it was applied to
 * @param after the policy that comes out of it; the workspaces that were not touched are the same objects
 * @param cascades the rows that went because something went that they named
 */
public record Transition(Policy before, Policy after, List<Cascade> cascades) {

    /** Copies the list. */
    public Transition {
        cascades = List.copyOf(cascades);
    }
}
