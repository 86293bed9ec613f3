package io.doorward.oracle;

import static io.doorward.decision.Reason.*;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.ApiUser;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, written down as the domain tells it and in its order: lists are walked, nothing is remembered, nothing
 * is clever. Whatever answers fast is compared with this.
 *
 * <p>Immutable and thread-safe. {@link OracleLists} asks it for lists and sets, {@link OracleTimes} for how long an answer
 * holds.
 */
public final class Oracle {

    /** Of several workspaces' reasons the nearest to an allow is given. */
    private static final List<Reason> NEAREST_FIRST = List.of(
            ALLOWED,
            CLAIM_CEILING,
            OWNING_WORKSPACE_ONLY,
            MISSING_PERMISSIONS,
            EXPIRED,
            NO_GRANT,
            SUSPENDED,
            NOT_A_MEMBER);

    /** ... of the workspace with that reason that lacks fewest, then the owning one, then the first by id. */
    private static final Comparator<Through> NEAREST = Comparator.comparing(
                    (Through through) -> NEAREST_FIRST.indexOf(through.outcome.reason))
            .thenComparing(through -> through.outcome.missing.size())
            .thenComparing(through -> through.owning ? 0 : 1)
            .thenComparing(Through::workspace, CodePoints.ORDER);

    private final Policy policy;
    private final Catalogue catalogue;
    private final List<Someone> principals = new ArrayList<>();

    /** A user, an API user (with its workspace) or a public link (with itself). */
    record Someone(
            PrincipalId id,
            boolean suspended,
            List<Token> tokens,
            @Nullable Workspace home,
            @Nullable PublicLink link) {}

    /** Who asks, or why nobody does. */
    record Asker(@Nullable Someone someone, @Nullable Reason reason) {}

    /** A grant on a device that there is, live or not, with all that it carries. */
    private record Held(PermissionSet carries, boolean live) {}

    /** A reason and what it misses. */
    private record Outcome(Reason reason, List<Permission> missing) {

        static Outcome of(Reason reason) {
            return new Outcome(reason, List.of());
        }
    }

    /** How one of several workspaces decides. */
    private record Through(String workspace, boolean owning, Outcome outcome) {}

    public Oracle(Policy policy) {
        this.policy = policy;
        this.catalogue = policy.catalogue();
        for (User user : policy.users().values()) {
            principals.add(new Someone(user.id(), user.suspended(), user.tokens(), null, null));
        }
        for (Workspace w : policy.workspaces().values()) {
            for (ApiUser user : w.apiUsers().values()) {
                principals.add(new Someone(user.id(), user.suspended(), user.tokens(), w, null));
            }
        }
        for (PublicLink link : policy.publicLinks().values()) {
            principals.add(new Someone(link.id(), link.suspended(), link.tokens(), null, link));
        }
    }

    Policy policy() {
        return policy;
    }

    List<Someone> principals() {
        return principals;
    }

    /** The decision on a question at an instant, and what a client is told of it. */
    public Answer answer(Question question, Instant at) {
        Asker asker = asker(question.isByToken(), question.asker(), at);
        if (asker.reason != null) {
            return new Answer(asker.reason, List.of(), ClientReason.UNAUTHENTICATED);
        }
        Someone p = asker.someone;
        Outcome outcome = outcome(p, question, at);
        ClientReason forClient = outcome.reason == ALLOWED || isVisible(p, question, at)
                ? ClientReason.valueOf(outcome.reason.name())
                : ClientReason.NOT_FOUND;
        return new Answer(outcome.reason, outcome.missing, forClient);
    }

    // The asker

    Asker asker(boolean byToken, String text, Instant at) {
        return byToken ? holder(text, at) : principal(text);
    }

    /** The principal that a token leads to, whether or not the token is live; null for an unknown one. */
    public @Nullable String holder(String clearText) {
        Someone p = holder(clearText, Instant.EPOCH).someone;
        return p == null ? null : p.id.value();
    }

    private Asker holder(String clearText, Instant at) {
        TokenHash hash = ClearToken.hash(clearText);
        for (Someone p : principals) {
            for (Token token : p.tokens) {
                if (!token.hash().equals(hash)) {
                    continue;
                }
                if (token.revokedAt() != null) {
                    return new Asker(p, TOKEN_REVOKED);
                }
                return new Asker(p, !token.window().contains(at) ? TOKEN_EXPIRED : p.suspended ? SUSPENDED : null);
            }
        }
        return new Asker(null, UNKNOWN_TOKEN);
    }

