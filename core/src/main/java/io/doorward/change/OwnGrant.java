package io.doorward.change;

import io.doorward.model.DeviceId;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceEditor;
import io.doorward.permission.PermissionSet;
import io.doorward.persistent.PersistentSortedMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a principal gets on a device that he brings into a workspace: a grant of his own, if no other reaches it. */
final class OwnGrant {

    private OwnGrant() {}

    /** Domain, section 6: who creates a device or accepts an offer without an all-devices grant gets one of this ceiling. */
    static void give(WorkspaceEditor workspace, DeviceId device, PermissionSet ceiling, Edit edit) {
        PrincipalId author = edit.author();
        if (author == null || owns(workspace, author, edit) || hasAllDevices(workspace, author, edit)) {
            return;
        }
        Member member = MemberVerbs.member(workspace, author, edit);
        if (member != null) {
            Grant grant = new Grant(ceiling, Window.ALWAYS);
            workspace.put(new Member(
                    author,
                    member.rights()
                            .withDevices(
                                    PersistentSortedMap.copyOf(member.rights().devices())
                                            .plus(device, grant)),
                    member.window()));
        }
    }

    private static boolean owns(WorkspaceEditor workspace, PrincipalId author, Edit edit) {
        OrganizationId organization = workspace.organization();
        return organization != null
                && edit.policy().organizations().containsKey(organization)
                && author.equals(edit.policy().organizations().get(organization).owner());
    }

    private static boolean hasAllDevices(WorkspaceEditor workspace, PrincipalId author, Edit edit) {
        Member member = workspace.members().get(author);
        if (member != null && isLive(member.rights().allDevices(), edit)) {
            return true;
        }
        Set<TeamId> reached = new HashSet<>();
        Deque<Team> open = new ArrayDeque<>();
        for (Team team : workspace.teams().values()) {
            Window window = team.members().get(author);
            if (window != null && window.contains(edit.now()) && reached.add(team.id())) {
                open.add(team);
            }
        }
        while (!open.isEmpty()) {
            Team team = open.pop();
            if (isLive(team.rights().allDevices(), edit)) {
                return true;
            }
            for (Team outer : workspace.teams().values()) {
                if (outer.teams().contains(team.id()) && reached.add(outer.id())) {
                    open.add(outer);
                }
            }
        }
        return false;
    }

    private static boolean isLive(@Nullable Grant grant, Edit edit) {
        return grant != null && grant.window().contains(edit.now());
    }
}
