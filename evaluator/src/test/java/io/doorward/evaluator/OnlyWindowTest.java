package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_EDIT;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Decision;
import io.doorward.decision.Reason;
import io.doorward.model.DeviceId;
import io.doorward.model.MemberBuilder;
import io.doorward.model.Policy;
import io.doorward.model.TeamBuilder;
import io.doorward.model.WindowBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The window of a grant counts where it is the only one that there is: nothing else says that the clock must be read. */
class OnlyWindowTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final List<Permission> EDIT = List.of(EDIT_BASICS);
    private static final int MANY = 70;

    /**
     * The grant by which somebody may edit the device from noon on for a minute.
     *
     * @param teams of how many he is a member, the last of which has the grant; 0 if it is his own
     * @param claimed whether he is a member of the workspace that has claimed the device
     */
    private record Way(String grant, int teams, boolean claimed) {

        void addTo(MemberBuilder member) {
            switch (grant) {
                case "device" -> member.device("hall", EDIT, OnlyWindowTest::inTheMinute);
                case "product" -> member.product("lamp", EDIT, OnlyWindowTest::inTheMinute);
                default -> member.allDevices(EDIT, OnlyWindowTest::inTheMinute);
            }
        }

        void addTo(TeamBuilder team) {
            switch (grant) {
                case "device" -> team.device("hall", EDIT, OnlyWindowTest::inTheMinute);
                case "product" -> team.product("lamp", EDIT, OnlyWindowTest::inTheMinute);
                default -> team.allDevices(EDIT, OnlyWindowTest::inTheMinute);
            }
        }
    }

    private static void inTheMinute(WindowBuilder window) {
        window.notBefore(NOON).expiresAt(LATER);
    }

    static Stream<Way> ways() {
        return Stream.of(0, 1, MANY)
                .flatMap(teams -> Stream.of(
                        new Way("device", teams, false),
                        new Way("product", teams, false),
                        new Way("all devices", teams, false),
                        new Way("device", teams, true),
                        new Way("all devices", teams, true)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aGrantHoldsInItsWindow(Way way) {
        Evaluator evaluator = evaluator(way);
        Stream.of(NOON.minusNanos(1), NOON, LATER.minusNanos(1), LATER).forEach(instant -> {
            Evaluator then = evaluator.at(instant);
            boolean holds = !instant.isBefore(NOON) && instant.isBefore(LATER);
            assertThat(then.allows("anns", DEVICE_EDIT, "hall"))
                    .as("%s", instant)
                    .isEqualTo(holds);
            assertThat(then.allows(then.subject("anns"), DEVICE_EDIT, then.device(new DeviceId("hall"))))
                    .as("by handles, %s", instant)
                    .isEqualTo(holds);
        });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aDecisionHoldsUntilTheWindowOpensOrCloses(Way way) {
        Evaluator evaluator = evaluator(way);
        assertDecision(evaluator, NOON.minusNanos(1), Reason.EXPIRED, Optional.of(NOON));
        assertDecision(evaluator, NOON, Reason.ALLOWED, Optional.of(LATER));
        assertDecision(evaluator, LATER.minusNanos(1), Reason.ALLOWED, Optional.of(LATER));
        assertDecision(evaluator, LATER, Reason.EXPIRED, Optional.empty());
    }

    private static void assertDecision(Evaluator evaluator, Instant at, Reason reason, Optional<Instant> holdsUntil) {
        Decision decision = evaluator.at(at).check("anns", DEVICE_EDIT, "hall");
        assertThat(decision.reason()).as("%s", at).isEqualTo(reason);
        assertThat(decision.holdsUntil()).as("%s", at).isEqualTo(holdsUntil);
    }

    private static Evaluator evaluator(Way way) {
        return Evaluator.of(Policy.builder()
                .user("ann", ann -> ann.token(TokenHash.ofClearText("anns")))
                .workspace("owning", owning -> {
                    owning.product("lamp").device("hall", hall -> hall.product("lamp"));
                    if (!way.claimed) {
                        addMember(owning, way);
                    }
                })
                .workspace("claiming", claiming -> {
                    if (way.claimed) {
                        claiming.claim("hall", claim -> claim.ceiling(VIEW, EDIT_BASICS));
                        addMember(claiming, way);
                    }
                })
                .build());
    }

    private static void addMember(WorkspaceBuilder workspace, Way way) {
        workspace.member("ann", ann -> {
            if (way.teams == 0) {
                way.addTo(ann);
            }
        });
        IntStream.rangeClosed(1, way.teams)
                .forEach(i -> workspace.team("team-" + i, team -> {
                    team.member("ann");
                    if (i == way.teams) {
                        way.addTo(team);
                    }
                }));
    }
}
