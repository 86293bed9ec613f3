package io.doorward.benchmarks.workload;

import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws questions of one kind. */
final class QuestionDrawer {

    private static final int PERCENT = 100;
    private static final int ALLOWED = 50;
    private static final int ACROSS_TENANTS = 10;
    private static final int UNKNOWN_TOKEN = 2;
    private static final int UNKNOWN_DEVICE = 2;

    /** How far the middle is from the first to the last. */
    private static final double MIDDLE = 0.5;

    /** One in so many denials is across tenants where only denials are asked for. */
    private static final int ACROSS_TENANTS_OF_DENIED = 5;

    /** Mostly looking and measuring; one in ten takes a workspace permission. */
    private static final List<Action> ACTIONS = List.of(
            Actions.DEVICE_VIEW,
            Actions.DEVICE_VIEW,
            Actions.DEVICE_VIEW,
            Actions.DEVICE_VIEW,
            Actions.DEVICE_RECORD_MEASUREMENTS,
            Actions.DEVICE_RECORD_MEASUREMENTS,
            Actions.DEVICE_RECORD_MEASUREMENTS,
            Actions.DEVICE_EDIT,
            Actions.DEVICE_EDIT_PRODUCT,
            Actions.DEVICE_DELETE);

    /** Past so many failures there is no question of the kind in the workspace. */
    private static final int TRIES = 100_000;

    private final Plan plan;
    private final SplittableRandom random;

    QuestionDrawer(Plan plan) {
        this.plan = plan;
        random = new SplittableRandom(~plan.seed());
    }

    /** The questions are in random order; they are drawn by workspace, so that each workspace is drawn once. */
    Questions draw(Kind kind, int count) {
        List<List<Integer>> byWorkspace = new ArrayList<>();
        for (int i = 0; i < plan.size().workspaces; i++) {
            byWorkspace.add(new ArrayList<>());
        }
        for (int i = 0; i < count; i++) {
            byWorkspace.get(workspaceFor(kind)).add(i);
        }
        Questions questions = new Questions(count);
        for (int i = 0; i < byWorkspace.size(); i++) {
            if (!byWorkspace.get(i).isEmpty()) {
                PlannedWorkspace workspace = plan.workspace(i);
                byWorkspace.get(i).forEach(question -> put(draw(kind, workspace), question, questions));
            }
        }
        return questions;
    }

    private static void put(Draft question, int number, Questions questions) {
        questions.tokens()[number] = Texts.fresh(question.token);
        questions.actions()[number] = question.action;
        questions.devices()[number] = Texts.fresh(question.device);
        questions.allowed()[number] = question.allowed;
        questions.allowedByOwnGrants()[number] = question.allowedByOwnGrants;
        questions.allowedByDeviceGrants()[number] = question.allowedByDeviceGrants;
    }

    private int workspaceFor(Kind kind) {
        if (kind == Kind.NESTED) {
            return 0;
        }
        int workspace = random.nextInt(plan.size().workspaces);
        while ((kind == Kind.CLAIM || kind == Kind.CLAIM_OR_NOT) && !plan.hasClaims(workspace)) {
            workspace = random.nextInt(plan.size().workspaces);
        }
        return workspace;
    }

    private Draft draw(Kind kind, PlannedWorkspace home) {
        return switch (kind) {
            case MIXED -> mixed(random.nextInt(PERCENT), home);
            case ALLOWED -> atHome(true, home);
            case DENIED -> random.nextInt(ACROSS_TENANTS_OF_DENIED) == 0 ? acrossTenants(home) : atHome(false, home);
            case UNKNOWN_TOKEN -> unknown(Texts.token(random), device(home).id());
            case UNKNOWN_DEVICE -> unknown(principal(home).token, Texts.uuid(random));
            case OVER_LONG ->
                random.nextBoolean()
                        ? unknown(
                                Texts.overLong(principal(home).token),
                                device(home).id())
                        : unknown(
                                principal(home).token,
                                Texts.overLong(device(home).id()));
            case NON_LATIN_1 -> random.nextBoolean() ? onNonLatin1(home) : onAlias(home);
            case OWN_GRANT -> known(repeat(() -> byOwnGrant(home)));
            case OWN_GRANT_OR_NOT -> orNot(() -> byOwnGrant(home));
            case TEAM -> known(repeat(() -> byTeam(principal(home))));
            case TEAM_OR_NOT -> orNot(() -> byTeam(principal(home)));
            case CLAIM -> known(repeat(() -> onClaimed(home)));
            case CLAIM_OR_NOT -> orNot(() -> onClaimed(home));
            case FIRST_GRANT -> known(repeat(() -> onGrantAt(0, home)));
            case MIDDLE_GRANT -> known(repeat(() -> onGrantAt(MIDDLE, home)));
            case LAST_GRANT -> known(repeat(() -> onGrantAt(1, home)));
            case NESTED -> known(repeat(() -> byTeam(home.principals.get(0))));
        };
    }

    /** One of these that are allowed, or the same with another action, which is denied. */
    private Draft orNot(Supplier<@Nullable Allowed> ways) {
        if (random.nextBoolean()) {
            return known(repeat(ways));
        }
        return repeat(() -> {
            Allowed way = ways.get();
            Action other = oneOf(ACTIONS);
            return way == null || way.principal.may(other, way.device) ? null : known(way.principal, other, way.device);
        });
    }

