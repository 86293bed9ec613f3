package io.doorward.index;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.ApiUserBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.TeamBuilder;
import io.doorward.model.Window;
import io.doorward.model.WindowBuilder;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a principal holds changes from anything to anything else: an index that was derived says the same as one that was
 * compiled, down to the rows that an explanation names.
 */
class ChangedRightsTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final List<String> DEVICES = List.of("hall", "cellar", "attic");
    private static final List<Action> ACTIONS =
            List.of(Actions.DEVICE_VIEW, Actions.DEVICE_EDIT, Actions.DEVICE_RECORD_MEASUREMENTS);

    /** What somebody holds, told to the builder of a member or of a team. */
    private record Held(String name, Consumer<ApiUserBuilder> own, Consumer<TeamBuilder> inTeam) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Held> ALL = Stream.of(
                    Stream.of(
                            new Held("nothing", user -> {}, team -> {}),
                            new Held("rules", user -> user.permissions(RULES), team -> team.permissions(RULES)),
                            new Held("all devices", user -> user.allDevices(VIEW), team -> team.allDevices(VIEW))),
                    Stream.of("hall", "cellar").flatMap(ChangedRightsTest::onDevice),
                    Stream.of(
                            onProduct(VIEW, Window.ALWAYS),
                            onProduct(EDIT_BASICS, Window.ALWAYS),
                            onProduct(VIEW, Window.until(NOON))),
                    Stream.of(
                            both(
                                    onDevice("hall", RECORD_MEASUREMENTS, Window.until(NOON)),
                                    onDevice("cellar", VIEW, Window.ALWAYS)),
                            both(onDevice("hall", VIEW, Window.ALWAYS), onProduct(EDIT_BASICS, Window.ALWAYS)),
                            both(
                                    onDevice("cellar", VIEW, Window.until(NOON)),
                                    onDevice("hall", VIEW, Window.from(NOON)))))
            .flatMap(held -> held)
            .toList();

    private static Stream<Held> onDevice(String device) {
        return Stream.of(
                onDevice(device, VIEW, Window.ALWAYS),
                onDevice(device, EDIT_BASICS, Window.ALWAYS),
                onDevice(device, VIEW, Window.from(NOON)),
                onDevice(device, VIEW, Window.until(NOON)));
    }

    private static Held onDevice(String device, Permission permission, Window window) {
        List<Permission> permissions = List.of(permission);
        return new Held(
                permission + " on " + device + " " + window,
                user -> user.device(device, permissions, within(window)),
                team -> team.device(device, permissions, within(window)));
    }

    private static Held onProduct(Permission permission, Window window) {
        List<Permission> permissions = List.of(permission);
        return new Held(
                permission + " on the product " + window,
                user -> user.product("sensor", permissions, within(window)),
                team -> team.product("sensor", permissions, within(window)));
    }

    private static Consumer<WindowBuilder> within(Window window) {
        return builder -> {
            if (window.notBefore() != null) {
                builder.notBefore(window.notBefore());
            }
            if (window.expiresAt() != null) {
                builder.expiresAt(window.expiresAt());
            }
        };
    }

    private static Held both(Held one, Held other) {
        return new Held(one + " and " + other, one.own.andThen(other.own), one.inTeam.andThen(other.inTeam));
    }

    @Test
    void whatIsHeldChangesToAnythingElse() {
        for (Held before : ALL) {
            for (Held after : ALL) {
                assertDerived(policy(before.own, team -> {}), policy(after.own, team -> {}), before + " to " + after);
            }
        }
    }

    @Test
    void whatATeamHoldsChangesToAnythingElse() {
        for (Held before : ALL) {
            for (Held after : ALL) {
                assertDerived(
                        policy(user -> {}, before.inTeam),
                        policy(user -> {}, after.inTeam),
                        "a team's " + before + " to " + after);
            }
        }
    }

    private static void assertDerived(Policy before, Policy after, String what) {
        Index old = Index.of(before);
        List<String> then = told(old);
        Index derived = old.next(PolicyDelta.between(before, after));
        IndexValidator.validate(derived);
        assertThat(told(derived)).as(what).isEqualTo(told(Index.of(after)));
        assertThat(told(old)).as("%s, before", what).isEqualTo(then);
    }

    private static List<String> told(Index index) {
        List<String> told = new ArrayList<>();
        for (Instant at : List.of(NOON.minusNanos(1), NOON)) {
            for (String device : DEVICES) {
                for (Action action : ACTIONS) {
                    told.add(index.explain(index.askerByPrincipal("ann"), action, Scope.DEVICE, device, null, at)
                            .text());
                }
            }
        }
        return told;
    }

    private static Policy policy(Consumer<ApiUserBuilder> own, Consumer<TeamBuilder> inTeam) {
        return Policy.builder()
                .workspace("plant", plant -> plant.product("sensor")
                        .device("hall", hall -> hall.product("sensor"))
                        .device("cellar")
                        .device("attic", attic -> attic.product("sensor"))
                        .apiUser("ann", own)
                        .apiUser("bob", bob -> bob.device("hall", VIEW).device("cellar", EDIT_BASICS))
                        .team("crew", inTeam.andThen(team -> team.member("ann"))))
                .build();
    }
}
