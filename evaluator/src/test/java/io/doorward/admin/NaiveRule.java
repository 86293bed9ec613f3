package io.doorward.admin;

import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.ClaimChange.SetClaimCeiling;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.MemberChange.AcceptInvite;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.WithdrawInvite;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.model.ApiUser;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Grant;
import io.doorward.model.Invite;
import io.doorward.model.Member;
import io.doorward.model.Offer;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Token;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Who may make which change, said a second time: every right is a word ({@code w/members}, {@code a/view} on all devices,
 * {@code p:meter/view}, {@code d:hall/view}, {@code /()} for the bare ones), and every instant at which a window begins or
 * ends is looked at by itself. Nothing of the implementation is used but closing a set under implication.
 */
final class NaiveRule {

    private final Policy before;
    private final Actor actor;
    private final PrincipalId maker;
    private final List<Change> changes;
    private final Instant now;
    private final Set<WorkspaceId> created = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    NaiveRule(Policy before, List<Change> changes, Actor actor, Instant now) {
        this.before = before;
        this.changes = changes;
        this.actor = actor;
        this.maker = actor.principal();
        this.now = now;
        for (Change change : changes) {
            if (change instanceof CreateWorkspace one && !before.workspaces().containsKey(one.workspace())) {
                created.add(one.workspace());
            }
        }
    }

    /** What the maker is not allowed by himself: by name and token, by action, by what he promises. */
    List<String> deeds() {
        complaints.clear();
        if (!isKnown(maker, before) || !hasLiveToken()) {
            complaints.add("nobody");
            return List.copyOf(complaints);
        }
        NaiveActions actions = new NaiveActions(before, maker, now);
        List<Change> later = new ArrayList<>();
        for (Change change : changes) {
            if (actions.allows(change)) {
                deed(change, actions);
            } else if (change instanceof GrantDevice) {
                later.add(change);
            } else {
                complaints.add("action of " + change);
            }
        }
        for (Change change : later) {
            if (!actions.allows(change)) {
                complaints.add("action of " + change);
            }
        }
        return List.copyOf(complaints);
    }

    private void deed(Change change, NaiveActions actions) {
        Policy course = actions.course();
        if (change instanceof OpenOffer one) {
            promise(one.device(), ceiling(one.ceiling()), course);
        } else if (change instanceof MoveDevice one) {
            promise(one.device(), before.catalogue().device().all(), course);
        } else if (change instanceof SetClaimCeiling one) {
            Workspace claiming = course.workspaces().get(one.workspace());
            if (claiming != null && claiming.claims().containsKey(one.device())) {
                PermissionSet old = claiming.claims().get(one.device()).ceiling();
                if (!closed(old == null ? before.catalogue().defaultCeiling() : old)
                        .containsAll(closed(before.catalogue().device().of(one.ceiling())))) {
                    complaints.add("wider ceiling");
                    return;
                }
            }
        }
        actions.follow(change);
    }

    private void promise(DeviceId device, PermissionSet set, Policy course) {
        Workspace owner = course.owningWorkspace(device).orElse(null);
        if (owner == null) {
            return;
        }
        for (Instant t : instants(before)) {
            require(owner.id(), course, words("d:" + device, set), t, "promise");
        }
    }

    private PermissionSet ceiling(@Nullable List<Permission> list) {
        return closed(
                list == null
                        ? before.catalogue().defaultCeiling()
                        : before.catalogue().device().of(list));
    }

    /** What rows of the new policy give or lack against the rule, in words; empty if all is well. */
    List<String> rows(Policy after) {
        complaints.clear();
        for (Instant t : instants(before, after)) {
            for (Workspace w : after.workspaces().values()) {
                if (!created.contains(w.id())) {
                    given(before.workspaces().get(w.id()), w, after, t);
                }
            }
            links(after, t);
        }
        for (Workspace w : before.workspaces().values()) {
            Workspace is = after.workspaces().get(w.id());
            if (is != null) {
                taken(w, is, after);
            }
        }
        before.organizations().forEach((id, old) -> {
            if (after.organizations().containsKey(id)) {
                organization(old, after.organizations().get(id));
            }
        });
        ownTokens(after);
        complaints.addAll(acceptances());
        return List.copyOf(complaints);
    }

