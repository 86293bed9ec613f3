package io.doorward.benchmarks.workload;

import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Workspace;
import io.doorward.store.PolicySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A policy and questions to ask of it; the same size and seed give the same ones.
 *
 * <p>Workspaces with devices (ids are UUIDs, one in a hundred with a letter that Latin-1 lacks) and API users with a token
 * of 40 characters and workspace permissions. A fifth of the API users have an all-devices grant, a twentieth a grant on
 * one of the workspace's 10 products, the others explicit grants on random devices present in their workspace, so many
 * that all of them together are the grants of the {@link Size}. Besides, in each workspace 5 teams of 10 members with 20
 * device grants each; 2% of the devices claimed into another workspace with a ceiling; 1% of the grants with a window, of
 * which half have closed.
 *
 * <p>Nothing of it is held but the claims: workspaces are drawn whenever somebody goes through them.
 */
public final class Workload {

    private final Plan plan;

    private Workload(Plan plan) {
        this.plan = plan;
    }

    /** Draws a workload. */
    public static Workload of(Size size, long seed) {
        return new Workload(new Plan(size, seed));
    }

    /** How large it is. */
    public Size size() {
        return plan.size();
    }

    /** Builds the policy, anew at each call; objects for every row, which at size L take gigabytes. */
    public Policy policy() {
        return PlannedPolicy.of(plan);
    }

    /** Streams the policy as it is drawn; nothing of it is held. It never changes. */
    public PolicySource source() {
        return source(Part.ALL);
    }

    /** Streams a part of the policy as it is drawn. */
    public PolicySource source(Part part) {
        return new WorkloadSource(plan.size().workspaces, number -> workspace(number, part));
    }

    /** Streams the policy from memory, where all its rows are held. */
    public PolicySource heldSource() {
        List<Workspace> held = IntStream.range(0, plan.size().workspaces)
                .mapToObj(number -> workspace(number, Part.ALL))
                .toList();
        return new WorkloadSource(held.size(), held::get);
    }

    private Workspace workspace(int number, Part part) {
        return PlannedPolicy.workspace(plan.workspace(number), part);
    }

    /** Goes through the workspaces, each with the tokens of its principals in clear. */
    public void forEach(BiConsumer<Workspace, Map<PrincipalId, String>> visitor) {
        for (int i = 0; i < plan.size().workspaces; i++) {
            visitor.accept(workspace(i, Part.ALL), tokens(i));
        }
    }

    private Map<PrincipalId, String> tokens(int workspace) {
        Map<PrincipalId, String> tokens = new HashMap<>();
        for (int i = 0; i < plan.size().principalsPerWorkspace; i++) {
            tokens.put(new PrincipalId(Plan.principalId(workspace, i)), plan.token(workspace, i));
        }
        return tokens;
    }

    /** Draws questions; each text is a copy of its own that has never been hashed. */
    public Questions questions(Kind kind, int count) {
        return new QuestionDrawer(plan).draw(kind, count);
    }

    /** Draws where grants can be given and taken so that answers change; spread over the workspaces. */
    public List<Target> targets(int count) {
        return new TargetDrawer(plan).draw(count);
    }
}
