package io.doorward.oracle;

import static io.doorward.decision.ClientReason.NOT_FOUND;
import static io.doorward.decision.Reason.*;
import static io.doorward.oracle.Asking.NOON;
import static io.doorward.permission.OrganizationPermissions.BILLING;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static io.doorward.permission.WorkspacePermissions.ZONES;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Question;
import io.doorward.model.Policy;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Permission;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Questions about a workspace or an organization. */
class WorkspaceRulesTest {

    private static Asking workspace(Consumer<WorkspaceBuilder> workspace) {
        return Asking.of(Policy.builder()
                .user("ann")
                .user("boss")
                .organization("o", o -> o.owner("boss"))
                .workspace("w", workspace));
    }

    private static Question ann(String action) {
        return Question.ofPrincipal("ann").action(action).workspace("w");
    }

    @Test
    void anActionWithoutNeedsAsksForTheRelationship() {
        workspace(w -> w.member("ann")).allows(ann("workspace.view"));
        workspace(w -> {}).denies(ann("workspace.view"), NOT_A_MEMBER, NOT_FOUND);
    }

    @Test
    void ofAMemberTheRightsCount() {
        workspace(w -> w.member("ann", m -> m.permissions(RULES))).allows(ann("workspace.edit_rules"));
        workspace(w -> w.member("ann", m -> m.permissions(RULES)))
                .denies(ann("workspace.edit"), MISSING_PERMISSIONS, "basics");
    }

    @Test
    void aMembershipOutsideItsWindowGivesNothingItsTeamsIncluded() {
        workspace(w -> w.member("ann", m -> m.permissions(RULES).expiresAt(NOON))
                        .team("t", t -> t.member("ann").permissions(RULES)))
                .denies(ann("workspace.edit_rules"), EXPIRED, NOT_FOUND);
    }

    @Test
    void aTeamGivesItsRightsWhileTheMembershipOfTheTeamIsLive() {
        workspace(w -> w.member("ann").team("t", t -> t.member("ann").permissions(RULES)))
                .allows(ann("workspace.edit_rules"));
        workspace(w -> w.member("ann").team("t", t -> t.member("ann", row -> row.expiresAt(NOON))
                        .permissions(RULES)))
                .denies(ann("workspace.edit_rules"), MISSING_PERMISSIONS, "rules");
    }

    @Test
    void whoIsInTheInnerTeamIsInTheOuterOne() {
        workspace(w -> w.member("ann")
                        .team("outer", t -> t.team("middle").permissions(RULES))
                        .team("middle", t -> t.team("inner"))
                        .team("inner", t -> t.member("ann").permissions(ZONES)))
                .allows(ann("workspace.edit_rules"));
        workspace(w -> w.member("ann")
                        .team("outer", t -> t.team("inner").permissions(RULES))
                        .team("inner", t -> t.member("ann", row -> row.notBefore(NOON.plusNanos(1)))))
                .denies(ann("workspace.edit_rules"), MISSING_PERMISSIONS, "rules");
        workspace(w -> w.member("ann")
                        .team("outer", t -> t.team("inner"))
                        .team("inner", t -> t.permissions(RULES))
                        .team("other", t -> t.member("ann")))
                .denies(ann("workspace.edit_rules"), MISSING_PERMISSIONS, "rules");
    }

    @Test
    void severalRowsIntoATeamAreTheUnionOfTheirWindows() {
        workspace(w -> w.member("ann")
                        .team("outer", t -> t.team("inner")
                                .member("ann", row -> row.expiresAt(NOON))
                                .permissions(RULES))
                        .team("inner", t -> t.member("ann", row -> row.notBefore(NOON))))
                .allows(ann("workspace.edit_rules"));
    }

    @Test
    void anApiUserHasAMembershipWithoutARow() {
        Question question = Question.ofPrincipal("bot").action("workspace.view").workspace("w");
        workspace(w -> w.apiUser("bot")).allows(question);
        workspace(w -> w.apiUser("bot").member("bot", m -> m.expiresAt(NOON))).denies(question, EXPIRED, NOT_FOUND);
    }