    // What is given

    private void given(@Nullable Workspace was, Workspace is, Policy after, Instant t) {
        Map<String, Set<String>> old = was == null ? Map.of() : rows(was, t);
        rows(is, t).forEach((row, words) -> {
            Set<String> gained = new HashSet<>(words);
            boolean invitedNow = changes.stream()
                    .anyMatch(change -> change instanceof InviteMember one
                            && one.workspace().equals(is.id())
                            && row.equals("i " + one.email())
                            && !isAddress(one.email()));
            if (!invitedNow) {
                gained.removeAll(old.getOrDefault(row, Set.of()));
            }
            if (row.equals("m " + maker)) {
                gained.removeAll(ownGrants(was, is, after));
            }
            require(is.id(), after, gained, t, row);
        });
        edges(was, is, t);
        products(was, is, after, t);
    }

    /** Whoever has the address is a member at once; an older invite of it stays as it was. */
    private boolean isAddress(String email) {
        return before.users().values().stream().anyMatch(user -> email.equals(user.email()));
    }

    /** Every row and what it gives at an instant. */
    private Map<String, Set<String>> rows(Workspace w, Instant t) {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (PrincipalId m : membersOf(w)) {
            if (isMember(w, m, t)) {
                Set<String> words =
                        w.members().containsKey(m) ? words(w.members().get(m).rights(), t) : new HashSet<>();
                words.add("w/()");
                rows.put("m " + m, words);
            }
        }
        for (Team team : w.teams().values()) {
            rows.put("t " + team.id(), words(team.rights(), t));
        }
        for (Invite invite : w.invites().values()) {
            if (invite.window().contains(t)) {
                Set<String> words = words(invite.rights(), t);
                words.add("w/()");
                rows.put("i " + invite.email(), words);
            }
        }
        return rows;
    }

    /** What leads to rows: team memberships, nestings, tokens and suspensions of API users. */
    private void edges(@Nullable Workspace was, Workspace is, Instant t) {
        for (Team team : is.teams().values()) {
            for (PrincipalId m : team.members().keySet()) {
                if (isInTeam(is, team.id(), m, t) && !isInTeam(was, team.id(), m, t)) {
                    require(is.id(), null, around(is, team, t), t, m + " in " + team.id());
                }
            }
            for (TeamId inner : team.teams()) {
                boolean there = was != null
                        && was.teams().containsKey(team.id())
                        && was.teams().get(team.id()).teams().contains(inner);
                if (!there) {
                    require(is.id(), null, around(is, team, t), t, inner + " inside " + team.id());
                }
            }
        }
        for (ApiUser apiUser : is.apiUsers().values()) {
            ApiUser old = was == null ? null : was.apiUsers().get(apiUser.id());
            boolean lifted = old != null && old.suspended() && !apiUser.suspended();
            if (lifted || hasNewToken(old == null ? List.of() : old.tokens(), apiUser.tokens(), t)) {
                require(is.id(), null, held(is, apiUser.id(), t), t, "API user " + apiUser.id());
            }
        }
    }

    private static boolean hasNewToken(List<Token> old, List<Token> tokens, Instant t) {
        return tokens.stream()
                .filter(token -> token.revokedAt() == null && token.window().contains(t))
                .anyMatch(token -> old.stream()
                        .noneMatch(other -> other.hash().equals(token.hash())
                                && other.revokedAt() == null
                                && other.window().contains(t)));
    }

    private void products(@Nullable Workspace was, Workspace is, Policy after, Instant t) {
        if (was == null) {
            return;
        }
        for (Device device : is.devices().values()) {
            Device old = was.devices().get(device.id());
            if (old == null || device.product() == null || device.product().equals(old.product())) {
                continue;
            }
            Map<String, Set<String>> oldRows = rows(was, t);
            rows(is, t).forEach((row, words) -> {
                Set<String> gained = on("p:" + device.product(), words);
                Set<String> had = oldRows.getOrDefault(row, Set.of());
                gained.removeAll(on("a", had));
                gained.removeAll(on("d:" + device.id(), had));
                if (old.product() != null) {
                    gained.removeAll(on("p:" + old.product(), had));
                }
                Set<String> demanded = new HashSet<>();
                gained.forEach(right -> demanded.add("d:" + device.id() + "/" + right));
                require(is.id(), after, demanded, t, "product of " + device.id() + " for " + row);
            });
        }
    }

