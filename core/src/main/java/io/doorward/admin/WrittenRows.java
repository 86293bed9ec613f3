package io.doorward.admin;

import io.doorward.admin.Target.OnAllDevices;
import io.doorward.admin.Target.OnDevice;
import io.doorward.admin.Target.OnProduct;
import io.doorward.admin.Target.OnWorkspace;
import io.doorward.change.Transition;
import io.doorward.model.ApiUser;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Invite;
import io.doorward.model.Member;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.PublicLink;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Token;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a policy give after a change set that they did not give before: row by row, whichever change wrote it, so
 * that no way of writing one can be forgotten. A row is compared with itself; before ceilings and regardless of suspensions;
 * from the instant of the change on. Not thread-safe.
 */
final class WrittenRows {

    private final Policy before;
    private final Policy after;
    private final Catalogue catalogue;
    private final Times future;
    private final Course course;
    private final PrincipalId maker;
    private final Places places;
    private final List<Gift> gifts = new ArrayList<>();

    WrittenRows(Transition transition, Course course, PrincipalId maker, Places places, Instant now) {
        this.before = transition.before();
        this.after = transition.after();
        this.catalogue = after.catalogue();
        this.future = Times.from(now);
        this.course = course;
        this.maker = maker;
        this.places = places;
    }

    /** All gifts, but in workspaces that the set creates: there its maker's row covers everything. */
    List<Gift> gifts() {
        PolicyDelta delta = PolicyDelta.between(before, after);
        delta.workspaces().forEach((id, changed) -> {
            if (changed.isPresent() && !course.hasCreated(id)) {
                new InWorkspace(before.workspaces().get(id), changed.get()).collect();
            }
        });
        delta.publicLinks()
                .forEach((id, changed) ->
                        changed.ifPresent(link -> link(before.publicLinks().get(id), link)));
        return List.copyOf(gifts);
    }

    /** A link counts as a grant of what its mode carries, in the owning workspace. */
    private void link(@Nullable PublicLink old, PublicLink link) {
        Workspace owner = after.owningWorkspace(link.device()).orElse(null);
        if (owner == null || course.hasCreated(owner.id())) {
            return;
        }
        boolean isNew = old == null
                || !old.device().equals(link.device())
                || old.mode() != link.mode()
                || (old.suspended() && !link.suspended());
        Times when = isNew || old == null ? Times.ALWAYS : gained(old.tokens(), link.tokens());
        catalogue.linkMode(link.mode()).ifPresent(mode -> {
            String place = places.of(RowKey.link(link.id()));
            if (!isNew && old != null) {
                place = placeOfToken(old.tokens(), link.tokens(), place);
            }
            give(
                    place,
                    RowKey.link(link.id()).words(),
                    owner.id(),
                    new OnDevice(link.device()),
                    TimedPermissions.of(mode.asGrant(), when, when));
        });
    }

    private void give(String place, String to, WorkspaceId workspace, Target target, TimedPermissions gained) {
        TimedPermissions counted = gained.during(future);
        if (!counted.isEmpty()) {
            gifts.add(new Gift(place, to, workspace, target, product(workspace, target), counted));
        }
    }

    /** The product that a device has now; where the set brings it, the one that it gets. */
    private @Nullable ProductId product(WorkspaceId workspace, Target target) {
        if (!(target instanceof OnDevice one)) {
            return null;
        }
        Device device = device(before.workspaces().get(workspace), one.device());
        Device known = device == null ? device(after.workspaces().get(workspace), one.device()) : device;
        return known == null ? null : known.product();
    }

    private static @Nullable Device device(@Nullable Workspace workspace, DeviceId device) {
        return workspace == null ? null : workspace.devices().get(device);
    }

    /** When tokens work that did not; a revoked one never does. */
    private static Times gained(List<Token> old, List<Token> tokens) {
        Map<TokenHash, Times> known = new HashMap<>();
        old.forEach(token -> known.put(token.hash(), live(token)));
        Times gained = Times.NEVER;
        for (Token token : tokens) {
            gained = gained.union(live(token).minus(known.getOrDefault(token.hash(), Times.NEVER)));
        }
        return gained;
    }

    private String placeOfToken(List<Token> old, List<Token> tokens, String otherwise) {
        for (Token token : tokens) {
            if (!old.contains(token) && places.wrote(RowKey.token(token.hash()))) {
                return places.of(RowKey.token(token.hash()));
            }
        }
        return otherwise;
    }

    private static Times live(Token token) {
        return token.revokedAt() == null ? Times.of(token.window()) : Times.NEVER;
    }

    static <K extends Comparable<? super K>, V> Set<K> changed(
            @Nullable SortedMap<K, V> before, @Nullable SortedMap<K, V> after) {
        PersistentSortedMap<K, V> old = before == null ? PersistentSortedMap.of() : PersistentSortedMap.copyOf(before);
        PersistentSortedMap<K, V> now = after == null ? PersistentSortedMap.of() : PersistentSortedMap.copyOf(after);
        return old.differences(now).keySet();
    }

