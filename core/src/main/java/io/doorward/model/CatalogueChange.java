package io.doorward.model;

import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes every permission set of a policy anew in the words of another catalogue. Stored sets are names: a permission that
 * moves to another bit stays the same permission, and one that goes while something still names it is refused.
 */
final class CatalogueChange {

    private final PolicyEditor policy;
    private final Catalogue next;
    private final Map<PermissionSet, PermissionSet> known = new HashMap<>();
    private final TreeSet<String> missing = new TreeSet<>();

    CatalogueChange(PolicyEditor policy, Catalogue next) {
        this.policy = policy;
        this.next = next;
    }

    void carryOut() {
        for (Organization organization : policy.organizations().values()) {
            policy.put(organization.withAdmins(rewritten(organization.admins(), this::rewritten)));
        }
        for (WorkspaceId id : policy.workspaces()) {
            WorkspaceEditor workspace = policy.workspace(id);
            if (workspace != null) {
                rewrite(workspace);
            }
        }
        for (PublicLink link : policy.publicLinks().values()) {
            policy.put(link);
        }
        for (String permission : missing) {
            policy.problem("The new catalogue lacks the " + permission
                    + ", which rows of the policy still name; take it from them first, or keep it in the catalogue.");
        }
    }

    private void rewrite(WorkspaceEditor workspace) {
        for (Member member : workspace.members().values()) {
            workspace.put(new Member(member.principal(), rewritten(member.rights()), member.window()));
        }
        for (Team team : workspace.teams().values()) {
            workspace.put(team.withRights(rewritten(team.rights())));
        }
        for (Invite invite : workspace.invites().values()) {
            workspace.put(new Invite(invite.email(), invite.invitedBy(), rewritten(invite.rights()), invite.window()));
        }
        for (Claim claim : workspace.claims().values()) {
            workspace.put(new Claim(claim.device(), rewrittenCeiling(claim.ceiling())));
        }
        for (Offer offer : workspace.offers().values()) {
            workspace.put(new Offer(
                    offer.device(), rewrittenCeiling(offer.ceiling()), offer.openedBy(), offer.window(), offer.code()));
        }
    }

    private Rights rewritten(Rights rights) {
        return new Rights(
                rewritten(rights.permissions()),
                rights.allDevices() == null ? null : rewritten(rights.allDevices()),
                rewritten(rights.products(), this::rewritten),
                rewritten(rights.devices(), this::rewritten));
    }

    private Grant rewritten(Grant grant) {
        return new Grant(rewritten(grant.permissions()), grant.window());
    }

    private @Nullable PermissionSet rewrittenCeiling(@Nullable PermissionSet ceiling) {
        return ceiling == null ? null : rewritten(ceiling);
    }

    private PermissionSet rewritten(PermissionSet set) {
        return known.computeIfAbsent(set, this::inNewWords);
    }

    private PermissionSet inNewWords(PermissionSet set) {
        Permissions words = next.permissions(set.permissions().scope());
        List<String> names = set.names();
        for (String name : names) {
            if (words.find(name).isEmpty()) {
                missing.add(words.scope().word() + " permission " + Problem.quoted(name));
            }
        }
        return words.named(
                names.stream().filter(name -> words.find(name).isPresent()).toList());
    }

    private static <K extends Comparable<? super K>, V> SortedMap<K, V> rewritten(
            SortedMap<K, V> rows, UnaryOperator<V> rewrite) {
        SortedMap<K, V> rewritten = new TreeMap<>();
        rows.forEach((key, value) -> rewritten.put(key, rewrite.apply(value)));
        return PersistentSortedMap.copyOf(rewritten);
    }
}
