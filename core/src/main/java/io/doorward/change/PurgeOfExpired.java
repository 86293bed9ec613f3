package io.doorward.change;

import io.doorward.model.Grant;
import io.doorward.model.Invite;
import io.doorward.model.Member;
import io.doorward.model.Offer;
import io.doorward.model.PolicyEditor;
import io.doorward.model.PrincipalId;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.Token;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceEditor;
import io.doorward.model.WorkspaceId;
import io.doorward.persistent.PersistentSortedMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Removes rows that ended before an instant. An API user's membership stays even when it is over: without the row it would
 * be a member without end. O(n) in the policy.
 */
final class PurgeOfExpired {

    private final PolicyEditor policy;
    private final Instant before;

    PurgeOfExpired(PolicyEditor policy, Instant before) {
        this.policy = policy;
        this.before = before;
    }

    void carryOut() {
        policy.users().values().forEach(user -> tokens(user.id(), user.tokens()));
        policy.publicLinks().values().forEach(link -> tokens(link.id(), link.tokens()));
        for (WorkspaceId id : policy.workspaces()) {
            WorkspaceEditor workspace = policy.workspace(id);
            if (workspace != null) {
                workspace(workspace);
            }
        }
    }

    private void tokens(PrincipalId holder, List<Token> tokens) {
        List<Token> rest = tokens.stream()
                .filter(token -> !isOver(token.window())
                        && (token.revokedAt() == null || !token.revokedAt().isBefore(before)))
                .toList();
        if (rest.size() < tokens.size()) {
            TokenVerbs.edit(holder, policy, all -> rest);
        }
    }

    private void workspace(WorkspaceEditor workspace) {
        workspace.apiUsers().values().forEach(apiUser -> tokens(apiUser.id(), apiUser.tokens()));
        for (Offer offer : workspace.offers().values()) {
            if (isOver(offer.window())) {
                workspace.removeOffer(offer.device());
            }
        }
        for (Invite invite : workspace.invites().values()) {
            Rights rights = live(invite.rights());
            if (isOver(invite.window())) {
                workspace.removeInvite(invite.email());
            } else if (!rights.equals(invite.rights())) {
                workspace.put(new Invite(invite.email(), invite.invitedBy(), rights, invite.window()));
            }
        }
        for (Member member : workspace.members().values()) {
            Rights rights = live(member.rights());
            if (isOver(member.window()) && !workspace.apiUsers().containsKey(member.principal())) {
                workspace.removeMember(member.principal());
            } else if (!rights.equals(member.rights())) {
                workspace.put(new Member(member.principal(), rights, member.window()));
            }
        }
        for (Team team : workspace.teams().values()) {
            SortedMap<PrincipalId, Window> members = members(team);
            Rights rights = live(team.rights());
            if (members.size() < team.members().size() || !rights.equals(team.rights())) {
                workspace.put(team.withMembers(members).withRights(rights));
            }
        }
    }

    private SortedMap<PrincipalId, Window> members(Team team) {
        PersistentSortedMap<PrincipalId, Window> members = PersistentSortedMap.copyOf(team.members());
        for (Map.Entry<PrincipalId, Window> member : team.members().entrySet()) {
            if (isOver(member.getValue())) {
                members = members.minus(member.getKey());
            }
        }
        return members;
    }

    private Rights live(Rights rights) {
        Grant all = rights.allDevices();
        Rights live = all != null && isOver(all.window()) ? rights.withAllDevices(null) : rights;
        live = live.withProducts(live(rights.products()));
        return live.withDevices(live(rights.devices()));
    }

    private <K extends Comparable<? super K>> SortedMap<K, Grant> live(SortedMap<K, Grant> grants) {
        PersistentSortedMap<K, Grant> live = PersistentSortedMap.copyOf(grants);
        for (Map.Entry<K, Grant> grant : grants.entrySet()) {
            if (isOver(grant.getValue().window())) {
                live = live.minus(grant.getKey());
            }
        }
        return live;
    }

    private boolean isOver(Window window) {
        return window.expiresAt() != null && !window.expiresAt().isAfter(before);
    }
}