    private Asker principal(String id) {
        for (Someone p : principals) {
            if (p.id.value().equals(id)) {
                return new Asker(p, p.suspended ? SUSPENDED : null);
            }
        }
        return new Asker(null, UNKNOWN_PRINCIPAL);
    }

    // The steps behind the asker

    private Outcome outcome(Someone p, Question question, Instant at) {
        Action action = action(question.action(), question.scope());
        if (action == null) {
            return Outcome.of(UNKNOWN_ACTION);
        }
        return switch (question.scope()) {
            case ORGANIZATION -> onOrganization(p, action, question.resource());
            case WORKSPACE -> onWorkspace(p, action, question.resource(), at);
            case DEVICE -> onDevice(p, action, question.resource(), question.context(), at);
        };
    }

    /** An action asked on another scope than its own is unknown. */
    @Nullable
    Action action(String name, Scope scope) {
        for (Action action : catalogue.actions()) {
            if (action.name().equals(name) && action.scope().orElseThrow() == scope) {
                return action;
            }
        }
        return null;
    }

    private Outcome onOrganization(Someone p, Action action, String id) {
        Organization o = organization(id);
        if (o == null) {
            return Outcome.of(UNKNOWN_ORGANIZATION);
        }
        if (!isOwner(p, o) && !o.admins().containsKey(p.id)) {
            return Outcome.of(NOT_A_MEMBER);
        }
        if (action.ownerOnly() && !isOwner(p, o)) {
            return Outcome.of(OWNER_ONLY);
        }
        return allowedUnlessMissing(
                action.organizationPermissions().minus(org(p, o)).toList());
    }

    private Outcome onWorkspace(Someone p, Action action, String id, Instant at) {
        Workspace w = workspace(id);
        if (w == null) {
            return Outcome.of(UNKNOWN_WORKSPACE);
        }
        if (w.suspended()) {
            return Outcome.of(SUSPENDED);
        }
        if (!isRelated(p, w, at)) {
            return Outcome.of(hasMembership(p, w) ? EXPIRED : NOT_A_MEMBER);
        }
        return allowedUnlessMissing(
                action.workspacePermissions().minus(ws(p, w, at)).toList());
    }

    private Outcome onDevice(Someone p, Action action, String id, @Nullable String context, Instant at) {
        Device d = device(id);
        if (d == null) {
            return Outcome.of(UNKNOWN_DEVICE);
        }
        if (context != null && workspace(context) == null) {
            return Outcome.of(UNKNOWN_WORKSPACE);
        }
        List<Workspace> places = places(d, context);
        if (places.isEmpty()) {
            return Outcome.of(UNKNOWN_DEVICE);
        }
        if (d.suspended() || owning(d).suspended()) {
            return Outcome.of(SUSPENDED);
        }
        if (p.link != null) {
            return onLink(p.link, action, d, places);
        }
        List<Through> all = new ArrayList<>();
        for (Workspace w : places) {
            all.add(new Through(w.id().value(), owns(w, d), through(w, p, action, d, at)));
        }
        return Collections.min(all, NEAREST).outcome;
    }

    private Outcome onLink(PublicLink link, Action action, Device d, List<Workspace> places) {
        if (!link.device().equals(d.id()) || !places.contains(owning(d))) {
            return Outcome.of(NO_GRANT);
        }
        List<Permission> missing = both(action.devicePermissions().minus(mode(link)), action.workspacePermissions());
        return action.owningWorkspaceOnly() ? new Outcome(MISSING_PERMISSIONS, missing) : allowedUnlessMissing(missing);
    }

