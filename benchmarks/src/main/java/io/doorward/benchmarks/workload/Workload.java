package io.doorward.benchmarks.workload;

import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy and questions to ask of it; the same size and seed give the same ones.
 *
 * <p>Workspaces with devices (ids are UUIDs, one in a hundred with a letter that Latin-1 lacks) and API users with a token
 * of 40 characters and workspace permissions. A fifth of the API users have an all-devices grant, a twentieth a grant on
 * one of the workspace's 10 products, the others explicit grants on random devices present in their workspace, so many
 * that all of them together are the grants of the {@link Size}. Besides, in each workspace 5 teams of 10 members with 20
 * device grants each; 2% of the devices claimed into another workspace with a ceiling; 1% of the grants with a window, of
 * which half have closed.
 */
public final class Workload {

    private final long seed;
    private final List<PlannedWorkspace> workspaces;

    private Workload(long seed, List<PlannedWorkspace> workspaces) {
        this.seed = seed;
        this.workspaces = workspaces;
    }

    /** Draws a workload. */
    public static Workload of(Size size, long seed) {
        return new Workload(seed, new Planner(size, seed).plan());
    }

    /** Builds the policy, anew at each call. */
    public Policy policy() {
        return PlannedPolicy.of(workspaces);
    }

    /** The tokens in clear. */
    public Map<PrincipalId, String> tokens() {
        Map<PrincipalId, String> tokens = new HashMap<>();
        for (PlannedWorkspace workspace : workspaces) {
            workspace.principals.forEach(principal -> tokens.put(new PrincipalId(principal.id), principal.token));
        }
        return tokens;
    }

    /** Draws questions; each text is a copy of its own that has never been hashed. */
    public Questions questions(Kind kind, int count) {
        return new QuestionDrawer(workspaces, seed).draw(kind, count);
    }
}
