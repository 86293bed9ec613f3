package io.doorward.generator;

import io.doorward.generator.PolicyGenerator.WorkspaceDraft;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.token.TokenHash;
import java.util.ArrayList;
import java.util.List;

/** Fills one workspace. */
final class WorkspaceGenerator {

    private final PolicyGenerator policy;
    private final Chance chance;
    private final WorkspaceDraft draft;

    WorkspaceGenerator(PolicyGenerator policy, WorkspaceDraft draft) {
        this.policy = policy;
        this.chance = policy.chance();
        this.draft = draft;
    }

    void generate(PolicyBuilder builder, String id) {
        builder.workspace(id, workspace -> {
            workspace.suspended(policy.isSuspended());
            if (!policy.organizations().isEmpty() && chance.of(0.7)) {
                workspace.organization(chance.pick(policy.organizations()));
            }
            things(workspace);
            List<String> members = members(workspace);
            teams(workspace, members);
            withoutEffect(workspace);
        });
    }

    private void things(WorkspaceBuilder workspace) {
        draft.products().forEach(workspace::product);
        for (String id : draft.devices()) {
            workspace.device(id, device -> {
                device.suspended(policy.isSuspended());
                if (!draft.products().isEmpty() && chance.of(0.75)) {
                    device.product(chance.pick(draft.products()));
                }
            });
        }
        for (String id : draft.claims()) {
            workspace.claim(id, claim -> {
                if (chance.of(0.65)) {
                    claim.ceiling(policy.rights().ceiling());
                }
            });
        }
    }

    /** Adds memberships; returns who may be in a team. */
    private List<String> members(WorkspaceBuilder workspace) {
        draft.apiUsers().forEach(id -> workspace.apiUser(id, policy::apiUser));
        List<String> users = chance.some(policy.users(), chance.oneOf(0.4, 0.7, 0.9));
        List<String> rows = new ArrayList<>(users);
        rows.addAll(chance.some(draft.apiUsers(), 0.7));
        for (String id : rows) {
            workspace.member(id, member -> {
                policy.rights().draw(draft).writeTo(member);
                PolicyGenerator.window(policy.moments().window(chance), member::notBefore, member::expiresAt);
            });
        }
        users.addAll(draft.apiUsers());
        return users;
    }

    /** A team holds only such teams as come later, so that there is no circle. */
    private void teams(WorkspaceBuilder workspace, List<String> members) {
        int count = chance.oneOf(0, 0, 1, 2, 3, 7);
        double nesting = chance.oneOf(0.2, 0.5, 0.9);
        double membership = chance.oneOf(0.2, 0.5);
        for (int i = 0; i < count; i++) {
            int outer = i;
            workspace.team(teamId(i), team -> {
                for (int inner = outer + 1; inner < count; inner++) {
                    if (chance.of(inner == outer + 1 ? nesting : nesting / 3)) {
                        team.team(teamId(inner));
                    }
                }
                for (String id : chance.some(members, membership)) {
                    team.member(
                            id,
                            row -> PolicyGenerator.window(
                                    policy.moments().window(chance), row::notBefore, row::expiresAt));
                }
                policy.rights().draw(draft).writeTo(team);
            });
        }
    }

    /** Named so that the order of ids is not the order of nesting. */
    private static String teamId(int i) {
        return List.of("m", "A", "z", "a", "M", "y", "B").get(i);
    }

    /** Invites and offers give nothing to anybody. */
    private void withoutEffect(WorkspaceBuilder workspace) {
        if (chance.of(0.15)) {
            workspace.invite(
                    chance.pick(policy.users()),
                    invite -> policy.rights().draw(draft).writeTo(invite));
        }
        if (chance.of(0.15) && !draft.devices().isEmpty()) {
            workspace.offer(
                    chance.pick(draft.devices()),
                    TokenHash.ofClearText(policy.newToken()),
                    offer -> offer.ceiling(policy.rights().ceiling()));
        }
    }
}
