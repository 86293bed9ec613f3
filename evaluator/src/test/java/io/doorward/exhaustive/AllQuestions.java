package io.doorward.exhaustive;

import static io.doorward.exhaustive.Dimension.*;

import io.doorward.differential.Probe;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Action;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All that can be asked of a policy of the small world. Thread-safe. */
final class AllQuestions {

    private static final Instant BEFORE_NOON = Span.NOON.minusNanos(1);

    /** A second earlier or later, with nanoseconds that compare the other way round. */
    private static final List<Instant> OTHER_SECONDS = List.of(Span.NOON.minusMillis(600), Span.NOON.plusMillis(600));

    // What is unknown, and nearly something that is known.
    private static final String UNKNOWN_TOKEN = "token-1 ";
    private static final String UNKNOWN_PRINCIPAL = "P";
    private static final String UNKNOWN_ACTION = "Device.any";
    private static final String UNKNOWN_DEVICE = "d ";
    private static final String UNKNOWN_WORKSPACE = "M";
    private static final String UNKNOWN_ORGANIZATION = "O";

    /** What the questions depend on; policies with equal things are asked the same. */
    private record Things(Secret secret, String claiming, boolean third, List<String> organizations, boolean timed) {}

    private final List<String> deviceActions;
    private final List<String> workspaceActions;
    private final List<String> organizationActions;
    private final Map<Things, List<Probe>> questions = new ConcurrentHashMap<>();

    AllQuestions() {
        List<Action> actions = new SmallCatalogues().of(new Combination()).actions();
        deviceActions = names(actions, Scope.DEVICE);
        workspaceActions = names(actions, Scope.WORKSPACE);
        organizationActions = names(actions, Scope.ORGANIZATION);
    }

    private static List<String> names(List<Action> actions, Scope scope) {
        return actions.stream()
                .filter(action -> action.scope().orElseThrow() == scope)
                .map(Action::name)
                .toList();
    }

    /** What to ask of the policy of a combination. */
    List<Probe> of(Combination c) {
        return questions.computeIfAbsent(
                new Things(
                        c.get(SECRET, Secret.class),
                        SmallPolicies.claiming(c),
                        c.has(THIRD),
                        organizations(c),
                        isTimed(c)),
                things -> new Asking(things).all());
    }

    private static List<String> organizations(Combination c) {
        List<String> ids = new ArrayList<>();
        if (c.has(OWNER)) {
            ids.add(SmallPolicies.OWNING_ORGANIZATION);
        }
        if (c.is(CLAIMING_OWNER, Owner.SOMEBODY_ELSE) || c.is(CLAIMING_OWNER, Owner.THE_PRINCIPAL)) {
            ids.add(SmallPolicies.CLAIMING_ORGANIZATION);
        }
        if (c.is(THIRD, Third.OWNED_BY_THE_PRINCIPAL)) {
            ids.add(SmallPolicies.THIRD_ORGANIZATION);
        }
        return ids;
    }

    /** Whether anything has a window; without one, every instant is like every other. */
    private static boolean isTimed(Combination c) {
        return c.is(SECRET, Secret.UNTIL_NOON)
                || c.is(SECRET, Secret.FROM_NOON)
                || c.is(SECRET, Secret.REVOKED_AND_OVER_AT_NOON)
                || c.is(THIRD, Third.MEMBER_UNTIL_NOON)
                || c.is(THIRD, Third.GRANT_UNTIL_NOON)
                || Dimension.ALL.stream().anyMatch(dimension -> {
                    Object value = c.get(dimension, Object.class);
                    return value instanceof Span span
                            ? span != Span.ALWAYS
                            : value instanceof Row row && row.span != Span.ALWAYS;
                });
    }

    private final class Asking {

        private final Things things;
        private final List<Who> askers = new ArrayList<>();
        private final List<Probe> all = new ArrayList<>();

        Asking(Things things) {
            this.things = things;
            askers.add(new Who(false, SmallPolicies.PRINCIPAL));
            int tokens = things.secret == Secret.ONE_REVOKED_ONE_LIVE ? 2 : 1;
            SmallPolicies.TOKENS.subList(0, tokens).forEach(token -> askers.add(new Who(true, token)));
        }

        List<Probe> all() {
            for (Instant at : things.timed ? List.of(BEFORE_NOON, Span.NOON) : List.of(Span.NOON)) {
                askers.forEach(who -> decisions(who, at));
                askers.forEach(who -> lists(who, at));
                principals(at);
                decide(new Who(false, UNKNOWN_PRINCIPAL), "device.any", Scope.DEVICE, SmallPolicies.DEVICE, null, at);
                decide(new Who(true, UNKNOWN_TOKEN), "device.any", Scope.DEVICE, SmallPolicies.DEVICE, null, at);
            }
            if (things.timed) {
                for (Instant at : OTHER_SECONDS) {
                    askers.forEach(who -> decide(who, "device.edit", Scope.DEVICE, SmallPolicies.DEVICE, null, at));
                }
            }
            return List.copyOf(all);
        }

