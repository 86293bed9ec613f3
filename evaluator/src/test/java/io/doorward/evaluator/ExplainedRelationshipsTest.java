package io.doorward.evaluator;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static io.doorward.permission.OrganizationPermissions.BILLING;
import static io.doorward.permission.WorkspacePermissions.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Question;
import io.doorward.explain.Derivation;
import io.doorward.explain.Explanation;
import io.doorward.explain.Source;
import io.doorward.model.Policy;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.PermissionSet;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An explanation says what the principal is to each place that is asked, and from which rows its rights there come. */
class ExplainedRelationshipsTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final Evaluator evaluator = Evaluator.of(Policy.builder()
                    .user("olga")
                    .user("adam")
                    .user("ann")
                    .user("late")
                    .user("nobody")
                    .organization("works", works -> works.owner("olga").admin("adam", BILLING))
                    .workspace("north", north -> north.organization("works")
                            .device("hall")
                            .device("cellar")
                            .member("ann", ann -> ann.permissions(RULES).allDevices(VIEW))
                            .member("late", late -> late.expiresAt(NOON).device("hall", EDIT_BASICS))
                            .team("crew", crew -> crew.member("ann").permissions(RULES)))
                    .workspace("south", south -> south.claim("hall", claim -> claim.ceiling(VIEW)))
                    .workspace(
                            "shut", shut -> shut.suspended(true).device("pump").member("ann"))
                    .publicLink(
                            "link",
                            link -> link.device("hall").mode(LinkMode.READ).token(TokenHash.ofClearText("l")))
                    .build())
            .at(NOON);

    @Test
    void theOwnerOwnsEverythingInHisWorkspaces() {
        PermissionSet device = Catalogue.defaults().device().all();
        PermissionSet workspace = Catalogue.defaults().workspace().all();
        Explanation onDevice = explain("olga", "device.delete", "hall");
        assertThat(onDevice.derivations())
                .extracting(Derivation::toString)
                .containsExactly(
                        "workspace \"north\": ALLOWED; owner of the organization",
                        "workspace \"south\" (claimed): NOT_A_MEMBER; neither owner nor member; the ceiling lets through view");
        assertThat(onDevice.derivations().get(0).sources())
                .extracting(Source::permissions)
                .containsExactly(device, workspace);
        assertThat(onDevice.derivations().get(1).sources()).isEmpty();
        Derivation onWorkspace = only(evaluator.explain(
                Question.ofPrincipal("olga").action("workspace.edit").workspace("north")));
        assertThat(onWorkspace).hasToString("workspace \"north\": ALLOWED; owner of the organization");
        assertThat(onWorkspace.sources()).extracting(Source::permissions).containsExactly(workspace);
        assertThat(onWorkspace.sources()).extracting(Source::reach).containsExactly(Source.Reach.OWNERSHIP);
    }

    @Test
    void anOrganizationHasAnOwnerAndAdmins() {
        Derivation owner = inOrganization("olga", "organization.delete");
        assertThat(owner).hasToString("organization \"works\": ALLOWED; owner of the organization");
        assertThat(owner.sources())
                .extracting(Source::permissions)
                .containsExactly(Catalogue.defaults().organization().all());
        Derivation admin = inOrganization("adam", "organization.view_billing");
        assertThat(admin).hasToString("organization \"works\": ALLOWED; admin");
        assertThat(admin.sources()).extracting(Source::toString).containsExactly("permissions: billing");
        Derivation nobody = inOrganization("nobody", "organization.view");
        assertThat(nobody).hasToString("organization \"works\": NOT_A_MEMBER; neither owner nor member");
        assertThat(nobody.sources()).isEmpty();
    }

    @Test
    void aMemberHasRowsOfItsOwnAndOfItsTeams() {
        Explanation onDevice = explain("ann", "device.view", "hall");
        assertThat(onDevice.derivations().get(0)).hasToString("workspace \"north\": ALLOWED; member");
        assertThat(onDevice.derivations().get(0).sources())
                .extracting(Source::toString)
                .containsExactly(
                        "grant on all devices: view", "permissions: rules", "team \"crew\", permissions: rules");
        Derivation onWorkspace = only(evaluator.explain(
                Question.ofPrincipal("ann").action("workspace.edit").workspace("north")));
        assertThat(onWorkspace).hasToString("workspace \"north\": MISSING_PERMISSIONS; member");
        assertThat(onWorkspace.sources())
                .extracting(Source::toString)
                .containsExactly("permissions: rules", "team \"crew\", permissions: rules");
    }

    @Test
    void aMembershipThatIsOverKeepsItsRowsWhichDoNotCount() {
        Derivation late = explain("late", "device.edit", "hall").derivations().get(0);
        assertThat(late).hasToString("workspace \"north\": EXPIRED; member, but out of the membership's window");
        assertThat(late.sources())
                .extracting(Source::toString)
                .containsExactly("grant on the device: view, edit_basics (not live)");
    }

    @Test
    void aLinkLeadsToOneDeviceInTheWorkspaceThatOwnsIt() {
        List<Derivation> there = evaluator
                .explain(Question.ofToken("l").action("device.view").device("hall"))
                .derivations();
        assertThat(there)
                .extracting(Derivation::toString)
                .containsExactly(
                        "workspace \"north\": ALLOWED; public link to the device",
                        "workspace \"south\" (claimed): NO_GRANT; neither owner nor member; the ceiling lets through view");
        assertThat(there.get(0).sources()).extracting(Source::toString).containsExactly("link: view");
        assertThat(there.get(1).sources()).isEmpty();
        Derivation elsewhere = only(
                evaluator.explain(Question.ofToken("l").action("device.view").device("cellar")));
        assertThat(elsewhere).hasToString("workspace \"north\": NO_GRANT; neither owner nor member");
        assertThat(elsewhere.sources()).isEmpty();
    }

    @Test
    void whatIsSuspendedSaysSo() {
        Explanation onWorkspace = evaluator.explain(
                Question.ofPrincipal("ann").action("workspace.view").workspace("shut"));
        assertThat(only(onWorkspace)).hasToString("workspace \"shut\": SUSPENDED; member");
        assertThat(onWorkspace.suspended()).containsExactly("the workspace");
        assertThat(evaluator
                        .explain(Question.ofPrincipal("ann")
                                .action("workspace.view")
                                .workspace("north"))
                        .suspended())
                .isEmpty();
        Explanation onDevice = explain("ann", "device.view", "pump");
        assertThat(only(onDevice)).hasToString("workspace \"shut\": SUSPENDED; member");
        assertThat(onDevice.suspended()).containsExactly("its owning workspace");
    }

    @Test
    void whatAnActionNeedsIsSaidInWords() {
        assertThat(explain("ann", "device.edit_product", "hall").needs())
                .isEqualTo("device edit_product; through the owning workspace only");
        assertThat(explain("ann", "device.delete", "hall").needs())
                .isEqualTo("workspace devices; through the owning workspace only");
        assertThat(evaluator
                        .explain(Question.ofPrincipal("ann")
                                .action("workspace.view")
                                .workspace("north"))
                        .needs())
                .isEqualTo("a relationship");
        assertThat(explainInOrganization("ann", "organization.delete").needs()).isEqualTo("being the owner");
        assertThat(explainInOrganization("ann", "organization.view_billing").needs())
                .isEqualTo("organization billing");
        assertThat(explain("ann", "device.unheard_of", "hall").needs()).isEmpty();
    }

    @Test
    void aQuestionInAWorkspaceSaysInWhich() {
        Explanation explanation = evaluator.explain(
                Question.ofPrincipal("ann").action("device.view").device("hall").inWorkspace("south"));
        assertThat(explanation.question())
                .isEqualTo("\"ann\" asks for \"device.view\" on device \"hall\" in workspace \"south\" at " + NOON);
        assertThat(explanation.derivations()).extracting(Derivation::place).hasToString("[south]");
    }

    @Test
    void whatIsUnknownHasNothingToSay() {
        assertThat(explain("ann", "device.view", "unknown").derivations()).isEmpty();
        assertThat(explain("ann", "device.unheard_of", "hall").derivations()).isEmpty();
        assertThat(explain("unknown", "device.view", "hall").derivations()).isEmpty();
        assertThat(evaluator
                        .explain(Question.ofPrincipal("ann")
                                .action("workspace.view")
                                .workspace("unknown"))
                        .derivations())
                .isEmpty();
        assertThat(evaluator
                        .explain(Question.ofPrincipal("ann")
                                .action("organization.view")
                                .organization("unknown"))
                        .derivations())
                .isEmpty();
    }

    private Explanation explain(String who, String action, String device) {
        return evaluator.explain(Question.ofPrincipal(who).action(action).device(device));
    }

    private Explanation explainInOrganization(String who, String action) {
        return evaluator.explain(Question.ofPrincipal(who).action(action).organization("works"));
    }

    private Derivation inOrganization(String who, String action) {
        return only(explainInOrganization(who, action));
    }

    private static Derivation only(Explanation explanation) {
        assertThat(explanation.derivations()).hasSize(1);
        return explanation.derivations().get(0);
    }
}