    /** The rights on one target, without it. */
    private static Set<String> on(String target, Set<String> words) {
        Set<String> rights = new HashSet<>();
        for (String word : words) {
            if (word.startsWith(target + "/")) {
                rights.add(word.substring(target.length() + 1));
            }
        }
        return rights;
    }

    private void links(Policy after, Instant t) {
        for (PublicLink link : after.publicLinks().values()) {
            PublicLink old = before.publicLinks().get(link.id());
            Workspace owner = after.owningWorkspace(link.device()).orElseThrow();
            boolean written = old == null
                    || !old.device().equals(link.device())
                    || old.mode() != link.mode()
                    || (old.suspended() && !link.suspended())
                    || hasNewToken(old.tokens(), link.tokens(), t);
            if (written) {
                PermissionSet mode = before.catalogue().linkMode(link.mode()).orElseThrow();
                require(owner.id(), after, words("d:" + link.device(), closed(mode)), t, "link " + link.id());
            }
        }
    }

    /** What the maker gets on devices that he brings, where he has no grant on all devices. */
    private Set<String> ownGrants(@Nullable Workspace was, Workspace is, Policy after) {
        Set<String> words = new HashSet<>();
        if (was != null
                && (owns(was, before) || held(was, maker, now).contains("a/()"))
                && (owns(is, after) || held(is, maker, now).contains("a/()"))) {
            return words;
        }
        for (Change change : changes) {
            if (change instanceof CreateDevice one && one.workspace().equals(is.id())) {
                words.addAll(
                        words("d:" + one.device(), closed(before.catalogue().defaultCeiling())));
            } else if (change instanceof AcceptOffer one && one.workspace().equals(is.id())) {
                words.addAll(words("d:" + one.device(), offered(one)));
            }
        }
        return words;
    }

    private PermissionSet offered(AcceptOffer acceptance) {
        Offer offer = before.owningWorkspace(acceptance.device())
                .map(owner -> owner.offers().get(acceptance.device()))
                .orElse(null);
        if (offer != null && offer.code().equals(acceptance.code())) {
            return closed(offer.ceiling() == null ? before.catalogue().defaultCeiling() : offer.ceiling());
        }
        for (Change change : changes) {
            if (change instanceof OpenOffer one && one.code().equals(acceptance.code())) {
                return ceiling(one.ceiling());
            }
        }
        return before.catalogue().device().none();
    }

    /** Complains unless the maker's rows, as they stood before, cover these words at an instant. */
    private void require(WorkspaceId id, @Nullable Policy after, Set<String> words, Instant t, String by) {
        Workspace w = before.workspaces().get(id);
        if (words.isEmpty() || created.contains(id) || (w != null && owns(w, before))) {
            return;
        }
        Set<String> cover = w == null ? Set.of() : held(w, maker, t);
        for (String word : words) {
            String right = word.substring(word.lastIndexOf('/') + 1);
            String target = word.substring(0, word.lastIndexOf('/'));
            String product = target.startsWith("d:") ? product(new DeviceId(target.substring(2)), w, id, after) : null;
            if (!cover.contains(word)
                    && (target.equals("w") || !cover.contains("a/" + right))
                    && (product == null || !cover.contains("p:" + product + "/" + right))) {
                complaints.add(by + ": " + word + " in " + id + " at " + t);
            }
        }
    }

    /** The product that a device has now; that which it gets, where the set brings the device. */
    private static @Nullable String product(
            DeviceId device, @Nullable Workspace was, WorkspaceId id, @Nullable Policy after) {
        Device found = was == null ? null : was.devices().get(device);
        if (found == null && after != null) {
            found = after.workspaces().get(id).devices().get(device);
        }
        return found == null || found.product() == null ? null : found.product().toString();
    }

    // What is taken away

