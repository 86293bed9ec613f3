package io.doorward.oracle;

import static io.doorward.decision.ClientReason.NOT_FOUND;
import static io.doorward.decision.ClientReason.UNAUTHENTICATED;
import static io.doorward.decision.Reason.*;

import io.doorward.decision.Question;
import io.doorward.model.Policy;
import io.doorward.permission.LinkMode;
import org.junit.jupiter.api.Test;

/** Questions of a public link. */
class LinkRulesTest {

    private static final Asking LINKS = Asking.of(Policy.builder()
            .workspace("own", w -> w.device("d").device("e"))
            .workspace("claim", w -> w.claim("d"))
            .publicLink("read", link -> link.device("d").mode(LinkMode.READ))
            .publicLink("write", link -> link.device("d").mode(LinkMode.WRITE))
            .publicLink("off", link -> link.device("d").mode(LinkMode.WRITE).suspended(true)));

    private static Question link(String link, String action) {
        return Question.ofPrincipal(link).action(action).device("d");
    }

    @Test
    void aLinkCarriesItsModeOnItsOwnDevice() {
        LINKS.allows(link("read", "device.view"));
        LINKS.allows(link("write", "device.send_downlink"));
        LINKS.denies(link("read", "device.send_downlink"), MISSING_PERMISSIONS, "record_measurements");
        LINKS.denies(Question.ofPrincipal("read").action("device.view").device("e"), NO_GRANT, NOT_FOUND);
    }

    @Test
    void aLinkCountsThroughTheOwningWorkspaceOnly() {
        LINKS.allows(link("read", "device.view").inWorkspace("own"));
        LINKS.denies(link("read", "device.view").inWorkspace("claim"), NO_GRANT, NOT_FOUND);
    }

    @Test
    void aLinkIsNeverAllowedWhatNeedsAWorkspacePermissionOrTheOwningWorkspace() {
        LINKS.denies(link("write", "device.manage_access"), MISSING_PERMISSIONS, "members");
        LINKS.denies(link("write", "device.edit_product"), MISSING_PERMISSIONS, "edit_product");
        Asking asking = Asking.of(Policy.builder()
                .catalogue(c -> c.devicePermission("see", p -> p.implicit())
                        .publicLinks(LinkMode.READ)
                        .deviceAction("touch", a -> a.device("see").owningWorkspaceOnly())
                        .deviceAction("look", a -> {}))
                .workspace("own", w -> w.device("d"))
                .publicLink("read", link -> link.device("d").mode(LinkMode.READ)));
        asking.denies(link("read", "touch"), MISSING_PERMISSIONS);
        asking.allows(link("read", "look"));
    }

    @Test
    void aLinkHasNoRelationshipWithAnyWorkspaceOrOrganization() {
        LINKS.denies(Question.ofPrincipal("read").action("workspace.view").workspace("own"), NOT_A_MEMBER, NOT_FOUND);
    }

    @Test
    void aSuspendedLinkIsDeniedEverything() {
        LINKS.denies(link("off", "device.view"), SUSPENDED, UNAUTHENTICATED);
    }
}
