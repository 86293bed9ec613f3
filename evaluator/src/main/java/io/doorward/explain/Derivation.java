package io.doorward.explain;

import io.doorward.decision.Reason;
import io.doorward.model.ResourceId;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.PermissionSet;
import io.doorward.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What one workspace, or the organization asked about, has to say.
 *
 * @param place the workspace or organization
 * @param claimed whether the device is claimed into it, rather than owned by it
 * @param outcome what it says: allowed, or the first step that fails
 * @param relationship what the principal is there
 * @param sources the rows from which rights come that bear on the question, own ones first
 * @param ceiling the claim's ceiling, closed; empty where there is none
 */
public record Derivation(
        ResourceId place,
        boolean claimed,
        Reason outcome,
        Relationship relationship,
        List<Source> sources,
        Optional<PermissionSet> ceiling) {

    /** Copies the list. */
    public Derivation {
        sources = List.copyOf(sources);
    }

    /** The heading on one line. */
    @Override
    public String toString() {
        return (place instanceof WorkspaceId ? "workspace " : "organization ") + Problem.quoted(place.value())
                + (claimed ? " (claimed)" : "") + ": " + outcome + "; " + relationship.words()
                + ceiling.map(set -> "; the ceiling lets through "
                                + (set.isEmpty() ? "nothing" : String.join(", ", set.names())))
                        .orElse("");
    }
}
