package io.doorward.model;

import static io.doorward.permission.DevicePermissions.VIEW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.problem.InvalidPolicyException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who holds grants on the devices of a workspace is found out once, and what is kept of it does not grow without end. */
class GrantHoldersTest {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final PrincipalId ANN = new PrincipalId("ann");
    private static final PrincipalId BOB = new PrincipalId("bob");
    private static final int DEVICES = 600;

    /** Ann holds grants on all devices but the first, Bob is a member. */
    private static Policy plant() {
        return Policy.builder()
                .user("ann")
                .user("bob")
                .workspace("plant", plant -> {
                    for (int i = 0; i < DEVICES; i++) {
                        plant.device(device(i).value());
                    }
                    plant.member("bob");
                    plant.member("ann", ann -> {
                        for (int i = 1; i < DEVICES; i++) {
                            ann.device(device(i).value(), VIEW);
                        }
                    });
                })
                .build();
    }

    private static DeviceId device(int number) {
        return new DeviceId("d" + number);
    }

    private static WorkspaceEditor plant(PolicyEditor editor) {
        return requireNonNull(editor.workspace(PLANT));
    }

    private static @Nullable GrantHolders known(Policy policy) {
        return policy.workspaces().get(PLANT).knownHolders();
    }

    @Test
    void anEditThatIsGivenUpLeavesWhatItFoundToTheNextOne() {
        Policy policy = plant();
        PolicyEditor first = new PolicyEditor(policy);
        plant(first).removeDevice(device(1));
        first.problem("Something else is wrong.");
        assertThatThrownBy(() -> first.finish(policy.revision())).isInstanceOf(InvalidPolicyException.class);
        GrantHolders found = known(policy);
        assertThat(found).isNotNull();

        PolicyEditor second = new PolicyEditor(policy);
        plant(second).removeDevice(device(2));
        assertThat(known(policy)).isSameAs(found);
        assertThat(second.cascades()).extracting(Cascade::row).containsExactly("ann");
        assertThat(known(second.finish(policy.revision()))).isSameAs(found);
    }

    @Test
    void grantsThatCameInTheSameEditAreKnown() {
        Policy policy = plant();
        PolicyEditor editor = new PolicyEditor(policy);
        Member ann = policy.workspaces().get(PLANT).members().get(ANN);
        plant(editor).put(new Member(BOB, ann.rights(), Window.ALWAYS));
        plant(editor).removeDevice(device(3));
        assertThat(editor.cascades()).extracting(Cascade::row).containsExactly("ann", "bob");
        plant(editor).put(new Member(BOB, ann.rights().without(device(3)), Window.ALWAYS));
        plant(editor).removeDevice(device(0));
        plant(editor).removeDevice(device(4));
        assertThat(editor.cascades()).extracting(Cascade::row).containsExactly("ann", "bob", "ann", "bob");
        assertThat(editor.finish(policy.revision())
                        .workspaces()
                        .get(PLANT)
                        .members()
                        .values())
                .allSatisfy(member ->
                        assertThat(member.rights().devices()).doesNotContainKeys(device(0), device(3), device(4)));
    }

    /** Whoever gives grants and takes them back again and again would fill the memory otherwise. */
    @Test
    void grantsThatComeAndGoAreNotNotedWithoutEnd() {
        Policy policy = plant();
        Rights rights =
                policy.workspaces().get(PLANT).members().get(ANN).rights().without(device(1));
        policy = edited(policy, plant -> plant.removeDevice(device(1)));
        assertThat(known(policy)).isNotNull();
        boolean wasForgotten = false;
        for (int i = 0; i < 10; i++) {
            PrincipalId one = new PrincipalId("one" + i);
            policy = edited(policy, plant -> {
                plant.put(new ApiUser(one, null, false, List.of()));
                plant.put(new Member(one, rights, Window.ALWAYS));
            });
            policy = edited(policy, plant -> plant.removeApiUser(one));
            GrantHolders known = known(policy);
            assertThat(known == null || !known.isOld()).as("round %d", i).isTrue();
            wasForgotten |= known == null;
        }
        assertThat(wasForgotten).isTrue();
    }

    private static Policy edited(Policy policy, Consumer<WorkspaceEditor> edit) {
        PolicyEditor editor = new PolicyEditor(policy);
        edit.accept(plant(editor));
        return editor.finish(policy.revision());
    }
}
