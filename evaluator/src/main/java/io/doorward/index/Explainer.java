package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.explain.Derivation;
import io.doorward.explain.Explanation;
import io.doorward.explain.Relationship;
import io.doorward.explain.Source;
import io.doorward.explain.Source.Reach;
import io.doorward.model.ResourceId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.permission.Action;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down the derivation of a decision, from the same rows and by the same rules that decide. */
final class Explainer {

    private final Index index;
    private final Rows rows;
    private final Asker asker;
    private final Instant at;
    private final long second;
    private final int nano;

    Explainer(Index index, Asker asker, Instant at) {
        this.index = index;
        rows = index.rows();
        this.asker = asker;
        this.at = at;
        second = at.getEpochSecond();
        nano = at.getNano();
    }

    Explanation explain(Action asked, Scope scope, String resource, @Nullable String context) {
        Inquiry inquiry = Inquiry.of(index, asker, asked, scope, resource, context);
        Action known = inquiry.action;
        String question = who() + " asks for " + Problem.quoted(asked.name()) + " on " + scope.word() + " "
                + Problem.quoted(resource) + (context == null ? "" : " in workspace " + Problem.quoted(context))
                + " at "
                + at;
        PrincipalRow principal = asker.principal;
        List<Derivation> derivations =
                principal == null || known == null || asker.standing(second, nano) != Reason.ALLOWED
                        ? List.of()
                        : derivations(inquiry, principal, known);
        return new Explanation(
                question,
                known == null ? "" : needs(known),
                index.decide(inquiry, at),
                suspended(inquiry),
                derivations);
    }

    private String who() {
        if (asker.principal == null) {
            return "somebody unknown";
        }
        return (asker.token == null ? "" : "a token of ") + Problem.quoted(asker.principal.id.value());
    }

    private static String needs(Action action) {
        List<String> needs = new ArrayList<>();
        add(needs, action.devicePermissions());
        add(needs, action.workspacePermissions());
        add(needs, action.organizationPermissions());
        if (action.owningWorkspaceOnly()) {
            needs.add("through the owning workspace only");
        }
        if (action.ownerOnly()) {
            needs.add("being the owner");
        }
        if (needs.isEmpty()) {
            return action.scope().orElseThrow() == Scope.DEVICE ? "any live grant on the device" : "a relationship";
        }
        return String.join("; ", needs);
    }

    private List<String> suspended(Inquiry inquiry) {
        List<String> suspended = new ArrayList<>();
        if (asker.principal != null && asker.principal.suspended) {
            suspended.add("the principal");
        }
        inquiry.forEachSuspended(suspended::add);
        return suspended;
    }

    private static void add(List<String> needs, PermissionSet set) {
        if (!set.isEmpty()) {
            needs.add(set.permissions().scope().word() + " " + String.join(", ", set.names()));
        }
    }

    private List<Derivation> derivations(Inquiry inquiry, PrincipalRow principal, Action known) {
        if (inquiry instanceof DeviceInquiry device) {
            return device.presences().stream()
                    .map(presence -> ofPresence(presence, principal, known))
                    .toList();
        }
        if (inquiry instanceof WorkspaceInquiry workspace) {
            return workspace.workspace == null
                    ? List.of()
                    : List.of(ofWorkspace(workspace.workspace, principal, known));
        }
        OrganizationRow organization = ((OrganizationInquiry) inquiry).organization;
        return organization == null ? List.of() : List.of(ofOrganization(organization, principal, known));
    }

    private Derivation ofPresence(PresenceRow presence, PrincipalRow principal, Action known) {
        Reason outcome = rows.isSuspendedOrItsOwner(rows.devices.row(presence.device))
                ? Reason.SUSPENDED
                : DeviceRules.outcome(rows, principal, known, presence, second, nano);
        WorkspaceRow workspace = rows.workspace(presence);
        Optional<PermissionSet> ceiling =
                presence.owning ? Optional.empty() : Optional.of(device().fromBits(presence.ceiling));
        if (principal.isLink()) {
            boolean leadsHere = principal.leadsTo(presence);
            return new Derivation(
                    workspace.id,
                    !presence.owning,
                    outcome,
                    leadsHere ? Relationship.LINK : Relationship.NONE,
                    leadsHere ? List.of(whole(Reach.LINK, device().fromBits(principal.linkMask))) : List.of(),
                    ceiling);
        }
        return derivation(workspace, !presence.owning, outcome, principal, presence, ceiling);
    }