    private void taken(Workspace was, Workspace is, Policy after) {
        Set<PrincipalId> losers = new HashSet<>();
        Set<TeamId> losingTeams = new HashSet<>();
        for (Instant t : instants(before, after)) {
            Map<String, Set<String>> rows = rows(is, t);
            rows(was, t).forEach((row, words) -> {
                Set<String> lost = new HashSet<>(words);
                lost.removeAll(rows.getOrDefault(row, Set.of()));
                lost.removeIf(word ->
                        word.startsWith("d:") && hasLeft(was, new DeviceId(word.substring(2, word.lastIndexOf('/')))));
                if (!lost.isEmpty() && row.startsWith("m ")) {
                    losers.add(new PrincipalId(row.substring(2)));
                } else if (!lost.isEmpty() && row.startsWith("t ")) {
                    losingTeams.add(new TeamId(row.substring(2)));
                }
            });
            for (Team team : was.teams().values()) {
                if (is.teams().containsKey(team.id())) {
                    for (PrincipalId m : team.members().keySet()) {
                        if (isInTeam(was, team.id(), m, t) && !isInTeam(is, team.id(), m, t)) {
                            losers.add(m);
                        }
                    }
                }
            }
        }
        for (Team team : was.teams().values()) {
            if (!is.teams().containsKey(team.id())) {
                losingTeams.add(team.id());
                continue;
            }
            for (TeamId inner : team.teams()) {
                if (is.teams().containsKey(inner)
                        && !is.teams().get(team.id()).teams().contains(inner)) {
                    losingTeams.add(inner);
                }
            }
        }
        for (PrincipalId m : losers) {
            if (!m.equals(maker)) {
                Set<String> holds = new HashSet<>();
                instants(before).forEach(t -> holds.addAll(on("w", held(was, m, t))));
                holds.remove("()");
                boolean owner = was.organization() != null
                        && before.organizations()
                                .get(was.organization())
                                .owner()
                                .equals(m);
                if (owner || !lacksNothingOf(was, holds)) {
                    complaints.add("taken from " + m);
                }
            }
        }
        for (TeamId id : losingTeams) {
            if (!lacksNothingOf(was, on("w", around(was, was.teams().get(id), now)))) {
                complaints.add("taken from team " + id);
            }
        }
    }

    private boolean lacksNothingOf(Workspace was, Set<String> permissions) {
        return owns(was, before) || on("w", held(was, maker, now)).containsAll(permissions);
    }

    private boolean hasLeft(Workspace was, DeviceId device) {
        return changes.stream()
                .anyMatch(change -> (change instanceof DeleteDevice one
                                && one.device().equals(device))
                        || (change instanceof MoveDevice move && move.device().equals(device))
                        || (change instanceof EndClaim end
                                && end.device().equals(device)
                                && end.workspace().equals(was.id())));
    }

    // Organizations, own tokens, acceptance

    private void organization(Organization old, Organization is) {
        if (old.owner().equals(maker)) {
            return;
        }
        if (!old.owner().equals(is.owner())) {
            complaints.add("ownership of " + old.id());
        }
        Set<String> mine = admin(old, maker);
        Set<PrincipalId> users = new HashSet<>(old.admins().keySet());
        users.addAll(is.admins().keySet());
        for (PrincipalId user : users) {
            Set<String> had = admin(old, user);
            Set<String> has = admin(is, user);
            Set<String> gained = new HashSet<>(has);
            gained.removeAll(had);
            if (!mine.containsAll(gained)) {
                complaints.add("admin " + user);
            }
            if (!has.containsAll(had) && !user.equals(maker) && (user.equals(old.owner()) || !mine.containsAll(had))) {
                complaints.add("taken from admin " + user);
            }
        }
    }

    private static Set<String> admin(Organization organization, PrincipalId user) {
        PermissionSet set = organization.admins().get(user);
        Set<String> words =
                set == null ? new HashSet<>() : new HashSet<>(set.closed().names());
        if (set != null) {
            words.add("()");
        }
        return words;
    }

