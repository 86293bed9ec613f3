package io.doorward.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.WindowBuilder;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a member has in one workspace by several grants, its own and those of its teams, adds up for one action. */
class RightsThatAddUpTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private static final Catalogue CATALOGUE = Catalogue.builder()
            .devicePermission("see")
            .devicePermission("turn")
            .deviceAction("aim", action -> action.device("see", "turn"))
            .deviceAction("look", action -> action.device("see"))
            .build();

    private static final Permission SEE = CATALOGUE.device().find("see").orElseThrow();
    private static final Permission TURN = CATALOGUE.device().find("turn").orElseThrow();

    private static Policy policy() {
        return Policy.builder()
                .catalogue(CATALOGUE)
                .user("own")
                .user("wide")
                .user("product")
                .user("wideProduct")
                .user("team")
                .user("teams")
                .user("wideTeam")
                .user("open")
                .user("over")
                .user("half")
                .user("manyTeams")
                .user("halfOfMany")
                .user("openTwice")
                .user("openOnce")
                .workspace("plant", plant -> plant.product("camera")
                        .device("gate", gate -> gate.product("camera"))
                        .member("own", m -> m.device("gate", SEE, TURN))
                        .member("wide", m -> m.allDevices(SEE).device("gate", TURN))
                        .member("product", m -> m.product("camera", SEE).device("gate", TURN))
                        .member("wideProduct", m -> m.allDevices(SEE).product("camera", TURN))
                        .member("team", m -> m.device("gate", SEE))
                        .member("teams", m -> {})
                        .member("wideTeam", m -> m.device("gate", TURN))
                        .member("open", m -> m.allDevices(SEE)
                                .device("gate", List.of(TURN), w -> w.expiresAt(NOW.plusSeconds(1))))
                        .member("over", m -> m.allDevices(SEE)
                                .device("gate", List.of(TURN), w -> w.expiresAt(NOW.minusSeconds(1))))
                        .member("half", m -> m.device("gate", SEE))
                        .member("manyTeams", m -> {})
                        .member("halfOfMany", m -> {})
                        .member("openTwice", m -> m.device("gate", List.of(SEE), RightsThatAddUpTest::open))
                        .member("openOnce", m -> m.device("gate", List.of(SEE), RightsThatAddUpTest::open))
                        .team("open", t -> t.member("openTwice")
                                .device("gate", List.of(TURN), RightsThatAddUpTest::open))
                        .team("seers", t -> t.member("teams")
                                .member("manyTeams")
                                .member("halfOfMany")
                                .device("gate", SEE))
                        .team("turners", t -> t.member("teams")
                                .member("manyTeams")
                                .member("team")
                                .device("gate", TURN))
                        .team("idle-1", t -> t.member("manyTeams").member("halfOfMany"))
                        .team("idle-2", t -> t.member("manyTeams").member("halfOfMany"))
                        .team("idle-3", t -> t.member("manyTeams").member("halfOfMany"))
                        .team("idle-4", t -> t.member("manyTeams").member("halfOfMany"))
                        .team("idle-5", t -> t.member("manyTeams").member("halfOfMany"))
                        .team("wide", t -> t.member("wideTeam").allDevices(SEE)))
                .build();
    }

    private static void open(WindowBuilder window) {
        window.expiresAt(NOW.plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "own, true, true",
        "wide, true, true",
        "product, true, true",
        "wideProduct, true, true",
        "team, true, true",
        "teams, true, true",
        "wideTeam, true, true",
        "open, true, true",
        "over, true, false",
        "half, true, false",
        "manyTeams, true, true",
        "halfOfMany, true, false",
        "openTwice, true, true",
        "openOnce, true, false"
    })
    void aMemberMayDoWhatItsGrantsAllowTogether(String member, boolean looks, boolean aims) {
        Evaluator evaluator = Evaluator.of(policy(), InstantSource.fixed(NOW));
        Subject subject = evaluator.subject(new PrincipalId(member));
        DeviceId gate = new DeviceId("gate");
        assertAnswers(evaluator, subject, "look", gate, looks);
        assertAnswers(evaluator, subject, "aim", gate, aims);
    }

    private static void assertAnswers(
            Evaluator evaluator, Subject subject, String name, DeviceId gate, boolean expected) {
        Action action = Action.named(name);
        assertThat(evaluator.allows(subject, action, gate)).isEqualTo(expected);
        assertThat(evaluator.allows(subject, action, evaluator.device(gate))).isEqualTo(expected);
        assertThat(evaluator.check(subject, action, gate).allowed()).isEqualTo(expected);
        assertThat(evaluator
                        .allowed(subject, action, List.of(evaluator.device(gate)))
                        .get(0))
                .isEqualTo(expected);
        assertThat(evaluator.devices(subject, action).items().contains(gate)).isEqualTo(expected);
        assertThat(evaluator
                        .principals(action, gate)
                        .items()
                        .contains(subject.principal().orElseThrow()))
                .isEqualTo(expected);
    }
}
