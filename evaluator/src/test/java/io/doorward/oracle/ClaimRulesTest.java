package io.doorward.oracle;

import static io.doorward.decision.ClientReason.NOT_FOUND;
import static io.doorward.decision.Reason.*;
import static io.doorward.oracle.Asking.NOON;
import static io.doorward.oracle.DeviceRulesTest.ann;
import static io.doorward.permission.DevicePermissions.*;
import static io.doorward.permission.WorkspacePermissions.DEVICES;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Question;
import io.doorward.model.Policy;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Questions about a device in the workspaces that claimed it, and in the context of one. */
class ClaimRulesTest {

    private static Asking two(Consumer<WorkspaceBuilder> owning, Consumer<WorkspaceBuilder> claiming) {
        return Asking.of(DeviceRulesTest.base()
                .workspace("own", w -> {
                    w.product("p").device("d", d -> d.product("p"));
                    owning.accept(w);
                })
                .workspace("claim", claiming));
    }

    private static Question annIn(String workspace, String action) {
        return ann(action).inWorkspace(workspace);
    }

    @Test
    void membersThereHoldRightsThroughTheirOwnRelationshipAndNeverMoreThanTheCeiling() {
        Asking asking = two(w -> {}, w -> w.claim("d", c -> c.ceiling(RECORD_MEASUREMENTS))
                .member("ann", m -> m.device("d", EDIT_BASICS, RECORD_MEASUREMENTS)));
        asking.allows(ann("device.record_measurements"));
        asking.allows(ann("device.view"));
        asking.denies(ann("device.edit"), CLAIM_CEILING, "edit_basics");
        asking.denies(ann("device.edit_product"), MISSING_PERMISSIONS, "edit_product");
    }

    @Test
    void theCeilingIsTheDefaultOneWhereNoneIsNamed() {
        Asking asking = two(w -> {}, w -> w.claim("d").organization("o"));
        asking.allows(Question.ofPrincipal("boss").action("device.edit").device("d"));
        asking.denies(Question.ofPrincipal("boss").action("device.edit_product").device("d"), OWNING_WORKSPACE_ONLY);
    }

    @Test
    void anEmptyCeilingLeavesTheImplicitPermissions() {
        Asking asking = two(w -> {}, w -> w.claim("d", c -> c.ceiling()).organization("o"));
        asking.allows(Question.ofPrincipal("boss").action("device.view").device("d"));
        asking.denies(Question.ofPrincipal("boss").action("device.edit").device("d"), CLAIM_CEILING, "edit_basics");
    }

    @Test
    void aClaimedDeviceHasNoProductHere() {
        two(w -> {}, w -> w.product("p").claim("d").member("ann", m -> m.product("p", EDIT_BASICS)))
                .denies(ann("device.view"), NO_GRANT, NOT_FOUND);
    }

    @Test
    void owningWorkspaceOnlyComesAfterMissingAndBeforeTheCeiling() {
        two(w -> {}, w -> w.claim("d", c -> c.ceiling()).member("ann", m -> m.permissions(DEVICES)))
                .denies(ann("device.delete"), OWNING_WORKSPACE_ONLY, NOT_FOUND);
        two(w -> {}, w -> w.claim("d", c -> c.ceiling()).member("ann", m -> m.allDevices(EDIT_BASICS)))
                .denies(ann("device.manage_public_links"), OWNING_WORKSPACE_ONLY);
        two(w -> {}, w -> w.claim("d", c -> c.ceiling()).member("ann", m -> m.allDevices()))
                .denies(ann("device.manage_public_links"), MISSING_PERMISSIONS, "edit_basics");
    }

    @Test
    void rightsFromTwoWorkspacesNeverAddUp() {
        two(w -> w.member("ann", m -> m.allDevices()), w -> w.claim("d").member("ann", m -> m.permissions(MEMBERS)))
                .allows(ann("device.manage_access"));
        Asking asking = Asking.of(Policy.builder()
                .catalogue(c -> c.devicePermission("see")
                        .workspacePermission("staff")
                        .deviceAction("touch", a -> a.device("see").workspace("staff")))
                .user("ann")
                .workspace("own", w -> w.device("d").member("ann", m -> m.device("d", Permission.device("see"))))
                .workspace(
                        "claim", w -> w.claim("d").member("ann", m -> m.permissions(Permission.workspace("staff")))));
        asking.denies(ann("touch"), MISSING_PERMISSIONS, "staff");
        asking.denies(annIn("claim", "touch"), NO_GRANT, NOT_FOUND);
    }

