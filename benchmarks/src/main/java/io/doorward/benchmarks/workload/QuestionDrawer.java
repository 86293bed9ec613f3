package io.doorward.benchmarks.workload;

import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws questions of one kind. */
final class QuestionDrawer {

    private static final int PERCENT = 100;
    private static final int ALLOWED = 50;
    private static final int ACROSS_TENANTS = 10;
    private static final int UNKNOWN_TOKEN = 2;
    private static final int UNKNOWN_DEVICE = 2;

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

    private final List<PlannedWorkspace> workspaces;
    private final List<PlannedDevice> nonLatin1 = new ArrayList<>();
    private final SplittableRandom random;

    QuestionDrawer(List<PlannedWorkspace> workspaces, long seed) {
        this.workspaces = workspaces;
        random = new SplittableRandom(~seed);
        for (PlannedWorkspace workspace : workspaces) {
            workspace.owned.stream()
                    .filter(device -> !Texts.isLatin1(device.id))
                    .forEach(nonLatin1::add);
        }
    }

    Questions draw(Kind kind, int count) {
        Questions questions = new Questions(count);
        for (int i = 0; i < count; i++) {
            Draft question = draw(kind);
            questions.tokens()[i] = Texts.fresh(question.token);
            questions.actions()[i] = question.action;
            questions.devices()[i] = Texts.fresh(question.device);
            questions.allowed()[i] = question.allowed;
            questions.allowedByOwnGrants()[i] = question.allowedByOwnGrants;
            questions.allowedByDeviceGrants()[i] = question.allowedByDeviceGrants;
        }
        return questions;
    }

    private Draft draw(Kind kind) {
        return switch (kind) {
            case MIXED -> mixed(random.nextInt(PERCENT));
            case ALLOWED -> atHome(true);
            case DENIED -> random.nextInt(ACROSS_TENANTS_OF_DENIED) == 0 ? acrossTenants() : atHome(false);
            case UNKNOWN_TOKEN -> unknown(Texts.token(random), device(workspace()).id);
            case UNKNOWN_DEVICE -> unknown(principal(workspace()).token, Texts.uuid(random));
            case NON_LATIN_1 -> random.nextBoolean() ? onNonLatin1() : onAlias();
        };
    }

    private Draft mixed(int percent) {
        int rest = percent - ALLOWED;
        if (rest < 0) {
            return draw(Kind.ALLOWED);
        }
        rest -= ACROSS_TENANTS;
        if (rest < 0) {
            return acrossTenants();
        }
        rest -= UNKNOWN_TOKEN;
        if (rest < 0) {
            return draw(Kind.UNKNOWN_TOKEN);
        }
        rest -= UNKNOWN_DEVICE;
        return rest < 0 ? draw(Kind.UNKNOWN_DEVICE) : atHome(false);
    }

    /** On a device that is present in the principal's workspace. */
    private Draft atHome(boolean allowed) {
        while (true) {
            PlannedPrincipal principal = principal(workspace());
            PlannedDevice device = allowed ? withGrant(principal) : device(principal.own.workspace);
            Action action = oneOf(ACTIONS);
            if (device != null && principal.may(action, device) == allowed) {
                return known(principal, action, device);
            }
        }
    }

    /** A device on which the principal or one of its teams has a grant; null if there is none. */
    private @Nullable PlannedDevice withGrant(PlannedPrincipal principal) {
        int source = random.nextInt(1 + principal.teams.size());
        PlannedRights rights = source == 0 ? principal.own : principal.teams.get(source - 1).rights;
        return rights.draw(random);
    }

    private Draft acrossTenants() {
        while (true) {
            PlannedPrincipal principal = principal(workspace());
            PlannedDevice device = device(workspace());
            if (!device.isPresentIn(principal.own.workspace)) {
                return known(principal, oneOf(ACTIONS), device);
            }
        }
    }

    private Draft onNonLatin1() {
        PlannedDevice device = oneOf(nonLatin1);
        return known(principal(device.owner), oneOf(ACTIONS), device);
    }

    private Draft onAlias() {
        PlannedWorkspace workspace = workspace();
        PlannedDevice device = device(workspace);
        while (!Texts.isLatin1(device.id)) {
            device = device(workspace);
        }
        return unknown(principal(workspace).token, Texts.cyrillic(device.id));
    }

    private static Draft known(PlannedPrincipal principal, Action action, PlannedDevice device) {
        return new Draft(
                principal.token,
                action,
                device.id,
                principal.may(action, device),
                principal.mayByOwnGrants(action, device),
                principal.mayByDeviceGrants(action, device));
    }

    private Draft unknown(String token, String device) {
        return new Draft(token, oneOf(ACTIONS), device, false, false, false);
    }

    private PlannedWorkspace workspace() {
        return oneOf(workspaces);
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

    private record Draft(
            String token,
            Action action,
            String device,
            boolean allowed,
            boolean allowedByOwnGrants,
            boolean allowedByDeviceGrants) {}
}