    /** The rows of one workspace. */
    private final class InWorkspace {

        private final @Nullable Workspace old;
        private final Workspace now;
        private final WorkspaceId id;
        private final OuterTeams outer;
        private final Set<RowKey> compared = new HashSet<>();

        InWorkspace(@Nullable Workspace old, Workspace now) {
            this.old = old;
            this.now = now;
            this.id = now.id();
            this.outer = new OuterTeams(now);
        }

        void collect() {
            Set<PrincipalId> members = new LinkedHashSet<>(changed(old == null ? null : old.members(), now.members()));
            Set<PrincipalId> apiUsers = changed(old == null ? null : old.apiUsers(), now.apiUsers());
            members.addAll(apiUsers);
            members.forEach(this::member);
            changed(old == null ? null : old.teams(), now.teams()).forEach(this::team);
            apiUsers.forEach(this::apiUser);
            now.invites().values().forEach(this::invite);
            changed(old == null ? null : old.devices(), now.devices()).forEach(this::device);
        }

        private void member(PrincipalId principal) {
            Times was = membership(old, principal);
            Times is = membership(now, principal);
            RowKey key = RowKey.member(id, principal);
            String place = places.of(key, RowKey.apiUser(principal));
            TimedPermissions bare = TimedPermissions.of(catalogue.workspace().none(), is.minus(was), Times.NEVER);
            give(place, key.words(), id, new OnWorkspace(), bare);
            Member row = now.members().get(principal);
            if (row != null) {
                Member oldRow = old == null ? null : old.members().get(principal);
                gains(
                        place,
                        key.words(),
                        oldRow == null ? null : new HeldRights(oldRow.rights(), was),
                        new HeldRights(row.rights(), is),
                        principal.equals(maker));
            }
            if (!was.equals(is)) {
                for (Team team : now.teams().values()) {
                    if (team.members().containsKey(principal)) {
                        membership(team, principal);
                    }
                }
            }
        }

        private void team(TeamId teamId) {
            Team team = now.teams().get(teamId);
            Team oldTeam = old == null ? null : old.teams().get(teamId);
            if (team == null) {
                return;
            }
            RowKey key = RowKey.team(id, teamId);
            gains(
                    places.of(key),
                    key.words(),
                    oldTeam == null ? null : new HeldRights(oldTeam.rights(), Times.ALWAYS),
                    new HeldRights(team.rights(), Times.ALWAYS),
                    false);
            changed(oldTeam == null ? null : oldTeam.members(), team.members())
                    .forEach(principal -> membership(team, principal));
            for (TeamId inner : team.teams()) {
                if (oldTeam == null || !oldTeam.teams().contains(inner)) {
                    RowKey nesting = RowKey.nesting(id, inner, teamId);
                    every(outer.of(teamId), Times.ALWAYS, places.of(nesting, key), nesting.words());
                }
            }
        }

        /** A team membership counts as every row of the team, outer teams included. */
        private void membership(Team team, PrincipalId principal) {
            RowKey key = RowKey.membership(id, principal, team.id());
            if (compared.add(key)) {
                Times gained = inTeam(now, team.id(), principal).minus(inTeam(old, team.id(), principal));
                String place = places.of(key, RowKey.member(id, principal), RowKey.apiUser(principal));
                every(outer.of(team.id()), gained, place, key.words());
            }
        }

        private void every(Iterable<Team> teams, Times when, String place, String to) {
            for (Team team : teams) {
                gains(place, to, null, new HeldRights(team.rights(), when), false);
            }
        }

        /** A token or a lifted suspension counts as every row of the principal. */
        private void apiUser(PrincipalId principal) {
            ApiUser apiUser = now.apiUsers().get(principal);
            ApiUser oldUser = old == null ? null : old.apiUsers().get(principal);
            if (apiUser == null) {
                return;
            }
            boolean lifted = oldUser != null && oldUser.suspended() && !apiUser.suspended();
            List<Token> oldTokens = oldUser == null ? List.of() : oldUser.tokens();
            Times when = lifted ? Times.ALWAYS : gained(oldTokens, apiUser.tokens());
            if (when.isEmpty()) {
                return;
            }
            String ofUser = places.of(RowKey.apiUser(principal));
            String place = lifted ? ofUser : placeOfToken(oldTokens, apiUser.tokens(), ofUser);
            Holding holding = Holding.of(principal, now, after);
            String to = RowKey.apiUser(principal).words();
            TimedPermissions bare =
                    TimedPermissions.of(catalogue.workspace().none(), holding.relationship(), Times.NEVER);
            give(place, to, id, new OnWorkspace(), bare.during(when));
            for (HeldRights row : holding.rows()) {
                gains(place, to, null, new HeldRights(row.rights(), row.when().intersect(when)), false);
            }
        }

