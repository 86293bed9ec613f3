package io.doorward.benchmarks.workload;

import io.doorward.model.Window;
import io.doorward.permission.Catalogue;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws a workload, each workspace by itself whenever it is asked for, so that a large one need not be held; the same seed
 * draws the same. A fifth of a workspace's principals have an all-devices grant, a twentieth a grant on one of its ten
 * products, the others share all remaining grants evenly, on random devices present in their workspace.
 */
final class Plan {

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
    private static final String NESTED_TEAM = "nested-team-";

    // Odd multipliers, so that seeds of different things lead to different random numbers.
    private static final long SEEDS = 0x9FB21C651E98DF25L;
    private static final long DEVICES = 0xD1342543DE82EF95L;
    private static final long PRINCIPALS = 0xAEF17502108EF2D9L;
    private static final long WORKSPACES = 0xDA942042E4DD58B5L;

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
    private final long seed;

    /** By the number of the workspace into which they are claimed. */
    private final List<List<PlannedDevice>> claimed = new ArrayList<>();

    /** The number of the workspace into which a device is claimed, by the number of the device among all. */
    private final Map<Integer, Integer> claimants = new HashMap<>();

    Plan(Size size, long seed) {
        this.size = size;
        this.seed = seed;
        for (int i = 0; i < size.workspaces; i++) {
            claimed.add(new ArrayList<>());
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size.workspaces; i++) {
            letOthersClaim(i, random);
        }
    }

    private void letOthersClaim(int owner, SplittableRandom random) {
        for (int left = share(CLAIMED, size.devicesPerWorkspace); left > 0; ) {
            int number = random.nextInt(size.devicesPerWorkspace);
            int claimant = random.nextInt(size.workspaces);
            if (claimant != owner && claimants.putIfAbsent(numberAmongAll(owner, number), claimant) == null) {
                claimed.get(claimant).add(device(owner, number));
                left--;
            }
        }
    }

    Size size() {
        return size;
    }

    long seed() {
        return seed;
    }

    /** Whether anything is claimed into a workspace. */
    boolean hasClaims(int workspace) {
        return !claimed.get(workspace).isEmpty();
    }

    /** Draws a device of a workspace. */
    PlannedDevice device(int owner, int number) {
        int amongAll = numberAmongAll(owner, number);
        String uuid = Texts.uuid(new SplittableRandom((seed * SEEDS + amongAll) * DEVICES));
        return new PlannedDevice(
                number < share(NON_LATIN_1, size.devicesPerWorkspace) ? Texts.cyrillic(uuid) : uuid,
                owner,
                number % PlannedWorkspace.PRODUCTS,
                claimants.getOrDefault(amongAll, PlannedDevice.NOBODY));
    }

    /** The token of a principal. */
    String token(int workspace, int principal) {
        int amongAll = workspace * size.principalsPerWorkspace + principal;
        return Texts.token(new SplittableRandom((seed * SEEDS + amongAll) * PRINCIPALS));
    }

    static String principalId(int workspace, int principal) {
        return PlannedWorkspace.id(workspace) + "-api-" + principal;
    }

    /** Draws a workspace. */
    PlannedWorkspace workspace(int number) {
        PlannedWorkspace workspace = new PlannedWorkspace(number, claimed.get(number));
        for (int i = 0; i < size.devicesPerWorkspace; i++) {
            workspace.owned.add(device(number, i));
        }
        new Drawing(workspace).draw();
        return workspace;
    }

    private int numberAmongAll(int workspace, int device) {
        return workspace * size.devicesPerWorkspace + device;
    }

    private static int share(double part, int whole) {
        return (int) Math.round(part * whole);
    }

    /** Draws who may do what in one workspace. */
    private final class Drawing {

        private final PlannedWorkspace workspace;
        private final SplittableRandom random;

        Drawing(PlannedWorkspace workspace) {
            this.workspace = workspace;
            random = new SplittableRandom((seed * SEEDS + workspace.number) * WORKSPACES);
        }

        void draw() {
            addPrincipals();
            for (int i = 0; i < size.teams.count; i++) {
                addTeam("team-" + i);
            }
            if (workspace.number == 0) {
                addNestedTeams();
            }
        }

        private void addPrincipals() {
            int principals = size.principalsPerWorkspace;
            int onAll = size.teams.shortcuts ? share(ALL_DEVICES, principals) : 0;
            int onProduct = size.teams.shortcuts ? share(ON_PRODUCT, principals) : 0;
            int explicit = principals * size.grantsPerPrincipal - onAll - onProduct;
            for (int i = 0; i < principals; i++) {
                PlannedPrincipal principal = new PlannedPrincipal(
                        principalId(workspace.number, i),
                        token(workspace.number, i),
                        workspace,
                        workspacePermissions());
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

        private void addTeam(String id) {
            PlannedTeam team = new PlannedTeam(id, workspace, null);
            workspace.teams.add(team);
            addGrants(team.rights, size.teams.grants);
            List<PlannedPrincipal> candidates = new ArrayList<>(workspace.principals);
            for (int i = 0; i < size.teams.members; i++) {
                Collections.swap(candidates, i, i + random.nextInt(candidates.size() - i));
                PlannedPrincipal member = candidates.get(i);
                team.members.add(member);
                member.teams.add(team);
            }
        }

        /** The first principal is in the innermost of them, and so in all. */
        private void addNestedTeams() {
            PlannedTeam inner = null;
            PlannedPrincipal member = workspace.principals.get(0);
            for (int i = 0; i < size.teams.nested; i++) {
                PlannedTeam team = new PlannedTeam(NESTED_TEAM + i, workspace, inner);
                workspace.teams.add(team);
                addGrants(team.rights, Size.Teams.GRANTS_OF_NESTED);
                if (inner == null) {
                    team.members.add(member);
                }
                member.teams.add(team);
                inner = team;
            }
        }

        private void addGrants(PlannedRights rights, int count) {
            while (rights.devices.size() < count) {
                rights.add(workspace.present(random.nextInt(workspace.present())), grant());
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

        private <T> T oneOf(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
