package io.doorward.oracle;

import static io.doorward.decision.ClientReason.NOT_FOUND;
import static io.doorward.decision.Reason.*;
import static io.doorward.oracle.Asking.NOON;
import static io.doorward.permission.DevicePermissions.*;
import static io.doorward.permission.WorkspacePermissions.DEVICES;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;

import io.doorward.decision.Question;
import io.doorward.model.MemberBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.WorkspaceBuilder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Questions about a device, in its own workspace. */
class DeviceRulesTest {

    static PolicyBuilder base() {
        return Policy.builder().user("ann").user("boss").organization("o", o -> o.owner("boss"));
    }

    private static Asking member(Consumer<MemberBuilder> member) {
        return own(w -> w.member("ann", member));
    }

    private static Asking own(Consumer<WorkspaceBuilder> workspace) {
        return Asking.of(base().workspace("w", w -> {
            w.product("p").device("d", d -> d.product("p"));
            workspace.accept(w);
        }));
    }

    static Question ann(String action) {
        return Question.ofPrincipal("ann").action(action).device("d");
    }

    @Test
    void everyGrantCarriesTheImplicitPermissionsAnEmptyOneToo() {
        member(m -> m.device("d")).allows(ann("device.view"));
        member(m -> m.product("p")).allows(ann("device.view"));
        member(m -> m.allDevices()).allows(ann("device.view"));
    }

    @Test
    void absentAndEmptyAllDevicesGrantsDiffer() {
        member(m -> {}).denies(ann("device.view"), NO_GRANT, NOT_FOUND);
    }

    @Test
    void aGrantGivesWhatItSays() {
        member(m -> m.device("d", EDIT_BASICS)).allows(ann("device.edit"));
        member(m -> m.device("d", EDIT_BASICS))
                .denies(ann("device.record_measurements"), MISSING_PERMISSIONS, "record_measurements");
    }

    @Test
    void grantsOnADeviceItsProductAllDevicesAndThroughTeamsAddUp() {
        own(w -> w.member("ann", m -> m.product("p", EDIT_BASICS))
                        .team("t", t -> t.member("ann").allDevices(RECORD_MEASUREMENTS)))
                .allows(ann("device.edit"));
        own(w -> w.member("ann", m -> m.product("p", EDIT_BASICS))
                        .team("t", t -> t.member("ann").allDevices(RECORD_MEASUREMENTS)))
                .allows(ann("device.record_measurements"));
    }

    @Test
    void grantsOutsideTheirWindowGiveNothing() {
        member(m -> m.device("d", List.of(EDIT_BASICS), w -> w.expiresAt(NOON)))
                .denies(ann("device.edit"), EXPIRED, NOT_FOUND);
        member(m -> m.device("d", List.of(EDIT_BASICS), w -> w.expiresAt(NOON)).allDevices())
                .denies(ann("device.edit"), MISSING_PERMISSIONS, "edit_basics");
        own(w -> w.member("ann").team("t", t -> t.member("ann", row -> row.expiresAt(NOON))
                        .allDevices()))
                .denies(ann("device.view"), EXPIRED, NOT_FOUND);
    }

    @Test
    void anActionThatNamesOnlyWorkspacePermissionsNeedsNoGrant() {
        member(m -> m.permissions(MEMBERS)).allows(ann("device.manage_access"));
        member(m -> {}).denies(ann("device.manage_access"), MISSING_PERMISSIONS, NOT_FOUND, "members");
    }

    @Test
    void aTeamNeedsTheMembershipToBeLive() {
        own(w -> w.member("ann", m -> m.expiresAt(NOON))
                        .team("t", t -> t.member("ann").allDevices()))
                .denies(ann("device.view"), EXPIRED, NOT_FOUND);
    }

    @Test
    void theOwnerHoldsEveryDevicePermission() {
        Question question =
                Question.ofPrincipal("boss").action("device.edit_product").device("d");
        own(w -> w.organization("o")).allows(question);
        own(w -> w.organization("o").member("boss", m -> m.device("d").expiresAt(NOON)))
                .allows(question);
        own(w -> {}).denies(question, NOT_A_MEMBER, NOT_FOUND);
    }

    @Test
    void aSuspendedDeviceOrOwningWorkspaceComesBeforeTheRelationship() {
        Question stranger = Question.ofPrincipal("boss").action("device.view").device("d");
        Asking asking = own(w -> w.suspended(true).member("ann", m -> m.allDevices()));
        asking.denies(ann("device.view"), SUSPENDED);
        asking.denies(stranger, SUSPENDED, NOT_FOUND);
        asking = Asking.of(
                base().workspace("w", w -> w.device("d", d -> d.suspended(true)).member("ann", m -> m.allDevices())));
        asking.denies(ann("device.view"), SUSPENDED);
        asking.denies(stranger, SUSPENDED, NOT_FOUND);
    }

    @Test
    void anUnknownActionComesBeforeAnUnknownDevice() {
        Asking asking = member(m -> m.allDevices());
        asking.denies(Question.ofPrincipal("ann").action("none").device("none"), UNKNOWN_ACTION, NOT_FOUND);
        asking.denies(ann("workspace.view"), UNKNOWN_ACTION);
        asking.denies(Question.ofPrincipal("ann").action("device.view").device("D"), UNKNOWN_DEVICE, NOT_FOUND);
    }

    @Test
    void bothKindsOfNeedsMustBeMet() {
        PolicyBuilder policy = Policy.builder()
                .catalogue(c -> c.devicePermission("see")
                        .workspacePermission("staff")
                        .deviceAction("touch", a -> a.device("see").workspace("staff")))
                .user("ann");
        Asking.of(policy.workspace("w", w -> w.device("d").member("ann", m -> m.allDevices())))
                .denies(ann("touch"), MISSING_PERMISSIONS, "see", "staff");
    }

    @Test
    void anActionWithoutNeedsAsksForAnyLiveGrant() {
        PolicyBuilder policy = Policy.builder()
                .catalogue(c -> c.devicePermission("see").deviceAction("touch", a -> {}))
                .user("ann")
                .user("bob")
                .workspace(
                        "w",
                        w -> w.device("d").member("ann", m -> m.device("d")).member("bob"));
        Asking.of(policy).allows(ann("touch"));
        Asking.of(policy).denies(Question.ofPrincipal("bob").action("touch").device("d"), NO_GRANT, NOT_FOUND);
    }

    @Test
    void invitesGiveNothing() {
        own(w -> w.invite("ann", invite -> invite.permissions(DEVICES).allDevices(VIEW)))
                .denies(ann("device.view"), NOT_A_MEMBER, NOT_FOUND);
    }
}
