package io.doorward.oracle;

import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PublicLink;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.oracle.Things.Someone;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Relationships and effective sets, as the domain tells them; suspensions are the business of whoever asks. */
final class EffectiveSets {

    private final Policy policy;
    private final Catalogue catalogue;

    /** A grant on a device that there is, live or not, with all that it carries. */
    record Held(PermissionSet carries, boolean live) {}

    EffectiveSets(Policy policy) {
        this.policy = policy;
        this.catalogue = policy.catalogue();
    }

    /** What p holds in an organization. */
    PermissionSet org(Someone p, Organization o) {
        Permissions all = catalogue.organization();
        return isOwner(p, o) ? all.all() : closed(o.admins().getOrDefault(p.id(), all.none()));
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
        Member own = w.members().get(p.id());
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

    PermissionSet live(List<Held> grants) {
        PermissionSet set = catalogue.device().none();
        for (Held grant : grants) {
            set = grant.live ? set.union(grant.carries) : set;
        }
        return set;
    }

    /** Every grant of p on d in w, before a ceiling; none without a relationship. */
    List<Held> grants(Someone p, Device d, Workspace w, Instant at) {
        List<Held> grants = new ArrayList<>();
        if (p.link() != null && p.link().device().equals(d.id()) && Things.owns(w, d)) {
            grants.add(new Held(mode(p.link()), true));
        }
        if (!isRelated(p, w, at)) {
            return grants;
        }
        if (isOwnerOf(p, w)) {
            grants.add(new Held(catalogue.device().all(), true));
        }
        Member own = w.members().get(p.id());
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
        if (Things.owns(w, d) && d.product() != null && rights.products().containsKey(d.product())) {
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

    /** p owns the organization of w, or has a membership of w inside its window. */
    boolean isRelated(Someone p, Workspace w, Instant at) {
        if (isOwnerOf(p, w)) {
            return true;
        }
        Member row = w.members().get(p.id());
        return row == null ? isAtHome(p, w) : row.window().contains(at);
    }

    static boolean hasMembership(Someone p, Workspace w) {
        return w.members().containsKey(p.id()) || isAtHome(p, w);
    }

    /** An API user has a membership in its workspace even where there is no row for it. */
    private static boolean isAtHome(Someone p, Workspace w) {
        return p.home() != null && p.home().id().equals(w.id());
    }

    private boolean isOwnerOf(Someone p, Workspace w) {
        return w.organization() != null && isOwner(p, policy.organizations().get(w.organization()));
    }

    static boolean isOwner(Someone p, Organization o) {
        return o.owner().equals(p.id());
    }

    /** The windows through which p is in a team: his own row, and his rows of its inner teams, however deep. */
    private static List<Window> memberships(Someone p, Team team, Workspace w) {
        List<Window> windows = new ArrayList<>();
        if (team.members().containsKey(p.id())) {
            windows.add(team.members().get(p.id()));
        }
        for (TeamId inner : team.teams()) {
            windows.addAll(memberships(p, w.teams().get(inner), w));
        }
        return windows;
    }

    private static boolean contains(List<Window> windows, Instant at) {
        return windows.stream().anyMatch(window -> window.contains(at));
    }
}
