package io.doorward.change;

import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.CloseOffer;
import io.doorward.change.ClaimChange.CreateClaim;
import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.ClaimChange.SetClaimCeiling;
import io.doorward.model.Claim;
import io.doorward.model.DeviceId;
import io.doorward.model.Offer;
import io.doorward.model.WorkspaceEditor;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import org.jspecify.annotations.Nullable;

/** How claims and claim offers change. */
final class ClaimVerbs {

    private ClaimVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(OpenOffer.class, ClaimVerbs::open)
                .on(CloseOffer.class, ClaimVerbs::close)
                .on(AcceptOffer.class, ClaimVerbs::accept)
                .on(CreateClaim.class, ClaimVerbs::create)
                .on(SetClaimCeiling.class, ClaimVerbs::setCeiling)
                .on(EndClaim.class, ClaimVerbs::end);
    }

    private static void open(OpenOffer change, Edit edit) {
        WorkspaceEditor owner = edit.owner(change.device());
        PermissionSet ceiling = edit.ceiling(change.ceiling());
        if (owner == null) {
            return;
        }
        if (owner.offers().containsKey(change.device())) {
            edit.problem("Device " + Edit.quoted(change.device()) + " is offered already; close that offer first.");
        } else {
            owner.put(new Offer(change.device(), ceiling, edit.author(), change.window(), change.code()));
        }
    }

    private static void close(CloseOffer change, Edit edit) {
        WorkspaceEditor owner = edit.owner(change.device());
        if (owner == null) {
            return;
        }
        if (owner.offers().containsKey(change.device())) {
            owner.removeOffer(change.device());
        } else {
            edit.problem("Device " + Edit.quoted(change.device()) + " is not offered.");
        }
    }

    /** One sentence for everything that is wrong with an offer: whoever has no code shall not learn what there is. */
    private static void accept(AcceptOffer change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        WorkspaceEditor owner = edit.policy().owner(change.device());
        Offer offer = owner == null ? null : owner.offers().get(change.device());
        if (owner == null
                || offer == null
                || !offer.code().equals(change.code())
                || !offer.window().contains(edit.now())) {
            edit.problem("There is no open offer of device " + Edit.quoted(change.device()) + " with that code.");
            return;
        }
        if (workspace == null || !requireAbsent(workspace, change.device(), edit)) {
            return;
        }
        owner.removeOffer(change.device());
        PermissionSet ceiling =
                offer.ceiling() == null ? edit.policy().catalogue().defaultCeiling() : offer.ceiling();
        workspace.put(new Claim(change.device(), ceiling));
        OwnGrant.give(workspace, change.device(), ceiling, edit);
    }

    private static void create(CreateClaim change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        PermissionSet ceiling = edit.ceiling(change.ceiling());
        if (workspace != null && requireAbsent(workspace, change.device(), edit)) {
            workspace.put(new Claim(
                    change.device(), ceiling == null ? edit.policy().catalogue().defaultCeiling() : ceiling));
        }
    }

    private static void setCeiling(SetClaimCeiling change, Edit edit) {
        WorkspaceEditor workspace = claiming(change.workspace(), change.device(), edit);
        PermissionSet ceiling = edit.set(Scope.DEVICE, change.ceiling());
        if (workspace != null) {
            workspace.put(new Claim(change.device(), ceiling));
        }
    }

    private static void end(EndClaim change, Edit edit) {
        WorkspaceEditor workspace = claiming(change.workspace(), change.device(), edit);
        if (workspace != null) {
            workspace.removeClaim(change.device());
        }
    }

    private static boolean requireAbsent(WorkspaceEditor workspace, DeviceId device, Edit edit) {
        if (workspace.isPresent(device)) {
            edit.problem("Device " + Edit.quoted(device) + " is present in workspace " + Edit.quoted(workspace.id())
                    + " already.");
            return false;
        }
        return true;
    }

    /** One sentence where there is no such workspace and where there is no claim: the owner need not know of others. */
    private static @Nullable WorkspaceEditor claiming(WorkspaceId id, DeviceId device, Edit edit) {
        WorkspaceEditor workspace = edit.policy().workspace(id);
        if (workspace != null && workspace.claims().containsKey(device)) {
            return workspace;
        }
        edit.problem("Device " + Edit.quoted(device) + " is not claimed into workspace " + Edit.quoted(id) + ".");
        return null;
    }
}
