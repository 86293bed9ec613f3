package io.doorward.admin;

import static io.doorward.problem.Problem.quoted;

import io.doorward.admin.Course.Place;
import io.doorward.admin.Target.OnAllDevices;
import io.doorward.admin.Target.OnDevice;
import io.doorward.admin.Target.OnProduct;
import io.doorward.admin.Target.OnWorkspace;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.MemberChange.AcceptInvite;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Invite;
import io.doorward.model.Offer;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the author of an invite or an offer needed when he wrote it, asked again when it is accepted, whoever accepts: his
 * action, and that his rows cover what he promised. If they do not, acceptance is refused, never narrowed. The host is not
 * asked again.
 */
final class Acceptance {

    private final Policy policy;
    private final Instant now;

    Acceptance(Policy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    List<Problem> problems(ChangeSet set) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < set.changes().size(); i++) {
            Change change = set.changes().get(i);
            if (change instanceof AcceptOffer one && !isGood(one)) {
                problems.add(new Problem(
                        ChangeSet.place(i),
                        "Whoever opened the offer of device "
                                + quoted(one.device().value()) + " may not do so any more; ask for a new one."));
            } else if (change instanceof AcceptInvite one && !isGood(one)) {
                problems.add(new Problem(
                        ChangeSet.place(i),
                        "Whoever invited " + quoted(one.email()) + " to workspace "
                                + quoted(one.workspace().value()) + " may not do so any more; invite again."));
            }
        }
        return problems;
    }

    private boolean isGood(AcceptOffer change) {
        Offer offer = policy.owningWorkspace(change.device())
                .map(owner -> owner.offers().get(change.device()))
                .orElse(null);
        PrincipalId author = offer == null || !offer.code().equals(change.code()) ? null : offer.openedBy();
        if (offer == null || author == null) {
            return true;
        }
        Course course = new Course(policy, now);
        Decision decision = new Decision(policy, author, now, course);
        Action action = RequiredActions.action("device.claim_out", Scope.DEVICE, policy.catalogue());
        Place owning = course.owning(change.device());
        if (!Identity.isActive(author, policy)
                || action == null
                || owning == null
                || !decision.onDevice(action, change.device(), owning, false)) {
            return false;
        }
        PermissionSet ceiling = offer.ceiling() == null ? policy.catalogue().defaultCeiling() : offer.ceiling();
        Gift gift = PromisedRights.gift("", "", owning, change.device(), ceiling.asGrant());
        return gift != null && covers(decision.holding(owning.workspace()), gift);
    }

    private boolean isGood(AcceptInvite change) {
        Workspace workspace = policy.workspaces().get(change.workspace());
        Invite invite = workspace == null ? null : workspace.invites().get(change.email());
        PrincipalId author = invite == null ? null : invite.invitedBy();
        if (workspace == null || invite == null || author == null) {
            return true;
        }
        Decision decision = new Decision(policy, author, now, new Course(policy, now));
        Action action = RequiredActions.action("workspace.manage_members", Scope.WORKSPACE, policy.catalogue());
        if (!Identity.isActive(author, policy) || action == null || !decision.onWorkspace(action, workspace.id())) {
            return false;
        }
        Holding holding = decision.holding(workspace.id());
        return gifts(invite, workspace).stream().allMatch(gift -> covers(holding, gift));
    }

    private List<Gift> gifts(Invite invite, Workspace workspace) {
        Catalogue catalogue = policy.catalogue();
        HeldRights row = new HeldRights(invite.rights(), Times.of(invite.window()));
        List<Gift> gifts = new ArrayList<>();
        gifts.add(gift(
                workspace,
                new OnWorkspace(),
                TimedPermissions.of(invite.rights().permissions().closed(), row.when(), row.when())));
        List<Target> targets = new ArrayList<>();
        targets.add(new OnAllDevices());
        invite.rights().products().keySet().forEach(product -> targets.add(new OnProduct(product)));
        invite.rights().devices().keySet().forEach(device -> targets.add(new OnDevice(device)));
        targets.forEach(target -> gifts.add(gift(workspace, target, row.on(target, catalogue))));
        return gifts;
    }

    private static Gift gift(Workspace workspace, Target target, TimedPermissions gained) {
        return new Gift("", "", workspace.id(), target, product(workspace, target), gained);
    }

    private static @Nullable ProductId product(Workspace workspace, Target target) {
        DeviceId device = target instanceof OnDevice one ? one.device() : null;
        Device known = device == null ? null : workspace.devices().get(device);
        return known == null ? null : known.product();
    }

    private boolean covers(Holding holding, Gift gift) {
        return gift.during(Times.from(now)).uncovered(holding) == null;
    }
}
