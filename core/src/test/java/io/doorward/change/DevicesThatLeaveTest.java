package io.doorward.change;

import static io.doorward.change.Plant.NORTH;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.model.Cascade;
import io.doorward.model.DeviceId;
import io.doorward.model.Member;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever holds a grant on a device loses it when the device leaves, whenever he got it, and nobody else is named. */
class DevicesThatLeaveTest {

    private static final int MEMBERS = 6;
    private static final int DEVICES = 8;
    private static final GrantSpec GRANT = new GrantSpec(List.of(EDIT_BASICS), Window.ALWAYS);

    /** So many that what is kept of holders is made anew on the way. */
    private static final int STEPS = 12_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void takeAlongWhatMembersHoldOnThemThen(long seed) {
        Random random = new Random(seed);
        Policy policy = start();
        int left = 0;
        for (int step = 0; step < STEPS; step++) {
            Change change = change(policy, random);
            Transition transition =
                    ChangeSet.of(change).applyTo(policy, new Revision("plant", step + 1), Actor.HOST, Plant.NOW);
            if (change instanceof DeleteDevice deleted) {
                assertThat(named(transition))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(holders(policy, deleted.device()));
                assertThat(holders(transition.after(), deleted.device())).isEmpty();
                left++;
            }
            policy = transition.after();
        }
        assertThat(left).isGreaterThan(STEPS / 20);
    }

    private static Policy start() {
        return Policy.builder()
                .workspace("north", north -> {
                    for (int i = 0; i < DEVICES; i++) {
                        north.device(device(i).value());
                    }
                    for (int i = 0; i < MEMBERS; i++) {
                        north.member(member(i).value());
                    }
                })
                .user("u0")
                .user("u1")
                .user("u2")
                .user("u3")
                .user("u4")
                .user("u5")
                .build();
    }

    private static Change change(Policy policy, Random random) {
        DeviceId device = device(random.nextInt(DEVICES));
        PrincipalId member = member(random.nextInt(MEMBERS));
        if (!policy.workspaces().get(NORTH).devices().containsKey(device)) {
            return new CreateDevice(NORTH, device, null, null, List.of());
        }
        Member row = members(policy).get(member);
        if (row == null) {
            return new AddMember(NORTH, member, Access.NONE.device(device, GRANT), Window.ALWAYS);
        }
        int what = random.nextInt(20);
        if (what < 2) {
            return new DeleteDevice(device);
        }
        if (what == 2) {
            return new RemoveMember(NORTH, member);
        }
        return what < 8 && row.rights().devices().containsKey(device)
                ? new RevokeDevice(NORTH, Holder.member(member.value()), device)
                : new GrantDevice(NORTH, Holder.member(member.value()), device, List.of(EDIT_BASICS), Window.ALWAYS);
    }

    private static SortedMap<PrincipalId, Member> members(Policy policy) {
        return policy.workspaces().get(NORTH).members();
    }

    private static List<String> holders(Policy policy, DeviceId device) {
        List<String> holders = new ArrayList<>();
        members(policy).forEach((id, member) -> {
            if (member.rights().devices().containsKey(device)) {
                holders.add(id.value());
            }
        });
        return holders;
    }

    private static List<String> named(Transition transition) {
        return transition.cascades().stream()
                .filter(cascade -> cascade.kind() == Cascade.Kind.MEMBER_GRANT)
                .map(Cascade::row)
                .toList();
    }

    private static DeviceId device(int number) {
        return new DeviceId("d" + number);
    }

    private static PrincipalId member(int number) {
        return new PrincipalId("u" + number);
    }
}
