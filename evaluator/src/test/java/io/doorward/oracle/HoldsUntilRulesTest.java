package io.doorward.oracle;

import static io.doorward.oracle.Asking.NOON;
import static io.doorward.oracle.DeviceRulesTest.ann;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.MemberBuilder;
import io.doorward.model.Window;
import io.doorward.permission.DevicePermissions;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Until when a decision holds if nothing changes. */
class HoldsUntilRulesTest {

    private static OracleTimes times(Consumer<MemberBuilder> member) {
        return new OracleTimes(Asking.of(
                        DeviceRulesTest.base().workspace("w", w -> w.device("d").member("ann", member)))
                .oracle());
    }

    @Test
    void anAnswerHoldsUntilItIsAnother() {
        OracleTimes times = times(m -> m.device("d", List.of(), w -> w.expiresAt(NOON)));
        assertThat(times.holdsUntil(ann("device.view"), NOON.minusNanos(1))).contains(NOON);
        assertThat(times.holdsUntil(ann("device.view"), NOON)).isEmpty();
    }

    @Test
    void windowsThatTouchLeaveNoGap() {
        OracleTimes times = times(m -> m.device("d", List.of(), w -> w.expiresAt(NOON))
                .allDevices(List.of(), w -> w.notBefore(NOON).expiresAt(Window.MAX)));
        assertThat(times.holdsUntil(ann("device.view"), Instant.MIN)).contains(Window.MAX);
    }

    @Test
    void aBoundThatChangesNothingIsNone() {
        OracleTimes times = times(m -> m.device("d", List.of(DevicePermissions.EDIT_BASICS), w -> w.expiresAt(NOON))
                .allDevices());
        assertThat(times.holdsUntil(ann("device.view"), Instant.MIN)).isEmpty();
        assertThat(times.holdsUntil(ann("device.edit"), Instant.MIN)).contains(NOON);
    }
}
