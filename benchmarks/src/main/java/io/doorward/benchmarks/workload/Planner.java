package io.doorward.benchmarks.workload;

import io.doorward.model.Window;
import io.doorward.permission.Catalogue;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws a workload. A fifth of a workspace's principals have an all-devices grant, a twentieth a grant on one of its ten
 * products, the others share all remaining grants evenly, on random devices present in their workspace.
 */
final class Planner {

    /** Windows are drawn so that the answers are the same for decades around this instant. */
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** What a claim leaves. */
    static final List<Permission> CEILING = List.of(DevicePermissions.VIEW, DevicePermissions.RECORD_MEASUREMENTS);

    private static final double ALL_DEVICES = 0.2;
    private static final double ON_PRODUCT = 0.05;
    private static final double CLAIMED = 0.02;
    private static final double WITH_WINDOW = 0.01;
    private static final double NON_LATIN_1 = 0.01;
    private static final double WORKSPACE_PERMISSION = 0.25;
    private static final int TEAMS = 5;
    private static final int MEMBERS_PER_TEAM = 10;
    private static final int GRANTS_PER_TEAM = 20;

    /** From seeing a device, which is the most common grant, to everything. */
    private static final List<List<Permission>> GRANTED = List.of(
            List.of(),
            List.of(DevicePermissions.VIEW),
            List.of(DevicePermissions.VIEW),
            List.of(DevicePermissions.RECORD_MEASUREMENTS),
            List.of(DevicePermissions.RECORD_MEASUREMENTS),
            List.of(DevicePermissions.RECORD_MEASUREMENTS),
            List.of(DevicePermissions.EDIT_BASICS),
            List.of(DevicePermissions.EDIT_BASICS, DevicePermissions.RECORD_MEASUREMENTS),
            List.of(
                    DevicePermissions.EDIT_BASICS,
                    DevicePermissions.EDIT_PRODUCT,
                    DevicePermissions.RECORD_MEASUREMENTS));

    private final Size size;
    private final SplittableRandom random;
    private final List<PlannedWorkspace> workspaces = new ArrayList<>();

    Planner(Size size, long seed) {
        this.size = size;
        random = new SplittableRandom(seed);
    }

    List<PlannedWorkspace> plan() {
        for (int i = 0; i < size.workspaces; i++) {
            PlannedWorkspace workspace = new PlannedWorkspace("workspace-" + i);
            workspaces.add(workspace);
            addDevices(workspace);
        }
        workspaces.forEach(this::letOthersClaim);
        for (PlannedWorkspace workspace : workspaces) {
            addPrincipals(workspace);
            addTeams(workspace);
        }
        return workspaces;
    }

    private void addDevices(PlannedWorkspace workspace) {
        int nonLatin1 = share(NON_LATIN_1, size.devicesPerWorkspace);
        for (int i = 0; i < size.devicesPerWorkspace; i++) {
            String uuid = Texts.uuid(random);
            String id = i < nonLatin1 ? Texts.cyrillic(uuid) : uuid;
            workspace.owned.add(new PlannedDevice(id, workspace, i % PlannedWorkspace.PRODUCTS));
        }
    }

    private void letOthersClaim(PlannedWorkspace workspace) {
        for (int left = share(CLAIMED, size.devicesPerWorkspace); left > 0; ) {
            PlannedDevice device = oneOf(workspace.owned);
            PlannedWorkspace other = oneOf(workspaces);
            if (device.claimant == null && other != workspace) {
                device.claimant = other;
                other.claimed.add(device);
                left--;
            }
        }
    }

    private void addPrincipals(PlannedWorkspace workspace) {
        int principals = size.principalsPerWorkspace;
        int onAll = share(ALL_DEVICES, principals);
        int onProduct = share(ON_PRODUCT, principals);
        int explicit = principals * size.grantsPerPrincipal - onAll - onProduct;
        for (int i = 0; i < principals; i++) {
            PlannedPrincipal principal = new PlannedPrincipal(
                    workspace.id + "-api-" + i, Texts.token(random), workspace, workspacePermissions());
            workspace.principals.add(principal);
            if (i < onAll) {
                principal.own.onAllDevices = grant();
            } else if (i < onAll + onProduct) {
                principal.own.onProduct = grant();
                principal.own.product = random.nextInt(PlannedWorkspace.PRODUCTS);
            } else {
                int share = explicit / (principals - i);
                addGrants(principal.own, share);
                explicit -= share;
            }
        }
    }

    private void addTeams(PlannedWorkspace workspace) {
        for (int i = 0; i < TEAMS; i++) {
            PlannedTeam team = new PlannedTeam("team-" + i, workspace);
            workspace.teams.add(team);
            addGrants(team.rights, GRANTS_PER_TEAM);
            while (team.members.size() < MEMBERS_PER_TEAM) {
                PlannedPrincipal member = oneOf(workspace.principals);
                if (!team.members.contains(member)) {
                    team.members.add(member);
                    member.teams.add(team);
                }
            }
        }
    }

    private void addGrants(PlannedRights rights, int count) {
        while (rights.devices.size() < count) {
            rights.add(rights.workspace.present(random.nextInt(rights.workspace.present())), grant());
        }
    }

    private PlannedGrant grant() {
        return new PlannedGrant(oneOf(GRANTED), random.nextDouble() < WITH_WINDOW ? window() : Window.ALWAYS);
    }

    /** Half of the windows have closed. Their boundaries are odd to the nanosecond, as those that programs make. */
    private Window window() {
        Instant opened = NOW.minus(Duration.ofDays(3000)).plusNanos(random.nextInt(1_000_000_000));
        Duration length = Duration.ofDays(random.nextBoolean() ? 100 : 100_000);
        return Window.of(opened, opened.plus(length).plusNanos(random.nextInt(1_000_000_000)));
    }

    private List<Permission> workspacePermissions() {
        return Catalogue.defaults().workspace().list().stream()
                .filter(permission -> random.nextDouble() < WORKSPACE_PERMISSION)
                .toList();
    }

    private static int share(double part, int whole) {
        return (int) Math.round(part * whole);
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
