package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.ApiUserBuilder;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.WindowBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.model.WorkspaceId;
import io.doorward.token.TokenHash;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** By which clock an evaluator goes, and when it reads it. */
class ClockTest {

    private static final Instant OPENS = Instant.parse("2026-05-01T00:00:00.000000001Z");

    @ParameterizedTest
    @MethodSource("policiesWithoutAWindow")
    void whereNothingHasAWindowNoClockIsRead(Policy policy) {
        AtomicInteger readings = new AtomicInteger();
        InstantSource counting = () -> {
            readings.incrementAndGet();
            return OPENS;
        };
        Evaluator evaluator = Evaluator.of(policy, counting);
        Subject subject = evaluator.subject("secret");
        DeviceId hall = new DeviceId("hall");
        assertThat(evaluator.allows("secret", DEVICE_VIEW, "hall")).isTrue();
        assertThat(evaluator.allows(subject, DEVICE_VIEW, evaluator.device(hall)))
                .isTrue();
        assertThat(evaluator.allows(subject, DEVICE_VIEW, hall, new WorkspaceId("plant")))
                .isTrue();
        assertThat(readings).hasValue(0);
    }

    static Stream<Named<Policy>> policiesWithoutAWindow() {
        Consumer<ApiUserBuilder> gateway = apiUser -> apiUser.token(hash()).device("hall", VIEW);
        return Stream.of(
                Named.of("at home", policy(workspace -> {}, gateway)), Named.of("through a claim", claimed(gateway)));
    }

    /** Wherever the only right has a window, directly or through something, both answers follow the clock. */
    @ParameterizedTest
    @MethodSource("windowsOfAllKinds")
    void everyWindowIsReckonedWith(Policy policy) {
        AtomicReference<Instant> now = new AtomicReference<>(OPENS.minusNanos(1));
        Evaluator evaluator = Evaluator.of(policy, now::get);
        assertAllowed(evaluator, false);
        now.set(OPENS);
        assertAllowed(evaluator, true);
    }

    /** A clock that is put back, by hand or by a time server, must not open again what was over. */
    @ParameterizedTest
    @MethodSource("windowsOfAllKinds")
    void anEvaluatorsTimeNeverGoesBack(Policy policy) {
        AtomicReference<Instant> now = new AtomicReference<>(OPENS.minusNanos(1));
        Evaluator evaluator = Evaluator.of(policy, now::get);
        assertAllowed(evaluator, false);
        now.set(OPENS);
        assertAllowed(evaluator, true);
        now.set(OPENS.minusSeconds(3600));
        assertAllowed(evaluator, true);
        assertAllowed(evaluator.at(OPENS.minusSeconds(3600)), false);
        assertAllowed(Evaluator.of(policy, now::get), false);
    }

    private static void assertAllowed(Evaluator evaluator, boolean allowed) {
        assertThat(evaluator.allows("secret", DEVICE_VIEW, "hall")).isEqualTo(allowed);
        assertThat(evaluator.check("secret", DEVICE_VIEW, "hall").allowed()).isEqualTo(allowed);
        DeviceId hall = new DeviceId("hall");
        assertThat(evaluator.allows(evaluator.subject("secret"), DEVICE_VIEW, hall))
                .isEqualTo(allowed);
    }

    static Stream<Named<Policy>> windowsOfAllKinds() {
        return Stream.of(
                Named.of("token", policy(workspace -> {}, apiUser -> apiUser.token(
                                hash(), token -> token.notBefore(OPENS))
                        .device("hall", VIEW))),
                Named.of("membership", policy(workspace -> {}, apiUser -> apiUser.token(hash())
                        .device("hall", VIEW)
                        .notBefore(OPENS))),
                Named.of("grant on a device", policy(workspace -> {}, apiUser -> apiUser.token(hash())
                        .device("hall", List.of(VIEW), ClockTest::fromOpening))),
                Named.of("grant on a product", policy(workspace -> {}, apiUser -> apiUser.token(hash())
                        .product("sensor", List.of(VIEW), ClockTest::fromOpening))),
                Named.of("grant on all devices", policy(workspace -> {}, apiUser -> apiUser.token(hash())
                        .allDevices(List.of(VIEW), ClockTest::fromOpening))),
                Named.of(
                        "team membership",
                        policy(
                                workspace ->
                                        workspace.team("crew", team -> team.member("gateway", ClockTest::fromOpening)
                                                .device("hall", VIEW)),
                                apiUser -> apiUser.token(hash()))),
                Named.of(
                        "membership of an inner team",
                        policy(
                                workspace -> workspace
                                        .team("crew", team -> team.member("gateway", ClockTest::fromOpening))
                                        .team("all", team -> team.team("crew").device("hall", VIEW)),
                                apiUser -> apiUser.token(hash()))),
                Named.of(
                        "grant of a team",
                        policy(
                                workspace -> workspace.team("crew", team -> team.member("gateway")
                                        .device("hall", List.of(VIEW), ClockTest::fromOpening)),
                                apiUser -> apiUser.token(hash()))));
    }

