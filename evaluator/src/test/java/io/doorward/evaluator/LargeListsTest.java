package io.doorward.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.decision.Page;
import io.doorward.decision.Reason;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Lists, pages, cursors and batches over workspaces of a thousand devices agree with single checks: the small worlds of the
 * differential test never make it worth sorting what is granted, say.
 */
class LargeListsTest {

    private static final long SEED = 7;
    private static final int DEVICES = 1000;
    private static final int MEMBERS = 40;
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final List<Permission> PERMISSIONS =
            List.of(DevicePermissions.VIEW, DevicePermissions.EDIT_BASICS, DevicePermissions.RECORD_MEASUREMENTS);
    private static final List<Action> ACTIONS = List.of(
            Actions.DEVICE_VIEW, Actions.DEVICE_EDIT, Actions.DEVICE_RECORD_MEASUREMENTS, Actions.DEVICE_DELETE);

    private final Random random = new Random(SEED);
    private final List<String> north = ids();
    private final List<String> south = ids();
    private final Evaluator evaluator = Evaluator.of(policy(), InstantSource.fixed(NOW));
    private final List<DeviceId> all = new TreeSet<>(evaluated()).stream().toList();

    /** Every third one is no UUID. */
    private List<String> ids() {
        return IntStream.range(0, DEVICES)
                .mapToObj(i -> i % 3 == 0
                        ? Integer.toHexString(random.nextInt()) + (i % 2 == 0 ? "\uD83D\uDE00" : "\uFB01") + i
                        : new UUID(random.nextLong(), random.nextLong()).toString())
                .toList();
    }

    private List<DeviceId> evaluated() {
        List<DeviceId> devices = new ArrayList<>();
        north.forEach(id -> devices.add(new DeviceId(id)));
        south.forEach(id -> devices.add(new DeviceId(id)));
        return devices;
    }

    private Policy policy() {
        return Policy.builder()
                .user("owner")
                .user("both")
                .organization("group", organization -> organization.owner("owner"))
                .workspace("north", workspace -> fill(workspace.organization("group"), "north", north, south))
                .workspace("south", workspace -> fill(workspace, "south", south, north))
                .build();
    }

    private void fill(WorkspaceBuilder workspace, String name, List<String> own, List<String> others) {
        workspace.product("sensor");
        for (String id : own) {
            workspace.device(id, device -> {
                device.suspended(random.nextInt(20) == 0);
                if (random.nextInt(3) == 0) {
                    device.product("sensor");
                }
            });
        }
        List<String> present = new ArrayList<>(own);
        for (String id : others) {
            if (random.nextInt(20) == 0) {
                workspace.claim(id, claim -> claim.ceiling(PERMISSIONS.get(random.nextInt(3))));
                present.add(id);
            }
        }
        workspace.member("both", member -> drawn(present, 300)
                .forEach(device -> member.device(device, PERMISSIONS.get(random.nextInt(3)))));
        for (int i = 0; i < MEMBERS; i++) {
            int grants = new int[] {0, 1, 3, 60, 700}[i % 5];
            boolean isWide = i % 7 == 0;
            boolean isOnProduct = i % 6 == 0;
            workspace.apiUser(name + "-" + i, user -> {
                for (String device : drawn(present, grants)) {
                    int time = random.nextInt(10);
                    List<Permission> permissions = List.of(PERMISSIONS.get(random.nextInt(3)));
                    user.device(device, permissions, window -> {
                        if (time == 0) {
                            window.expiresAt(NOW);
                        } else if (time == 1) {
                            window.notBefore(NOW);
                        }
                    });
                }
                if (isWide) {
                    user.allDevices(PERMISSIONS.get(random.nextInt(3)));
                }
                if (isOnProduct) {
                    user.product("sensor", PERMISSIONS.get(random.nextInt(3)));
                }
            });
        }
        for (int i = 0; i < 6; i++) {
            workspace.team("team-" + i, team -> {
                for (int member : drawn(IntStream.range(0, MEMBERS).boxed().toList(), 10)) {
                    boolean isFormer = random.nextInt(4) == 0;
                    team.member(name + "-" + member, window -> {
                        if (isFormer) {
                            window.expiresAt(NOW);
                        }
                    });
                }
                for (String device : drawn(present, 20)) {
                    team.device(device, PERMISSIONS.get(random.nextInt(3)));
                }
            });
        }
    }

    private <T> List<T> drawn(List<T> from, int count) {
        List<T> all = new ArrayList<>(from);
        Collections.shuffle(all, random);
        return all.subList(0, count);
    }

    @Test
    void aListHasTheDevicesThatSingleChecksAllow() {
        for (Subject subject : subjects()) {
            for (Action action : ACTIONS) {
                List<DeviceId> allowed = allowed(subject, action);
                assertThat(evaluator.devices(subject, action).items())
                        .as("seed %d: %s, %s", SEED, subject, action)
                        .containsExactlyElementsOf(allowed);
                assertThat(walked(evaluator.deviceCursor(subject, action)))
                        .as("seed %d: %s, %s", SEED, subject, action)
                        .containsExactlyElementsOf(allowed);
            }
        }
    }