    @Test
    void theReasonNearestToAnAllowIsGiven() {
        two(w -> w.member("ann"), w -> w.claim("d", c -> c.ceiling()).member("ann", m -> m.allDevices(EDIT_BASICS)))
                .denies(ann("device.edit"), CLAIM_CEILING, "edit_basics");
        two(w -> w.member("ann", m -> m.expiresAt(NOON)), w -> w.claim("d").member("ann"))
                .denies(ann("device.edit"), EXPIRED, NOT_FOUND);
        two(w -> {}, w -> w.claim("d").suspended(true).member("ann", m -> m.allDevices()))
                .denies(ann("device.edit"), SUSPENDED);
    }

    @Test
    void ofSeveralTheOneThatLacksFewestThenTheOwningOneThenTheFirstByIdIsNamed() {
        Asking asking = Asking.of(DeviceRulesTest.base()
                .workspace("own", w -> w.device("d").member("ann", m -> m.allDevices()))
                .workspace("b", w -> w.claim("d").member("ann", m -> m.allDevices()))
                .workspace("a", w -> w.claim("d").member("ann", m -> m.allDevices())));
        asking.denies(ann("device.edit"), MISSING_PERMISSIONS, "edit_basics");
    }

    @Test
    void aSuspendedClaimingWorkspaceComesAfterNotAMemberAndBeforeExpired() {
        two(w -> {}, w -> w.claim("d").suspended(true)).denies(ann("device.view"), NOT_A_MEMBER, NOT_FOUND);
        two(w -> {}, w -> w.claim("d").suspended(true).member("ann", m -> m.expiresAt(NOON)))
                .denies(ann("device.view"), SUSPENDED, NOT_FOUND);
        two(w -> {}, w -> w.claim("d").suspended(true).organization("o"))
                .denies(Question.ofPrincipal("boss").action("device.view").device("d"), SUSPENDED);
    }

    @Test
    void theOwningWorkspacesSuspensionHoldsInEveryOther() {
        two(w -> w.suspended(true), w -> w.claim("d").member("ann", m -> m.allDevices()))
                .denies(ann("device.view"), SUSPENDED);
    }

    @Test
    void inTheContextOfAWorkspaceOnlyItsRightsCount() {
        Asking asking = two(w -> w.member("ann", m -> m.allDevices(EDIT_BASICS)), w -> w.claim("d"));
        asking.allows(annIn("own", "device.edit"));
        asking.denies(annIn("claim", "device.edit"), NOT_A_MEMBER, NOT_FOUND);
    }

    @Test
    void aContextIsJudgedInOrderDeviceWorkspacePresenceSuspension() {
        Asking asking = two(w -> w.member("ann", m -> m.allDevices()), w -> {});
        asking.denies(
                Question.ofPrincipal("ann").action("device.view").device("x").inWorkspace("x"),
                UNKNOWN_DEVICE,
                NOT_FOUND);
        asking.denies(annIn("x", "device.view"), UNKNOWN_WORKSPACE, NOT_FOUND);
        asking.denies(annIn("claim", "device.view"), UNKNOWN_DEVICE, NOT_FOUND);
        asking.denies(annIn("own", "none"), UNKNOWN_ACTION);
        asking.denies(annIn("claim", "none"), UNKNOWN_ACTION, NOT_FOUND);
        two(w -> w.suspended(true), w -> w.claim("d"))
                .denies(annIn("claim", "device.view"), SUSPENDED, ClientReason.NOT_FOUND);
    }

    @Test
    void permissionsAreTheUnionOrThoseThroughTheWorkspaceNamed() {
        OracleLists lists = new OracleLists(two(w -> w.member("ann", m -> m.device("d", EDIT_PRODUCT)), w -> w.claim(
                                "d", c -> c.ceiling(RECORD_MEASUREMENTS))
                        .member("ann", m -> m.allDevices(EDIT_BASICS, RECORD_MEASUREMENTS)))
                .oracle());
        Who ann = new Who(false, "ann");
        assertThat(lists.permissions(ann, Scope.DEVICE, "d", null, NOON).names())
                .containsExactly("view", "edit_product", "record_measurements");
        assertThat(lists.permissions(ann, Scope.DEVICE, "d", "claim", NOON).names())
                .containsExactly("view", "record_measurements");
        assertThat(lists.permissions(ann, Scope.DEVICE, "d", "elsewhere", NOON).isEmpty())
                .isTrue();
        assertThat(lists.devices(ann, "device.record_measurements", "own", NOON))
                .isEmpty();
        assertThat(lists.devices(ann, "device.record_measurements", null, NOON)).containsExactly("d");
        assertThat(lists.principals("device.view", Scope.DEVICE, "d", null, NOON))
                .containsExactly("ann");
    }
}
