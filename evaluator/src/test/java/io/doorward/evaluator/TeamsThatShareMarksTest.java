package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_RECORD_MEASUREMENTS;
import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.WorkspaceBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A few bits say which teams have a grant on a device; from 21 teams on some share a bit. Whoever is in one of them has what
 * that team has, and nothing of those with which it shares.
 */
class TeamsThatShareMarksTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 19, 20, 21, 22, 40, 41})
    void aMemberHasWhatItsOwnTeamsHave(int teams) {
        Evaluator evaluator = Evaluator.of(
                Policy.builder().workspace("plant", plant -> fill(plant, teams)).build());
        for (int member = 0; member < teams; member++) {
            Subject subject = evaluator.subject(new PrincipalId(member(member)));
            for (int device = 0; device < teams; device++) {
                DeviceHandle handle = evaluator.device(new DeviceId(device(device)));
                int behind = (device - member + teams) % teams;
                assertThat(evaluator.allows(subject, DEVICE_VIEW, handle))
                        .as("member %d views device %d", member, device)
                        .isEqualTo(behind <= 2);
                assertThat(evaluator.allows(subject, DEVICE_RECORD_MEASUREMENTS, handle))
                        .as("member %d records for device %d", member, device)
                        .isEqualTo(behind <= 1);
            }
        }
    }

    /** Member i is in the teams i and i + 1; team i may record for device i, which every grant lets view, and view device i + 1. */
    private static void fill(WorkspaceBuilder plant, int teams) {
        for (int i = 0; i < teams; i++) {
            plant.apiUser(member(i)).device(device(i));
        }
        for (int i = 0; i < teams; i++) {
            int number = i;
            plant.team("team-%02d".formatted(i), team -> team.member(member(number))
                    .member(member((number + teams - 1) % teams))
                    .device(device(number), RECORD_MEASUREMENTS)
                    .device(device((number + 1) % teams), VIEW));
        }
    }

    private static String member(int number) {
        return "member-%02d".formatted(number);
    }

    private static String device(int number) {
        return "device-%02d".formatted(number);
    }
}