    /** The first failing step of one workspace in which the device is present. */
    private Outcome through(Workspace w, Someone p, Action action, Device d, Instant at) {
        if (!isRelated(p, w, at) && !hasMembership(p, w)) {
            return Outcome.of(NOT_A_MEMBER);
        }
        if (w.suspended()) {
            return Outcome.of(SUSPENDED);
        }
        if (!isRelated(p, w, at)) {
            return Outcome.of(EXPIRED);
        }
        List<Held> grants = grants(p, d, w, at);
        boolean needsGrant = !action.devicePermissions().isEmpty()
                || action.workspacePermissions().isEmpty();
        if (needsGrant && grants.isEmpty()) {
            return Outcome.of(NO_GRANT);
        }
        if (needsGrant && grants.stream().noneMatch(Held::live)) {
            return Outcome.of(EXPIRED);
        }
        PermissionSet beforeCeiling = live(grants);
        List<Permission> missing = both(
                action.devicePermissions().minus(beforeCeiling),
                action.workspacePermissions().minus(ws(p, w, at)));
        if (!missing.isEmpty()) {
            return new Outcome(MISSING_PERMISSIONS, missing);
        }
        if (action.owningWorkspaceOnly() && !owns(w, d)) {
            return Outcome.of(OWNING_WORKSPACE_ONLY);
        }
        List<Permission> cut =
                action.devicePermissions().minus(dev(p, d, w, at)).toList();
        return cut.isEmpty() ? Outcome.of(ALLOWED) : new Outcome(CLAIM_CEILING, cut);
    }

    // What a client may know

    private boolean isVisible(Someone p, Question question, Instant at) {
        return switch (question.scope()) {
            case ORGANIZATION -> {
                Organization o = organization(question.resource());
                yield o != null && (isOwner(p, o) || o.admins().containsKey(p.id));
            }
            case WORKSPACE -> {
                Workspace w = workspace(question.resource());
                yield w != null && isRelated(p, w, at);
            }
            case DEVICE -> {
                Device d = device(question.resource());
                yield d != null && places(d, question.context()).stream().anyMatch(w -> hasLiveGrant(p, d, w, at));
            }
        };
    }

    private boolean hasLiveGrant(Someone p, Device d, Workspace w, Instant at) {
        return grants(p, d, w, at).stream().anyMatch(Held::live);
    }

    // Effective sets, suspensions aside

    /** What p holds in an organization. */
    PermissionSet org(Someone p, Organization o) {
        Permissions all = catalogue.organization();
        return isOwner(p, o) ? all.all() : closed(o.admins().getOrDefault(p.id, all.none()));
    }

    /** Ws(p, w). */
    PermissionSet ws(Someone p, Workspace w, Instant at) {
        PermissionSet set = catalogue.workspace().none();
        if (!isRelated(p, w, at)) {
            return set;
        }
        if (isOwnerOf(p, w)) {
            return catalogue.workspace().all();
        }
        Member own = w.members().get(p.id);
        if (own != null) {
            set = set.union(own.rights().permissions());
        }
        for (Team team : w.teams().values()) {
            if (contains(memberships(p, team, w), at)) {
                set = set.union(team.rights().permissions());
            }
        }
        return closed(set);
    }

    /** Dev(p, d, w); where there is no live grant, none. */
    PermissionSet dev(Someone p, Device d, Workspace w, Instant at) {
        PermissionSet held = live(grants(p, d, w, at));
        Claim claim = w.claims().get(d.id());
        if (claim == null) {
            return held;
        }
        return held.intersect(carried(claim.ceiling() == null ? catalogue.defaultCeiling() : claim.ceiling()));
    }

    private PermissionSet live(List<Held> grants) {
        PermissionSet set = catalogue.device().none();
        for (Held grant : grants) {
            set = grant.live ? set.union(grant.carries) : set;
        }
        return set;
    }

    /** Every grant of p on d in w, before a ceiling; none without a relationship. */
    private List<Held> grants(Someone p, Device d, Workspace w, Instant at) {
        List<Held> grants = new ArrayList<>();
        if (p.link != null && p.link.device().equals(d.id()) && owns(w, d)) {
            grants.add(new Held(mode(p.link), true));
        }
        if (!isRelated(p, w, at)) {
            return grants;
        }
        if (isOwnerOf(p, w)) {
            grants.add(new Held(catalogue.device().all(), true));
        }
        Member own = w.members().get(p.id);
        if (own != null) {
            addGrants(grants, own.rights(), d, w, own.window().contains(at), at);
        }
        for (Team team : w.teams().values()) {
            List<Window> memberships = memberships(p, team, w);
            if (!memberships.isEmpty()) {
                addGrants(grants, team.rights(), d, w, contains(memberships, at), at);
            }
        }
        return grants;
    }

