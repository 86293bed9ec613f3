package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.WorkspaceBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More teams than a word has bits, each with a device of its own: single checks and lists keep them apart. */
class ManyTeamsTest {

    private static final int TEAMS = 200;

    /** Who is in which teams. */
    private static final Map<String, IntPredicate> MEMBERS = new TreeMap<>(Map.of(
            "all", team -> true,
            "none", team -> false,
            "late", team -> team >= 100,
            "odd", team -> team % 2 == 1,
            "one", team -> team == 130,
            "border", team -> team == 63 || team == 64 || team == 127 || team == 128));

    private final Evaluator evaluator = Evaluator.of(
            Policy.builder().workspace("plant", ManyTeamsTest::fill).build());

    private static void fill(WorkspaceBuilder plant) {
        MEMBERS.keySet().forEach(plant::apiUser);
        IntStream.range(0, TEAMS).forEach(i -> plant.device(device(i)).team("team-" + i, team -> {
            team.device(device(i), VIEW);
            MEMBERS.forEach((member, isIn) -> {
                if (isIn.test(i)) {
                    team.member(member);
                }
            });
        }));
    }

    private static String device(int team) {
        return "device-%03d".formatted(team);
    }

    @Test
    void eachMemberHasWhatItsTeamsHave() {
        MEMBERS.forEach((member, isIn) -> {
            Subject subject = evaluator.subject(new PrincipalId(member));
            for (int i = 0; i < TEAMS; i++) {
                DeviceHandle device = evaluator.device(new DeviceId(device(i)));
                assertThat(evaluator.allows(subject, DEVICE_VIEW, device))
                        .as("%s, %d", member, i)
                        .isEqualTo(isIn.test(i));
            }
            assertThat(evaluator.devices(subject, DEVICE_VIEW).items())
                    .as(member)
                    .isEqualTo(IntStream.range(0, TEAMS)
                            .filter(isIn)
                            .mapToObj(i -> new DeviceId(device(i)))
                            .toList());
        });
    }

    @Test
    void eachDeviceIsSeenByTheMembersOfItsTeam() {
        for (int i = 0; i < TEAMS; i++) {
            int team = i;
            List<PrincipalId> expected = MEMBERS.entrySet().stream()
                    .filter(member -> member.getValue().test(team))
                    .map(member -> new PrincipalId(member.getKey()))
                    .toList();
            assertThat(evaluator
                            .principals(DEVICE_VIEW, new DeviceId(device(i)))
                            .items())
                    .as("%d", i)
                    .isEqualTo(expected);
        }
    }
}