    private static <T> T repeat(Supplier<@Nullable T> draw) {
        for (int i = 0; i < TRIES; i++) {
            T question = draw.get();
            if (question != null) {
                return question;
            }
        }
        throw new IllegalStateException("There seems to be no such question.");
    }

    private Draft mixed(int percent, PlannedWorkspace home) {
        int rest = percent - ALLOWED;
        if (rest < 0) {
            return draw(Kind.ALLOWED, home);
        }
        rest -= ACROSS_TENANTS;
        if (rest < 0) {
            return acrossTenants(home);
        }
        rest -= UNKNOWN_TOKEN;
        if (rest < 0) {
            return draw(Kind.UNKNOWN_TOKEN, home);
        }
        rest -= UNKNOWN_DEVICE;
        return rest < 0 ? draw(Kind.UNKNOWN_DEVICE, home) : atHome(false, home);
    }

    /** On a device that is present in the principal's workspace. */
    private Draft atHome(boolean allowed, PlannedWorkspace home) {
        return repeat(() -> {
            PlannedPrincipal principal = principal(home);
            PlannedDevice device = allowed ? withGrant(principal) : device(home);
            Action action = oneOf(ACTIONS);
            return device != null && principal.may(action, device) == allowed ? known(principal, action, device) : null;
        });
    }

    /** A device on which the principal or one of its teams has a grant; null if there is none. */
    private @Nullable PlannedDevice withGrant(PlannedPrincipal principal) {
        int source = random.nextInt(1 + principal.teams.size());
        PlannedRights rights = source == 0 ? principal.own : principal.teams.get(source - 1).rights;
        return rights.draw(random);
    }

    private @Nullable Allowed byOwnGrant(PlannedWorkspace home) {
        PlannedPrincipal principal = principal(home);
        if (principal.own.devices.isEmpty()) {
            return null;
        }
        PlannedDevice device = oneOf(principal.own.devices);
        Action action = oneOf(ACTIONS);
        return principal.mayByDeviceGrants(action, device) && principal.mayWithoutTeams(action, device)
                ? new Allowed(principal, action, device)
                : null;
    }

    private @Nullable Allowed byTeam(PlannedPrincipal principal) {
        if (principal.teams.isEmpty()) {
            return null;
        }
        PlannedDevice device = oneOf(oneOf(principal.teams).rights.devices);
        Action action = oneOf(ACTIONS);
        return principal.may(action, device)
                        && !principal.mayWithoutTeams(action, device)
                        && !principal.mayByOwnGrants(action, device)
                ? new Allowed(principal, action, device)
                : null;
    }

    private @Nullable Allowed onClaimed(PlannedWorkspace home) {
        PlannedPrincipal principal = principal(home);
        PlannedDevice device = oneOf(home.claimed);
        Action action = oneOf(ACTIONS);
        return principal.may(action, device) ? new Allowed(principal, action, device) : null;
    }

    /** @param part how far from the first to the last, from 0 to 1 */
    private @Nullable Allowed onGrantAt(double part, PlannedWorkspace home) {
        PlannedPrincipal principal = principal(home);
        List<PlannedDevice> devices = principal.own.uuidsById();
        if (devices.isEmpty()) {
            return null;
        }
        PlannedDevice device = devices.get((int) (part * (devices.size() - 1)));
        return principal.mayByDeviceGrants(Actions.DEVICE_VIEW, device)
                        && principal.mayWithoutTeams(Actions.DEVICE_VIEW, device)
                ? new Allowed(principal, Actions.DEVICE_VIEW, device)
                : null;
    }

    private Draft acrossTenants(PlannedWorkspace home) {
        return repeat(() -> {
            int owner = random.nextInt(plan.size().workspaces);
            PlannedDevice device = plan.device(owner, random.nextInt(plan.size().devicesPerWorkspace));
            return device.isPresentIn(home) ? null : known(principal(home), oneOf(ACTIONS), device);
        });
    }

    private Draft onNonLatin1(PlannedWorkspace home) {
        List<PlannedDevice> devices = home.owned.stream()
                .takeWhile(device -> !Texts.isLatin1(device.id()))
                .toList();
        return known(principal(home), oneOf(ACTIONS), oneOf(devices));
    }

    private Draft onAlias(PlannedWorkspace home) {
        PlannedDevice device = device(home);
        while (!Texts.isLatin1(device.id())) {
            device = device(home);
        }
        return unknown(principal(home).token, Texts.cyrillic(device.id()));
    }

    private static Draft known(Allowed way) {
        return known(way.principal, way.action, way.device);
    }

    private static Draft known(PlannedPrincipal principal, Action action, PlannedDevice device) {
        return new Draft(
                principal.token,
                action,
                device.id(),
                principal.may(action, device),
                principal.mayByOwnGrants(action, device),
                principal.mayByDeviceGrants(action, device));
    }

    private Draft unknown(String token, String device) {
        return new Draft(token, oneOf(ACTIONS), device, false, false, false);
    }

    private PlannedPrincipal principal(PlannedWorkspace workspace) {
        return oneOf(workspace.principals);
    }

    private PlannedDevice device(PlannedWorkspace workspace) {
        return workspace.present(random.nextInt(workspace.present()));
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private record Allowed(PlannedPrincipal principal, Action action, PlannedDevice device) {}

    private record Draft(
            String token,
            Action action,
            String device,
            boolean allowed,
            boolean allowedByOwnGrants,
            boolean allowedByDeviceGrants) {}
}