    private void addGrants(List<Held> grants, Rights rights, Device d, Workspace w, boolean live, Instant at) {
        List<Grant> those = new ArrayList<>();
        if (rights.allDevices() != null) {
            those.add(rights.allDevices());
        }
        if (owns(w, d) && d.product() != null && rights.products().containsKey(d.product())) {
            those.add(rights.products().get(d.product()));
        }
        if (rights.devices().containsKey(d.id())) {
            those.add(rights.devices().get(d.id()));
        }
        for (Grant grant : those) {
            grants.add(new Held(
                    carried(grant.permissions()), live && grant.window().contains(at)));
        }
    }

    PermissionSet mode(PublicLink link) {
        return carried(catalogue.linkMode(link.mode()).orElseThrow());
    }

    /** What a grant, a ceiling and a link's mode carry: the implicit permissions too, and all that these imply. */
    private static PermissionSet carried(PermissionSet set) {
        return closed(set.union(set.permissions().implicit()));
    }

    private static PermissionSet closed(PermissionSet set) {
        PermissionSet closed = set;
        for (Permission permission : set.toList()) {
            closed = closed.union(set.permissions().implied(permission));
        }
        return closed.equals(set) ? set : closed(closed);
    }

    // Relationships

    /** p owns the organization of w, or has a membership of w inside its window. */
    boolean isRelated(Someone p, Workspace w, Instant at) {
        if (isOwnerOf(p, w)) {
            return true;
        }
        Member row = w.members().get(p.id);
        return row == null ? isAtHome(p, w) : row.window().contains(at);
    }

    private static boolean hasMembership(Someone p, Workspace w) {
        return w.members().containsKey(p.id) || isAtHome(p, w);
    }

    /** An API user has a membership in its workspace even where there is no row for it. */
    private static boolean isAtHome(Someone p, Workspace w) {
        return p.home != null && p.home.id().equals(w.id());
    }

    private boolean isOwnerOf(Someone p, Workspace w) {
        return w.organization() != null && isOwner(p, policy.organizations().get(w.organization()));
    }

    static boolean isOwner(Someone p, Organization o) {
        return o.owner().equals(p.id);
    }

    /** The windows through which p is in a team: his own row, and his rows of its inner teams, however deep. */
    private static List<Window> memberships(Someone p, Team team, Workspace w) {
        List<Window> windows = new ArrayList<>();
        if (team.members().containsKey(p.id)) {
            windows.add(team.members().get(p.id));
        }
        for (TeamId inner : team.teams()) {
            windows.addAll(memberships(p, w.teams().get(inner), w));
        }
        return windows;
    }

    private static boolean contains(List<Window> windows, Instant at) {
        return windows.stream().anyMatch(window -> window.contains(at));
    }

    // Things, by their exact ids

    @Nullable
    Organization organization(String id) {
        for (Organization o : policy.organizations().values()) {
            if (o.id().value().equals(id)) {
                return o;
            }
        }
        return null;
    }

    @Nullable
    Workspace workspace(String id) {
        for (Workspace w : policy.workspaces().values()) {
            if (w.id().value().equals(id)) {
                return w;
            }
        }
        return null;
    }

    @Nullable
    Device device(String id) {
        for (Workspace w : policy.workspaces().values()) {
            for (Device d : w.devices().values()) {
                if (d.id().value().equals(id)) {
                    return d;
                }
            }
        }
        return null;
    }

    Workspace owning(Device d) {
        return policy.owningWorkspace(d.id()).orElseThrow();
    }

    /** Where the device is present, and is asked about. */
    List<Workspace> places(Device d, @Nullable String context) {
        List<Workspace> places = new ArrayList<>();
        for (Workspace w : policy.workspaces().values()) {
            boolean present = owns(w, d) || w.claims().containsKey(d.id());
            if (present && (context == null || w.id().value().equals(context))) {
                places.add(w);
            }
        }
        return places;
    }

    private static boolean owns(Workspace w, Device d) {
        return w.devices().containsKey(d.id());
    }

    private static Outcome allowedUnlessMissing(List<Permission> missing) {
        return missing.isEmpty() ? Outcome.of(ALLOWED) : new Outcome(MISSING_PERMISSIONS, missing);
    }

    private static List<Permission> both(PermissionSet device, PermissionSet workspace) {
        List<Permission> list = new ArrayList<>(device.toList());
        list.addAll(workspace.toList());
        return List.copyOf(list);
    }
}
