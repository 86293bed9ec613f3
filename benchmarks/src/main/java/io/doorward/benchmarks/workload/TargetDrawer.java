package io.doorward.benchmarks.workload;

import io.doorward.permission.Actions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws targets, spread over the workspaces. */
final class TargetDrawer {

    private final Plan plan;
    private final SplittableRandom random;

    TargetDrawer(Plan plan) {
        this.plan = plan;
        random = new SplittableRandom(plan.seed() + 1);
    }

    /** Different ones. */
    List<Target> draw(int count) {
        Set<Target> targets = new LinkedHashSet<>();
        for (int i = 0; i < plan.size().workspaces; i++) {
            draw(plan.workspace(i), (int) ((long) count * (i + 1) / plan.size().workspaces), targets);
        }
        return new ArrayList<>(targets);
    }

    private void draw(PlannedWorkspace workspace, int until, Set<Target> targets) {
        while (targets.size() < until) {
            PlannedPrincipal principal = workspace.principals.get(random.nextInt(workspace.principals.size()));
            PlannedDevice device = workspace.owned.get(random.nextInt(workspace.owned.size()));
            if (!principal.teams.isEmpty()
                    && !principal.may(Actions.DEVICE_EDIT, device)
                    && !principal.mayByOwnGrants(Actions.DEVICE_EDIT, device)) {
                String team = principal.teams.get(0).id;
                targets.add(new Target(workspace.id, principal.id, principal.token, team, device.id()));
            }
        }
    }
}