        /** An invite that the set writes is its maker's, who answers for all of it when it is accepted. */
        private void invite(Invite invite) {
            RowKey key = RowKey.invite(id, invite.email());
            Invite oldInvite = old == null ? null : old.invites().get(invite.email());
            if (invite.equals(oldInvite)) {
                return;
            }
            if (places.wrote(key)) {
                oldInvite = null;
            }
            Times is = Times.of(invite.window());
            Times was = oldInvite == null ? Times.NEVER : Times.of(oldInvite.window());
            TimedPermissions bare = TimedPermissions.of(catalogue.workspace().none(), is.minus(was), Times.NEVER);
            give(places.of(key), key.words(), id, new OnWorkspace(), bare);
            gains(
                    places.of(key),
                    key.words(),
                    oldInvite == null ? null : new HeldRights(oldInvite.rights(), was),
                    new HeldRights(invite.rights(), is),
                    false);
        }

        /** A new product of a device that is there counts as writing, on it, all that the product's grants give. */
        private void device(DeviceId deviceId) {
            Device device = now.devices().get(deviceId);
            Device oldDevice = WrittenRows.device(old, deviceId);
            if (device == null
                    || oldDevice == null
                    || device.product() == null
                    || device.product().equals(oldDevice.product())) {
                return;
            }
            OfProduct change = new OfProduct(oldDevice, device.product());
            for (Member row : now.members().values()) {
                Member oldRow = old == null ? null : old.members().get(row.principal());
                change.reaches(
                        RowKey.member(id, row.principal()),
                        oldRow == null ? null : new HeldRights(oldRow.rights(), Times.of(oldRow.window())),
                        new HeldRights(row.rights(), Times.of(row.window())));
            }
            for (Team team : now.teams().values()) {
                Team oldTeam = old == null ? null : old.teams().get(team.id());
                change.reaches(
                        RowKey.team(id, team.id()),
                        oldTeam == null ? null : new HeldRights(oldTeam.rights(), Times.ALWAYS),
                        new HeldRights(team.rights(), Times.ALWAYS));
            }
            for (Invite invite : now.invites().values()) {
                Invite oldInvite = old == null ? null : old.invites().get(invite.email());
                change.reaches(
                        RowKey.invite(id, invite.email()),
                        oldInvite == null ? null : new HeldRights(oldInvite.rights(), Times.of(oldInvite.window())),
                        new HeldRights(invite.rights(), Times.of(invite.window())));
            }
        }

        /** A device that comes under another product. */
        private final class OfProduct {

            private final Device device;
            private final ProductId product;

            OfProduct(Device device, ProductId product) {
                this.device = device;
                this.product = product;
            }

            void reaches(RowKey key, @Nullable HeldRights oldRow, HeldRights row) {
                TimedPermissions gained = row.on(new OnProduct(product), catalogue);
                if (oldRow != null) {
                    gained = gained.minus(oldRow.on(new OnAllDevices(), catalogue))
                            .minus(oldRow.on(new OnDevice(device.id()), catalogue));
                    if (device.product() != null) {
                        gained = gained.minus(oldRow.on(new OnProduct(device.product()), catalogue));
                    }
                }
                give(places.of(RowKey.device(device.id())), key.words(), id, new OnDevice(device.id()), gained);
            }
        }

        private void gains(String place, String to, @Nullable HeldRights oldRow, HeldRights row, boolean ownRow) {
            for (Target target : RowTargets.changed(oldRow, row)) {
                TimedPermissions gained = row.on(target, catalogue);
                if (oldRow != null) {
                    gained = gained.minus(oldRow.on(target, catalogue));
                }
                if (ownRow && getsOwnGrants() && target instanceof OnDevice one) {
                    gained = gained.minus(course.ownGrant(id, one.device()));
                }
                give(place, to, id, target, gained);
            }
        }

        /** Whoever has a grant on all devices gets none of his own on a device that he brings. */
        private boolean getsOwnGrants() {
            return !hasAllDevices(old, before) || !hasAllDevices(now, after);
        }

        private boolean hasAllDevices(@Nullable Workspace workspace, Policy policy) {
            return workspace != null
                    && Holding.of(maker, workspace, policy)
                            .onAllDevices()
                            .bare()
                            .contains(future.first());
        }

        private Times membership(@Nullable Workspace workspace, PrincipalId principal) {
            return workspace == null ? Times.NEVER : Holding.membership(principal, workspace);
        }

        private Times inTeam(@Nullable Workspace workspace, TeamId team, PrincipalId principal) {
            Team row = workspace == null ? null : workspace.teams().get(team);
            Window window = row == null ? null : row.members().get(principal);
            return window == null ? Times.NEVER : Times.of(window).intersect(membership(workspace, principal));
        }
    }
}