    /** The system's clock is read as milliseconds, which is not exact enough around such a window's beginning. */
    @ParameterizedTest
    @MethodSource("windowsFrom")
    void theSystemsClockDecidesToTheNanosecond(Function<Instant, Policy> windowFrom) {
        Clock clock = Clock.systemUTC();
        for (int i = 0; i < 20; i++) {
            Instant opens = clock.instant().plusNanos(3_000_500);
            Instant end = opens.plusMillis(2);
            Evaluator evaluator = Evaluator.of(windowFrom.apply(opens));
            Instant after;
            do {
                Instant before = clock.instant();
                boolean allowed = evaluator.allows("secret", DEVICE_VIEW, "hall");
                after = clock.instant();
                if (before.compareTo(opens) >= 0) {
                    assertThat(allowed).isTrue();
                } else if (after.isBefore(opens)) {
                    assertThat(allowed).isFalse();
                }
            } while (after.isBefore(end));
        }
    }

    static Stream<Named<Function<Instant, Policy>>> windowsFrom() {
        return Stream.of(
                Named.of(
                        "token",
                        opens -> policy(
                                workspace -> {}, apiUser -> apiUser.token(hash(), token -> token.notBefore(opens))
                                        .device("hall", VIEW))),
                Named.of(
                        "grant at home",
                        opens -> policy(workspace -> {}, apiUser -> apiUser.token(hash())
                                .device("hall", List.of(VIEW), window -> window.notBefore(opens)))),
                Named.of(
                        "grant in a workspace that claims the device",
                        opens -> claimed(apiUser -> apiUser.token(hash())
                                .device("hall", List.of(VIEW), window -> window.notBefore(opens)))));
    }

    /** The hall belongs to another workspace, and the plant claims it. */
    private static Policy claimed(Consumer<ApiUserBuilder> gateway) {
        return Policy.builder()
                .workspace("works", works -> works.device("hall"))
                .workspace("plant", plant -> plant.claim("hall", claim -> claim.ceiling(VIEW))
                        .apiUser("gateway", gateway))
                .build();
    }

    @Test
    void aSubjectOfAPrincipalNeedsNoToken() {
        Policy policy =
                policy(workspace -> {}, apiUser -> apiUser.device("hall", List.of(VIEW), ClockTest::fromOpening));
        Evaluator evaluator = Evaluator.of(policy, InstantSource.fixed(OPENS));
        Subject gateway = evaluator.subject(new PrincipalId("gateway"));
        assertThat(evaluator.allows(gateway, DEVICE_VIEW, new DeviceId("hall"))).isTrue();
        assertThat(evaluator.at(Instant.MIN).allows(gateway, DEVICE_VIEW, new DeviceId("hall")))
                .isFalse();
        assertThat(evaluator.at(Instant.MAX).allows(gateway, DEVICE_VIEW, new DeviceId("hall")))
                .isTrue();
    }

    private static Policy policy(Consumer<WorkspaceBuilder> more, Consumer<ApiUserBuilder> gateway) {
        return Policy.builder()
                .workspace("plant", workspace -> {
                    workspace
                            .product("sensor")
                            .device("hall", device -> device.product("sensor"))
                            .apiUser("gateway", gateway);
                    more.accept(workspace);
                })
                .build();
    }

    private static void fromOpening(WindowBuilder window) {
        window.notBefore(OPENS);
    }

    private static TokenHash hash() {
        return TokenHash.ofClearText("secret");
    }
}