        /** No context, and every workspace in which the device is present or could be. */
        private List<@Nullable String> contexts() {
            List<@Nullable String> contexts =
                    new ArrayList<>(Arrays.asList(null, SmallPolicies.OWNING, things.claiming));
            if (things.third) {
                contexts.add(SmallPolicies.THIRD_WORKSPACE);
            }
            return contexts;
        }

        private List<String> workspaces() {
            List<String> workspaces = new ArrayList<>(List.of(SmallPolicies.OWNING, things.claiming));
            if (things.third) {
                workspaces.add(SmallPolicies.THIRD_WORKSPACE);
            }
            return workspaces;
        }

        /**
         * All actions of a scope, or the first alone: by a token that is plainly good nothing is decided that is not by the
         * id of its holder, so that one question of each form will do.
         */
        private List<String> actions(Who who, List<String> actions) {
            return who.byToken() && things.secret == Secret.LIVE ? actions.subList(0, 1) : actions;
        }

        private void decisions(Who who, Instant at) {
            for (String context : contexts()) {
                for (String action : context == null ? deviceActions : actions(who, deviceActions)) {
                    decide(who, action, Scope.DEVICE, SmallPolicies.DEVICE, context, at);
                }
            }
            for (String context : List.of(SmallPolicies.UNRELATED, UNKNOWN_WORKSPACE)) {
                decide(who, "device.any", Scope.DEVICE, SmallPolicies.DEVICE, context, at);
            }
            for (String context : List.of(SmallPolicies.OWNING, UNKNOWN_WORKSPACE)) {
                decide(who, "device.any", Scope.DEVICE, UNKNOWN_DEVICE, context, at);
            }
            for (String device : List.of(SmallPolicies.SIBLING, SmallPolicies.FOREIGN, UNKNOWN_DEVICE)) {
                for (String action : actions(who, List.of("device.any", "device.write", "device.admin.owning"))) {
                    decide(who, action, Scope.DEVICE, device, null, at);
                }
            }
            for (String workspace : workspaces()) {
                actions(who, workspaceActions)
                        .forEach(action -> decide(who, action, Scope.WORKSPACE, workspace, null, at));
            }
            decide(who, "workspace.any", Scope.WORKSPACE, SmallPolicies.UNRELATED, null, at);
            decide(who, "workspace.any", Scope.WORKSPACE, UNKNOWN_WORKSPACE, null, at);
            for (String organization : things.organizations) {
                actions(who, organizationActions)
                        .forEach(action -> decide(who, action, Scope.ORGANIZATION, organization, null, at));
            }
            decide(who, "organization.any", Scope.ORGANIZATION, UNKNOWN_ORGANIZATION, null, at);
            decide(who, UNKNOWN_ACTION, Scope.DEVICE, UNKNOWN_DEVICE, null, at);
            decide(who, UNKNOWN_ACTION, Scope.WORKSPACE, UNKNOWN_WORKSPACE, null, at);
            decide(who, "workspace.any", Scope.DEVICE, SmallPolicies.DEVICE, null, at);
            decide(who, "device.any", Scope.WORKSPACE, SmallPolicies.OWNING, null, at);
            decide(who, "workspace.any", Scope.ORGANIZATION, SmallPolicies.OWNING_ORGANIZATION, null, at);
        }

        private void decide(
                Who who, String action, Scope scope, String resource, @Nullable String context, Instant at) {
            all.add(new Probe.Decide(who.asks(action, scope, resource, context), at));
        }

        private void lists(Who who, Instant at) {
            for (String context : contexts()) {
                actions(who, deviceActions).forEach(action -> all.add(new Probe.Devices(who, action, context, at)));
                all.add(new Probe.Rights(who, Scope.DEVICE, SmallPolicies.DEVICE, context, at));
            }
            all.add(new Probe.Devices(who, UNKNOWN_ACTION, null, at));
            all.add(new Probe.Rights(who, Scope.DEVICE, SmallPolicies.SIBLING, null, at));
            all.add(new Probe.Rights(who, Scope.DEVICE, SmallPolicies.FOREIGN, null, at));
            actions(who, workspaceActions).forEach(action -> all.add(new Probe.Workspaces(who, action, at)));
            workspaces().forEach(id -> all.add(new Probe.Rights(who, Scope.WORKSPACE, id, null, at)));
            things.organizations.forEach(id -> all.add(new Probe.Rights(who, Scope.ORGANIZATION, id, null, at)));
        }

        private void principals(Instant at) {
            for (String context : contexts()) {
                for (String action : deviceActions) {
                    all.add(new Probe.Principals(action, Scope.DEVICE, SmallPolicies.DEVICE, context, at));
                }
            }
            for (String workspace : workspaces()) {
                for (String action : workspaceActions) {
                    all.add(new Probe.Principals(action, Scope.WORKSPACE, workspace, null, at));
                }
            }
            for (String organization : things.organizations) {
                for (String action : organizationActions) {
                    all.add(new Probe.Principals(action, Scope.ORGANIZATION, organization, null, at));
                }
            }
        }
    }
}