    @Test
    void theOwnerOfTheOrganizationHoldsEverythingWhateverHisRowSays() {
        Question question =
                Question.ofPrincipal("boss").action("workspace.edit").workspace("w");
        workspace(w -> w.organization("o")).allows(question);
        workspace(w -> w.organization("o").member("boss", m -> m.expiresAt(NOON)))
                .allows(question);
        workspace(w -> {}).denies(question, NOT_A_MEMBER, NOT_FOUND);
    }

    @Test
    void aSuspendedWorkspaceComesBeforeTheRelationshipAndOwnershipDoesNotOutweighIt() {
        Asking asking = workspace(w -> w.organization("o").suspended(true));
        asking.denies(ann("workspace.view"), SUSPENDED, NOT_FOUND);
        asking.denies(Question.ofPrincipal("boss").action("workspace.view").workspace("w"), SUSPENDED);
    }

    @Test
    void theActionComesBeforeTheWorkspace() {
        Asking asking = workspace(w -> w.member("ann").suspended(true));
        asking.denies(Question.ofPrincipal("ann").action("none").workspace("none"), UNKNOWN_ACTION, NOT_FOUND);
        asking.denies(ann("device.view"), UNKNOWN_ACTION);
        asking.denies(ann("Workspace.view"), UNKNOWN_ACTION);
        asking.denies(
                Question.ofPrincipal("ann").action("workspace.view").workspace("W"), UNKNOWN_WORKSPACE, NOT_FOUND);
    }

    @Test
    void organizationsKnowOwnersAndAdmins() {
        Asking asking = Asking.of(Policy.builder()
                .user("boss")
                .user("ann")
                .user("eve")
                .organization("o", o -> o.owner("boss").admin("ann", BILLING))
                .workspace("w", w -> w.organization("o").member("eve")));
        asking.allows(Question.ofPrincipal("boss").action("organization.delete").organization("o"));
        asking.allows(
                Question.ofPrincipal("boss").action("organization.view_billing").organization("o"));
        asking.allows(Question.ofPrincipal("ann").action("organization.view").organization("o"));
        asking.allows(
                Question.ofPrincipal("ann").action("organization.view_billing").organization("o"));
        asking.denies(Question.ofPrincipal("ann").action("organization.delete").organization("o"), OWNER_ONLY);
        asking.denies(
                Question.ofPrincipal("ann").action("organization.manage_admins").organization("o"),
                MISSING_PERMISSIONS,
                "members");
        asking.denies(
                Question.ofPrincipal("eve").action("organization.delete").organization("o"), NOT_A_MEMBER, NOT_FOUND);
        asking.denies(
                Question.ofPrincipal("ann").action("organization.view").organization("O"),
                UNKNOWN_ORGANIZATION,
                NOT_FOUND);
        asking.denies(Question.ofPrincipal("ann").action("workspace.view").workspace("w"), NOT_A_MEMBER, NOT_FOUND);
    }

    @Test
    void implicationsAreClosedInEveryScope() {
        Asking asking = Asking.of(Policy.builder()
                .catalogue(c -> c.workspacePermission("a", p -> p.implies("b"))
                        .workspacePermission("b", p -> p.implies("c"))
                        .workspacePermission("c")
                        .organizationPermission("x", p -> p.implies("y"))
                        .organizationPermission("y")
                        .workspaceAction("enter", a -> a.workspace("c"))
                        .organizationAction("sell", a -> a.organization("y").ownerOnly())
                        .organizationAction("look", a -> a.organization("y")))
                .user("ann")
                .user("boss")
                .organization("o", o -> o.owner("boss").admin("ann", Permission.organization("x")))
                .workspace("w", w -> w.member("ann", m -> m.permissions(Permission.workspace("a")))));
        asking.allows(ann("enter"));
        asking.allows(Question.ofPrincipal("ann").action("look").organization("o"));
        asking.denies(
                Question.ofPrincipal("ann").action("sell").organization("o"), OWNER_ONLY, ClientReason.OWNER_ONLY);
    }
}
