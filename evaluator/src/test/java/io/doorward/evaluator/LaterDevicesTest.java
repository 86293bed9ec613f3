package io.doorward.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.ClaimChange;
import io.doorward.change.DeviceChange;
import io.doorward.change.GrantChange;
import io.doorward.change.Holder;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import io.doorward.store.InMemoryPolicyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Devices that came, went, were suspended or claimed after a workspace was loaded have numbers in another order than their
 * ids: lists have them where they belong all the same.
 */
class LaterDevicesTest {

    private static final long SEED = 17;
    private static final int DEVICES = 400;
    private static final WorkspaceId NORTH = new WorkspaceId("north");
    private static final List<PrincipalId> USERS =
            IntStream.range(0, 4).mapToObj(i -> new PrincipalId("user-" + i)).toList();

    private final Random random = new Random(SEED);
    private final TreeSet<DeviceId> north = new TreeSet<>();
    private final TreeSet<DeviceId> south = new TreeSet<>();
    private final TreeSet<DeviceId> claimed = new TreeSet<>();

    /** As they were found first, before later changes. */
    private final Map<DeviceId, DeviceHandle> earlier = new TreeMap<>();

    private DeviceId newId() {
        return new DeviceId(new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private Policy policy() {
        IntStream.range(0, DEVICES).forEach(i -> {
            north.add(newId());
            south.add(newId());
        });
        List<DeviceId> granted = new ArrayList<>(north);
        return Policy.builder()
                .workspace("north", workspace -> {
                    north.forEach(id -> workspace.device(id.value()));
                    for (int i = 0; i < USERS.size(); i++) {
                        Collections.shuffle(granted, random);
                        List<DeviceId> some =
                                granted.subList(0, List.of(0, 2, 60, 300).get(i));
                        workspace.apiUser(USERS.get(i).value(), user -> {
                            some.forEach(device -> user.device(device.value(), DevicePermissions.VIEW));
                            if (some.isEmpty()) {
                                user.allDevices(DevicePermissions.VIEW);
                            }
                        });
                    }
                })
                .workspace("south", workspace -> south.forEach(id -> workspace.device(id.value())))
                .build();
    }

    @Test
    void listsHaveThemWhereTheyBelong() {
        InMemoryPolicyStore store = InMemoryPolicyStore.of(policy());
        try (Evaluator evaluator = Evaluator.follow(store)) {
            listsAreWhatChecksAllow(evaluator);
            for (int round = 0; round < 12; round++) {
                store.apply(ChangeSet.of(changes()));
                listsAreWhatChecksAllow(evaluator);
            }
        }
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            DeviceId id = newId();
            changes.add(new DeviceChange.CreateDevice(NORTH, id, null, null, List.of()));
            north.add(id);
            grant(changes, id);
        }
        for (int i = 0; i < 3; i++) {
            DeviceId gone = drawn(north);
            changes.add(new DeviceChange.DeleteDevice(gone));
            north.remove(gone);
            DeviceId foreign = drawn(south);
            if (claimed.add(foreign)) {
                changes.add(new ClaimChange.CreateClaim(foreign, NORTH, null));
                grant(changes, foreign);
            }
            changes.add(new DeviceChange.SuspendDevice(drawn(north), random.nextInt(3) > 0));
            changes.add(new DeviceChange.SuspendDevice(drawn(south), random.nextInt(3) > 0));
        }
        return changes;
    }

    private void grant(List<Change> changes, DeviceId device) {
        for (PrincipalId user : USERS.subList(1, USERS.size())) {
            if (random.nextInt(3) > 0) {
                changes.add(new GrantChange.GrantDevice(
                        NORTH, new Holder.MemberHolder(user), device, List.of(DevicePermissions.VIEW), Window.ALWAYS));
            }
        }
    }

    private DeviceId drawn(Set<DeviceId> devices) {
        return List.copyOf(devices).get(random.nextInt(devices.size()));
    }

    private void listsAreWhatChecksAllow(Evaluator evaluator) {
        TreeSet<DeviceId> all = new TreeSet<>(north);
        all.addAll(south);
        List<DeviceHandle> handles = all.stream().map(evaluator::device).toList();
        List<DeviceHandle> former = all.stream()
                .map(device -> earlier.computeIfAbsent(device, evaluator::device))
                .toList();
        for (PrincipalId user : USERS) {
            Subject subject = evaluator.subject(user);
            List<DeviceId> allowed = all.stream()
                    .filter(device -> evaluator.allows(subject, Actions.DEVICE_VIEW, device))
                    .toList();
            assertThat(evaluator.devices(subject, Actions.DEVICE_VIEW).items())
                    .as("seed %d: %s", SEED, subject)
                    .containsExactlyElementsOf(allowed);
            assertThat(evaluator.allowed(subject, Actions.DEVICE_VIEW, handles).stream()
                            .mapToObj(place -> handles.get(place).id()))
                    .as("seed %d: %s, a batch", SEED, subject)
                    .containsExactlyElementsOf(allowed);
            assertThat(evaluator.allowed(subject, Actions.DEVICE_VIEW, former).stream()
                            .mapToObj(place -> former.get(place).id()))
                    .as("seed %d: %s, a batch of handles from before", SEED, subject)
                    .containsExactlyElementsOf(allowed);
            int after = random.nextInt(allowed.size());
            assertThat(evaluator
                            .devices(subject, Actions.DEVICE_VIEW, allowed.get(after), DEVICES)
                            .items())
                    .as("seed %d: %s, a page after %s", SEED, subject, allowed.get(after))
                    .containsExactlyElementsOf(
                            allowed.stream().skip(after + 1).limit(DEVICES).toList());
        }
    }
}