    private void ownTokens(Policy after) {
        if (actor.token() == null) {
            return;
        }
        Instant end = token(before, maker, actor.token().hex()).window().expiresAt();
        for (Token token : tokens(after, maker)) {
            Token old = token(before, maker, token.hash().hex());
            Instant newEnd = token.window().expiresAt();
            boolean written =
                    token.revokedAt() == null && (old == null || !old.window().equals(token.window()));
            boolean shortened = old != null
                    && newEnd != null
                    && (old.window().expiresAt() == null
                            || !newEnd.isAfter(old.window().expiresAt()));
            if (written && !shortened && end != null && (newEnd == null || newEnd.isAfter(end))) {
                complaints.add("token beyond " + end);
            }
        }
    }

    /** What authors needed, asked again. */
    List<String> acceptances() {
        List<String> wrong = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof AcceptOffer one) {
                Workspace owner = before.owningWorkspace(one.device()).orElse(null);
                Offer offer = owner == null ? null : owner.offers().get(one.device());
                if (owner != null
                        && offer != null
                        && offer.openedBy() != null
                        && offer.code().equals(one.code())) {
                    List<Permission> ceiling =
                            (offer.ceiling() == null ? before.catalogue().defaultCeiling() : offer.ceiling()).toList();
                    // The offer stands in the way of opening it again; its maker is asked in the policy without it.
                    NaiveRule again = new NaiveRule(
                            before,
                            List.of(new OpenOffer(one.device(), ceiling, offer.window(), offer.code())),
                            Actor.principal(offer.openedBy()),
                            now);
                    again.deeds().forEach(complaint -> wrong.add("author: " + complaint));
                }
            } else if (change instanceof AcceptInvite one && before.workspaces().containsKey(one.workspace())) {
                Workspace w = before.workspaces().get(one.workspace());
                Invite invite = w.invites().get(one.email());
                if (invite != null && invite.invitedBy() != null) {
                    wrong.addAll(inviter(w, invite));
                }
            }
        }
        return wrong;
    }

    private List<String> inviter(Workspace w, Invite invite) {
        NaiveRule again = new NaiveRule(before, List.of(), Actor.principal(invite.invitedBy()), now);
        if (!isKnown(invite.invitedBy(), before)
                || !new NaiveActions(before, invite.invitedBy(), now)
                        .allows(new WithdrawInvite(w.id(), invite.email()))) {
            return List.of("inviter");
        }
        for (Instant t : instants(before)) {
            Set<String> words = again.rows(w, t).get("i " + invite.email());
            if (words != null) {
                again.require(w.id(), before, words, t, "inviter");
            }
        }
        return again.complaints;
    }

    // Who is who

    private boolean hasLiveToken() {
        if (actor.token() == null) {
            return true;
        }
        Token token = token(before, maker, actor.token().hex());
        return token != null && token.revokedAt() == null && token.window().contains(now);
    }

    private static boolean isKnown(PrincipalId id, Policy policy) {
        if (policy.users().containsKey(id)) {
            return !policy.users().get(id).suspended();
        }
        if (policy.publicLinks().containsKey(id)) {
            return !policy.publicLinks().get(id).suspended();
        }
        return policy.workspaces().values().stream()
                .anyMatch(w ->
                        w.apiUsers().containsKey(id) && !w.apiUsers().get(id).suspended());
    }

    private static List<Token> tokens(Policy policy, PrincipalId id) {
        List<Token> tokens = new ArrayList<>();
        if (policy.users().containsKey(id)) {
            tokens.addAll(policy.users().get(id).tokens());
        }
        if (policy.publicLinks().containsKey(id)) {
            tokens.addAll(policy.publicLinks().get(id).tokens());
        }
        for (Workspace w : policy.workspaces().values()) {
            if (w.apiUsers().containsKey(id)) {
                tokens.addAll(w.apiUsers().get(id).tokens());
            }
        }
        return tokens;
    }

    private static @Nullable Token token(Policy policy, PrincipalId id, String hex) {
        return tokens(policy, id).stream()
                .filter(token -> token.hash().hex().equals(hex))
                .findFirst()
                .orElse(null);
    }

    private boolean owns(Workspace w, Policy policy) {
        return w.organization() != null
                && policy.organizations().get(w.organization()).owner().equals(maker);
    }

    /** What a principal's rows give at an instant: his own and his teams'. */
    private static Set<String> held(Workspace w, PrincipalId p, Instant t) {
        Set<String> held = new HashSet<>();
        if (!isMember(w, p, t)) {
            return held;
        }
        held.add("w/()");
        if (w.members().containsKey(p)) {
            held.addAll(words(w.members().get(p).rights(), t));
        }
        for (Team team : w.teams().values()) {
            if (team.members().containsKey(p) && team.members().get(p).contains(t)) {
                held.addAll(around(w, team, t));
            }
        }
        return held;
    }

    /** What a team and all around it give at an instant. */
    private static Set<String> around(Workspace w, Team team, Instant t) {
        Set<String> words = words(team.rights(), t);
        for (Team outer : w.teams().values()) {
            if (outer.teams().contains(team.id())) {
                words.addAll(around(w, outer, t));
            }
        }
        return words;
    }

    private static Set<PrincipalId> membersOf(Workspace w) {
        Set<PrincipalId> all = new HashSet<>(w.members().keySet());
        all.addAll(w.apiUsers().keySet());
        return all;
    }

    private static boolean isMember(Workspace w, PrincipalId p, Instant t) {
        Member row = w.members().get(p);
        return row == null ? w.apiUsers().containsKey(p) : row.window().contains(t);
    }

    private static boolean isInTeam(@Nullable Workspace w, TeamId team, PrincipalId p, Instant t) {
        return w != null
                && w.teams().containsKey(team)
                && w.teams().get(team).members().containsKey(p)
                && w.teams().get(team).members().get(p).contains(t)
                && isMember(w, p, t);
    }

    private static Set<String> words(Rights rights, Instant t) {
        Set<String> words = new HashSet<>();
        rights.permissions().closed().names().forEach(name -> words.add("w/" + name));
        BiConsumer<String, Grant> add = (target, grant) -> {
            if (grant != null && grant.window().contains(t)) {
                words.addAll(words(target, closed(grant.permissions())));
            }
        };
        add.accept("a", rights.allDevices());
        rights.products().forEach((product, grant) -> add.accept("p:" + product, grant));
        rights.devices().forEach((device, grant) -> add.accept("d:" + device, grant));
        return words;
    }

    private static Set<String> words(String target, PermissionSet set) {
        Set<String> words = new HashSet<>();
        words.add(target + "/()");
        set.names().forEach(name -> words.add(target + "/" + name));
        return words;
    }

    private static PermissionSet closed(PermissionSet set) {
        return set.union(set.permissions().implicit()).closed();
    }

    /** Now, and every instant after it at which any window begins or ends. */
    private NavigableSet<Instant> instants(Policy... policies) {
        NavigableSet<Instant> instants = new TreeSet<>();
        instants.add(now);
        for (Policy policy : policies) {
            policy.users().values().forEach(user -> user.tokens().forEach(token -> add(instants, token.window())));
            policy.publicLinks().values().forEach(link -> link.tokens()
                    .forEach(token -> add(instants, token.window())));
            for (Workspace w : policy.workspaces().values()) {
                w.apiUsers().values().forEach(one -> one.tokens().forEach(token -> add(instants, token.window())));
                w.members().values().forEach(member -> {
                    add(instants, member.window());
                    add(instants, member.rights());
                });
                w.teams().values().forEach(team -> {
                    team.members().values().forEach(window -> add(instants, window));
                    add(instants, team.rights());
                });
                w.invites().values().forEach(invite -> {
                    add(instants, invite.window());
                    add(instants, invite.rights());
                });
            }
        }
        return new TreeSet<>(instants.tailSet(now, true));
    }

    private static void add(NavigableSet<Instant> instants, Rights rights) {
        Map<String, Grant> grants = new HashMap<>();
        rights.products().forEach((id, grant) -> grants.put("p" + id, grant));
        rights.devices().forEach((id, grant) -> grants.put("d" + id, grant));
        if (rights.allDevices() != null) {
            grants.put("a", rights.allDevices());
        }
        grants.values().forEach(grant -> add(instants, grant.window()));
    }

    private static void add(NavigableSet<Instant> instants, Window window) {
        if (window.notBefore() != null) {
            instants.add(window.notBefore());
        }
        if (window.expiresAt() != null) {
            instants.add(window.expiresAt());
        }
    }
}
