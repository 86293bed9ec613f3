package io.doorward.benchmarks.workload;

import io.doorward.decision.Question;
import io.doorward.differential.Probe;
import io.doorward.model.Window;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws what is asked of an excerpt, so that answers of every kind come. */
final class ExcerptProbes {

    private static final int PERCENT = 100;
    private static final int NOBODYS_TOKEN = 2;
    private static final int NEARLY_A_TOKEN = 2;
    private static final int BY_PRINCIPAL = 10;
    private static final int ON_WORKSPACE = 8;
    private static final int IN_CONTEXT = 15;
    private static final int UNKNOWN_ACTION = 1;
    private static final int AT_A_BOUND = 15;
    private static final int KINDS_OF_LISTS = 4;

    private static final List<Action> DEVICE_ACTIONS = actions(Scope.DEVICE);
    private static final List<Action> WORKSPACE_ACTIONS = actions(Scope.WORKSPACE);

    private final Excerpt excerpt;
    private final PlannedWorkspace home;
    private final SplittableRandom random;
    private final List<Timed> timed = new ArrayList<>();
    private final List<PlannedDevice> claimedByOthers;

    /** A grant with a window, as far as it reaches a principal. */
    private record Timed(PlannedPrincipal principal, PlannedDevice device, Window window) {}

    ExcerptProbes(Excerpt excerpt, SplittableRandom random) {
        this.excerpt = excerpt;
        this.random = random;
        home = excerpt.home;
        for (PlannedPrincipal principal : home.principals) {
            Stream.concat(Stream.of(principal.own), principal.teams.stream().map(team -> team.rights))
                    .forEach(rights -> addTimed(principal, rights));
        }
        claimedByOthers = home.owned.stream()
                .filter(device -> device.claimant() != PlannedDevice.NOBODY)
                .toList();
    }

    private static List<Action> actions(Scope scope) {
        return Catalogue.defaults().actions().stream()
                .filter(action -> action.scope().orElseThrow() == scope)
                .toList();
    }

    private void addTimed(PlannedPrincipal principal, PlannedRights rights) {
        rights.forEach((device, grant) -> add(principal, device, grant));
        add(principal, present(), rights.onAllDevices);
        add(principal, oneOf(home.owned), rights.onProduct);
    }

    private void add(PlannedPrincipal principal, PlannedDevice device, @Nullable PlannedGrant grant) {
        if (grant != null && !grant.window().isAlways()) {
            timed.add(new Timed(principal, device, grant.window()));
        }
    }

    /** A question at an instant. */
    Probe decision() {
        if (!timed.isEmpty() && random.nextInt(PERCENT) < AT_A_BOUND) {
            Timed at = oneOf(timed);
            Instant bound = random.nextBoolean() ? at.window.notBefore() : at.window.expiresAt();
            return new Probe.Decide(onDevice(known(at.principal), at.device.id()), bound.minusNanos(random.nextInt(2)));
        }
        PlannedPrincipal principal = oneOf(home.principals);
        Who who = who(principal);
        Question question = random.nextInt(PERCENT) < ON_WORKSPACE
                ? who.asks(name(WORKSPACE_ACTIONS), Scope.WORKSPACE, workspace(), null)
                : onDevice(who, device(principal));
        return new Probe.Decide(question, Plan.NOW);
    }

    /** A list or a set of permissions; lists of principals only where the excerpt has them all. */
    Probe list(int number) {
        PlannedPrincipal principal = oneOf(home.principals);
        Who who = who(principal);
        return switch (number % KINDS_OF_LISTS) {
            case 0 -> new Probe.Devices(who, name(DEVICE_ACTIONS), context(), Plan.NOW);
            case 1 -> new Probe.Rights(who, Scope.DEVICE, device(principal), context(), Plan.NOW);
            case 2 -> new Probe.Workspaces(who, name(WORKSPACE_ACTIONS), Plan.NOW);
            default -> {
                PlannedDevice device = present();
                boolean alone = device.isOwnedBy(home) && device.claimant() == PlannedDevice.NOBODY;
                yield new Probe.Principals(
                        name(DEVICE_ACTIONS), Scope.DEVICE, device.id(), alone ? null : home.id, Plan.NOW);
            }
        };
    }

    private Question onDevice(Who who, String device) {
        return who.asks(name(DEVICE_ACTIONS), Scope.DEVICE, device, context());
    }

    private static Who known(PlannedPrincipal principal) {
        return new Who(true, principal.token);
    }

    private Who who(PlannedPrincipal principal) {
        int draw = random.nextInt(PERCENT);
        if (draw < NOBODYS_TOKEN) {
            return new Who(true, Texts.token(random));
        }
        if (draw < NOBODYS_TOKEN + NEARLY_A_TOKEN) {
            return new Who(true, differentAtTheEnd(principal.token));
        }
        return draw < NOBODYS_TOKEN + NEARLY_A_TOKEN + BY_PRINCIPAL ? new Who(false, principal.id) : known(principal);
    }

    /** What the principal's grants are on, what its teams' are on, claimed either way, or anywhere; or nearly there. */
    private String device(PlannedPrincipal principal) {
        return switch (random.nextInt(20)) {
            case 0 -> Texts.uuid(random);
            case 1 -> differentAtTheEnd(present().id());
            case 2 ->
                random.nextBoolean()
                        ? upperCase(present().id())
                        : Texts.cyrillic(oneOf(lateOnes()).id());
            case 3, 4 -> oneOf(excerpt.foreign).id();
            case 5, 6 -> claimed(principal).id();
            case 7 -> oneOf(claimedByOthers).id();
            case 8, 9, 10 -> present().id();
            case 11, 12, 13, 14 -> granted(principal.teams.isEmpty() ? principal.own : oneOf(principal.teams).rights);
            default -> granted(principal.own);
        };
    }

    private String granted(PlannedRights rights) {
        PlannedDevice device = rights.draw(random);
        return (device == null ? present() : device).id();
    }

    /** One that this workspace has claimed; with a grant, so that the ceiling matters, where there is one. */
    private PlannedDevice claimed(PlannedPrincipal principal) {
        List<PlannedDevice> granted = home.claimed.stream()
                .filter(device -> principal.own.on(device, true) != 0)
                .toList();
        return granted.isEmpty() ? oneOf(home.claimed.isEmpty() ? home.owned : home.claimed) : oneOf(granted);
    }

    /** Those whose ids are plain UUIDs. */
    private List<PlannedDevice> lateOnes() {
        return home.owned.subList(home.owned.size() / 2, home.owned.size());
    }

    private @Nullable String context() {
        return random.nextInt(PERCENT) < IN_CONTEXT ? workspace() : null;
    }

    private String workspace() {
        return switch (random.nextInt(6)) {
            case 0 -> "workspace-none";
            case 1, 2 -> oneOf(excerpt.others);
            default -> home.id;
        };
    }

    private String name(List<Action> actions) {
        if (random.nextInt(PERCENT) < UNKNOWN_ACTION) {
            return "device.unheard_of";
        }
        return (random.nextBoolean() && actions == DEVICE_ACTIONS ? Actions.DEVICE_VIEW : oneOf(actions)).name();
    }

    private PlannedDevice present() {
        return home.present(random.nextInt(home.present()));
    }

    private static String differentAtTheEnd(String text) {
        return text.substring(0, text.length() - 1) + (text.endsWith("0") ? "1" : "0");
    }

    private static String upperCase(String id) {
        return id.toUpperCase(Locale.ROOT);
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