    private Derivation ofWorkspace(WorkspaceRow workspace, PrincipalRow principal, Action known) {
        Reason outcome = workspace.suspended
                ? Reason.SUSPENDED
                : WorkspaceRules.outcome(principal, known, workspace, second, nano);
        return derivation(workspace, false, outcome, principal, null, Optional.empty());
    }

    private Derivation derivation(
            WorkspaceRow workspace,
            boolean claimed,
            Reason outcome,
            PrincipalRow principal,
            @Nullable PresenceRow presence,
            Optional<PermissionSet> ceiling) {
        MemberRow member = workspace.membershipOf(principal);
        List<Source> sources;
        Relationship relationship;
        if (workspace.isOwnedBy(principal)) {
            relationship = Relationship.OWNER;
            sources = Stream.of(
                            presence == null ? null : device().all(),
                            workspacePermissions().all())
                    .filter(set -> set != null)
                    .map(set -> whole(Reach.OWNERSHIP, set))
                    .toList();
        } else if (member == null) {
            relationship = Relationship.NONE;
            sources = List.of();
        } else {
            boolean live = member.window.contains(second, nano);
            relationship = live ? Relationship.MEMBER : Relationship.MEMBER_OUT_OF_WINDOW;
            sources = sources(workspace.teams, member, presence, live);
        }
        return new Derivation(workspace.id, claimed, outcome, relationship, sources, ceiling);
    }

    private Derivation ofOrganization(OrganizationRow organization, PrincipalRow principal, Action known) {
        ResourceId place = organization.id;
        Reason outcome = WorkspaceRules.outcome(principal, known, organization);
        Permissions permissions = index.catalogue().organization();
        Long admin = organization.adminMask(principal);
        if (organization.isOwnedBy(principal)) {
            return new Derivation(
                    place,
                    false,
                    outcome,
                    Relationship.OWNER,
                    List.of(whole(Reach.OWNERSHIP, permissions.all())),
                    Optional.empty());
        }
        return new Derivation(
                place,
                false,
                outcome,
                admin == null ? Relationship.NONE : Relationship.ADMIN,
                admin == null ? List.of() : List.of(whole(Reach.WORKSPACE, permissions.fromBits(admin))),
                Optional.empty());
    }

    private List<Source> sources(TeamTable teams, MemberRow member, @Nullable PresenceRow presence, boolean live) {
        List<Source> sources = new ArrayList<>();
        add(sources, member.own, Optional.empty(), List.of(), presence, live);
        for (TeamLink link : member.teams.links()) {
            TeamRow team = teams.get(link.team);
            List<Window> through =
                    Arrays.stream(link.windows).map(WindowRow::toWindow).collect(Collectors.toList());
            add(sources, team.rights, Optional.of(team.id), through, presence, live && link.isLive(second, nano));
        }
        return sources;
    }

    private void add(
            List<Source> sources,
            RightsRow rights,
            Optional<TeamId> team,
            List<Window> through,
            @Nullable PresenceRow presence,
            boolean live) {
        if (presence != null) {
            add(sources, Reach.ALL_DEVICES, rights.allDevices, team, through, live);
            add(sources, Reach.PRODUCT, rights.onProduct(presence.productNumber), team, through, live);
            add(sources, Reach.DEVICE, rights.onDevice(presence.device), team, through, live);
        }
        if (rights.workspaceMask != 0) {
            PermissionSet set = workspacePermissions().fromBits(rights.workspaceMask);
            sources.add(new Source(Reach.WORKSPACE, team, set, Window.ALWAYS, through, live));
        }
    }

    private void add(
            List<Source> sources,
            Reach reach,
            @Nullable GrantRow grant,
            Optional<TeamId> team,
            List<Window> through,
            boolean live) {
        if (grant != null) {
            sources.add(new Source(
                    reach,
                    team,
                    grant.permissions,
                    grant.window.toWindow(),
                    through,
                    live && grant.isLive(second, nano)));
        }
    }

    private static Source whole(Reach reach, PermissionSet set) {
        return new Source(reach, Optional.empty(), set, Window.ALWAYS, List.of(), true);
    }

    private Permissions device() {
        return index.catalogue().device();
    }

    private Permissions workspacePermissions() {
        return index.catalogue().workspace();
    }
}
