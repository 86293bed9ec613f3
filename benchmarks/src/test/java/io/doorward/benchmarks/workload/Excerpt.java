package io.doorward.benchmarks.workload;

import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * One workspace of a workload, whole, and of others a few devices: a policy that is small enough for the oracle, which walks
 * through all that there is.
 *
 * <p>What is asked for a principal of this workspace, about anything that is in the excerpt or nowhere in the workload, has
 * the same answer in the excerpt as in the whole policy:
 *
 * <ul>
 *   <li>A token is found by its hash, a device by its id, and no two of a workload are the same: who asks and what about is
 *       the same thing in both.
 *   <li>A device is present where it is owned and where it is claimed into; both are in the excerpt for each device of it.
 *   <li>The principals are API users and there are no organizations, so that they have a relationship with no workspace but
 *       their own. All that is left out is the principals, the teams, the products and the grants of other workspaces, and
 *       through these a principal of this one is in either policy no member.
 *   <li>What it may do through its own workspace depends on rows of that workspace only, which are all there; so does, for the
 *       same reasons, until when an answer holds.
 * </ul>
 *
 * <p>Who may do something is the same list only where others than this workspace's principals do not come into question: on
 * a device that is present in this workspace alone, or in the context of this workspace.
 */
final class Excerpt {

    private static final int FOREIGN = 40;

    final PlannedWorkspace home;

    /** Devices that are not present there. */
    final List<PlannedDevice> foreign = new ArrayList<>();

    /** Their workspaces, and those that have claimed devices from there or own the ones that are claimed there. */
    final List<String> others = new ArrayList<>();

    final Policy policy;

    Excerpt(Plan plan, int number, SplittableRandom random) {
        home = plan.workspace(number);
        while (foreign.size() < FOREIGN) {
            PlannedDevice device = plan.device(
                    random.nextInt(plan.size().workspaces), random.nextInt(plan.size().devicesPerWorkspace));
            if (!device.isPresentIn(home) && !foreign.contains(device)) {
                foreign.add(device);
            }
        }
        policy = policy();
    }

    private Policy policy() {
        Set<PlannedDevice> ownedByOthers = new LinkedHashSet<>(home.claimed);
        ownedByOthers.addAll(foreign);
        Set<PlannedDevice> all = new LinkedHashSet<>(home.owned);
        all.addAll(ownedByOthers);
        Set<Integer> numbers = new TreeSet<>();
        for (PlannedDevice device : all) {
            numbers.add(device.owner());
            numbers.add(device.claimant());
        }
        numbers.remove(PlannedDevice.NOBODY);
        numbers.remove(home.number);

        PolicyBuilder builder = Policy.builder();
        builder.workspace(home.id, workspace -> PlannedPolicy.fill(workspace, home, Part.ALL));
        for (int other : numbers) {
            others.add(PlannedWorkspace.id(other));
            builder.workspace(PlannedWorkspace.id(other), workspace -> {
                for (PlannedDevice device : all) {
                    if (device.owner() == other) {
                        workspace.device(device.id());
                    } else if (device.claimant() == other) {
                        workspace.claim(device.id(), claim -> claim.ceiling(Plan.CEILING));
                    }
                }
            });
        }
        return builder.build();
    }
}
