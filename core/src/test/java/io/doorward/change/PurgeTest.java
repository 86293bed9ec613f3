package io.doorward.change;

import static io.doorward.change.Plant.BOB;
import static io.doorward.change.Plant.GATEWAY;
import static io.doorward.change.Plant.HALL;
import static io.doorward.change.Plant.NIGHT;
import static io.doorward.change.Plant.NORTH;
import static io.doorward.change.Plant.NOW;
import static io.doorward.change.Plant.SERVICE;
import static io.doorward.change.Plant.apply;
import static io.doorward.change.Plant.hash;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Policy;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is over goes, what may still count stays. */
class PurgeTest {

    private static final Instant HOUR_AGO = NOW.minusSeconds(3600);

    private static Policy purged(Instant before, Change... changes) {
        return apply(apply(changes).after(), new PolicyChange.Purge(before)).after();
    }

    @Test
    void rowsThatEndedBeforeGo() {
        Window over = Window.until(HOUR_AGO);
        Workspace north = purged(
                        NOW,
                        new GrantChange.GrantDevice(NORTH, Holder.member("bob"), HALL, List.of(), over),
                        new GrantChange.GrantAllDevices(NORTH, Holder.team("night"), List.of(), over),
                        new TeamChange.SetTeamMemberWindow(NORTH, SERVICE, BOB, over))
                .workspaces()
                .get(NORTH);
        assertThat(north.members().get(BOB).rights().devices()).isEmpty();
        assertThat(north.teams().get(NIGHT).rights().allDevices()).isNull();
        assertThat(north.teams().get(SERVICE).members()).isEmpty();
    }

    @Test
    void anInstantThatIsStillToComeCountsAsNow() {
        Window soon = Window.until(NOW.plusSeconds(1));
        Workspace north = purged(
                        Window.MAX, new GrantChange.GrantDevice(NORTH, Holder.member("bob"), HALL, List.of(), soon))
                .workspaces()
                .get(NORTH);
        assertThat(north.members().get(BOB).rights().devices()).containsKey(HALL);
    }

    @Test
    void anApiUsersMembershipStaysThoughItIsOver() {
        Workspace north = purged(
                        NOW,
                        new MemberChange.SetMemberWindow(NORTH, GATEWAY, Window.until(HOUR_AGO)),
                        new MemberChange.SetMemberWindow(NORTH, BOB, Window.until(HOUR_AGO)))
                .workspaces()
                .get(NORTH);
        assertThat(north.members()).containsOnlyKeys(GATEWAY);
    }

    @Test
    void revokedTokensGoByTheInstantOfTheirRevocation() {
        Policy kept = purged(NOW, new TokenChange.RevokeToken(hash("bob's")));
        assertThat(kept.users().get(BOB).tokens()).hasSize(1);
        Policy later = ChangeSet.of(new PolicyChange.Purge(NOW.plusNanos(1)))
                .applyTo(kept, Plant.NEXT, Actor.HOST, NOW.plusSeconds(1))
                .after();
        assertThat(later.users().get(BOB).tokens()).isEmpty();
    }
}