    @Test
    void pagesOneAfterTheOtherAreTheList() {
        for (Subject subject : subjects()) {
            List<DeviceId> list =
                    evaluator.devices(subject, Actions.DEVICE_VIEW).items();
            for (int limit : List.of(1 + list.size() / 7, 400)) {
                List<DeviceId> paged = new ArrayList<>();
                Page<DeviceId> page = evaluator.devices(subject, Actions.DEVICE_VIEW, null, limit);
                paged.addAll(page.items());
                while (page.next().isPresent()) {
                    page = evaluator.devices(
                            subject, Actions.DEVICE_VIEW, page.next().get(), limit);
                    paged.addAll(page.items());
                }
                assertThat(paged)
                        .as("seed %d: %s, pages of %d", SEED, subject, limit)
                        .containsExactlyElementsOf(list);
            }
        }
    }

    @Test
    void aBatchAnswersAsSingleChecksDo() {
        List<DeviceHandle> handles = all.stream().map(evaluator::device).toList();
        for (Subject subject : subjects()) {
            for (Action action : ACTIONS) {
                assertThat(places(evaluator.allowed(subject, action, handles)))
                        .as("seed %d: %s, %s", SEED, subject, action)
                        .containsExactlyElementsOf(allowed(subject, action));
                BitSet few = evaluator.allowed(subject, action, handles.subList(0, 2));
                assertThat(few.get(1)).isEqualTo(evaluator.allows(subject, action, handles.get(1)));
            }
        }
    }

    @Test
    void whoMayIsWhomSingleChecksAllow() {
        List<Subject> subjects = subjects();
        for (int i = 0; i < all.size(); i += 50) {
            DeviceId device = all.get(i);
            List<PrincipalId> allowed = subjects.stream()
                    .filter(subject -> evaluator.allows(subject, Actions.DEVICE_VIEW, device))
                    .map(subject -> subject.principal().orElseThrow())
                    .sorted()
                    .toList();
            assertThat(evaluator.principals(Actions.DEVICE_VIEW, device).items())
                    .as("seed %d: %s", SEED, device)
                    .containsExactlyElementsOf(allowed);
            Page<PrincipalId> first = evaluator.principals(Actions.DEVICE_VIEW, device, null, 2);
            assertThat(first.items()).isEqualTo(allowed.stream().limit(2).toList());
            first.next().ifPresent(after -> assertThat(evaluator
                            .principals(Actions.DEVICE_VIEW, device, after, MEMBERS * 2)
                            .items())
                    .isEqualTo(allowed.stream().skip(2).toList()));
        }
    }

    @Test
    void aPageBeginsAfterAnyIdAndHasAnItemAtLeast() {
        Subject owner = evaluator.subject(new PrincipalId("owner"));
        DeviceId unknown = new DeviceId(all.get(500).value() + "!");
        assertThat(evaluator.devices(owner, Actions.DEVICE_VIEW, unknown, 1).items())
                .allSatisfy(device -> assertThat(device).isGreaterThan(unknown))
                .hasSize(1);
        assertThatThrownBy(() -> evaluator.devices(owner, Actions.DEVICE_VIEW, null, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A page has at least 1 item, not 0.");
    }

    @Test
    void aCursorOfNobodySaysWhyAndIsAtNoDevice() {
        DeviceCursor cursor = evaluator.deviceCursor(evaluator.subject("unheard of"), Actions.DEVICE_VIEW);
        assertThat(cursor.next()).isFalse();
        assertThat(cursor.emptyBecause()).contains(Reason.UNKNOWN_TOKEN);
        assertThat(cursor.revision()).isEqualTo(evaluator.revision());
        assertThatThrownBy(cursor::id).isInstanceOf(IllegalStateException.class);
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(evaluator.subject(new PrincipalId("owner")));
        subjects.add(evaluator.subject(new PrincipalId("both")));
        for (int i = 0; i < MEMBERS; i++) {
            subjects.add(evaluator.subject(new PrincipalId("north-" + i)));
            subjects.add(evaluator.subject(new PrincipalId("south-" + i)));
        }
        return subjects;
    }

    private List<DeviceId> allowed(Subject subject, Action action) {
        return all.stream()
                .filter(device -> evaluator.allows(subject, action, device))
                .toList();
    }

    private List<DeviceId> places(BitSet bits) {
        return bits.stream().mapToObj(all::get).toList();
    }

    private static List<DeviceId> walked(DeviceCursor cursor) {
        List<DeviceId> ids = new ArrayList<>();
        while (cursor.next()) {
            assertThat(cursor.handle().id()).isEqualTo(cursor.id());
            ids.add(cursor.id());
        }
        return ids;
    }
}
