package io.doorward.change;

import io.doorward.change.MemberChange.AcceptInvite;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.MemberChange.WithdrawInvite;
import io.doorward.model.Invite;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.Rights;
import io.doorward.model.User;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceEditor;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import io.doorward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How memberships and invites change. */
final class MemberVerbs {

    private MemberVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(AddMember.class, MemberVerbs::add)
                .on(SetMemberPermissions.class, MemberVerbs::setPermissions)
                .on(SetMemberWindow.class, MemberVerbs::setWindow)
                .on(RemoveMember.class, MemberVerbs::remove)
                .on(InviteMember.class, MemberVerbs::invite)
                .on(WithdrawInvite.class, MemberVerbs::withdraw)
                .on(AcceptInvite.class, MemberVerbs::accept);
    }

    private static void add(AddMember change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        Rights rights = edit.rights(change.access());
        if (workspace != null) {
            add(workspace, change.principal(), rights, change.window(), edit);
        }
    }

    private static void add(WorkspaceEditor workspace, PrincipalId principal, Rights rights, Window window, Edit edit) {
        if (workspace.members().containsKey(principal)) {
            edit.problem(Edit.quoted(principal) + " is a member of workspace " + Edit.quoted(workspace.id())
                    + " already; change that membership instead.");
        } else {
            workspace.put(new Member(principal, rights, window));
        }
    }

    private static void setPermissions(SetMemberPermissions change, Edit edit) {
        PermissionSet permissions = edit.set(Scope.WORKSPACE, change.permissions());
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        Member member = workspace == null ? null : member(workspace, change.principal(), edit);
        if (workspace != null && member != null) {
            workspace.put(
                    new Member(member.principal(), member.rights().withPermissions(permissions), member.window()));
        }
    }

    private static void setWindow(SetMemberWindow change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        Member member = workspace == null ? null : member(workspace, change.principal(), edit);
        if (workspace != null && member != null) {
            workspace.put(new Member(member.principal(), member.rights(), change.window()));
        }
    }

    private static void remove(RemoveMember change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        if (workspace == null) {
            return;
        }
        if (workspace.apiUsers().containsKey(change.principal())) {
            edit.problem(Edit.quoted(change.principal())
                    + " is an API user, which is a member as long as it exists; delete or suspend it instead.");
        } else if (member(workspace, change.principal(), edit) != null) {
            workspace.removeMember(change.principal());
        }
    }

    private static void invite(InviteMember change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        Rights rights = edit.rights(change.access());
        if (workspace == null) {
            return;
        }
        User user = edit.policy().userByEmail(change.email());
        if (user != null) {
            add(workspace, user.id(), rights, change.window(), edit);
        } else if (workspace.invite(change.email()) != null) {
            edit.problem(Problem.quoted(change.email()) + " is invited to workspace " + Edit.quoted(workspace.id())
                    + " already; withdraw that invite first.");
        } else {
            workspace.put(new Invite(change.email(), edit.author(), rights, change.window()));
        }
    }

    private static void withdraw(WithdrawInvite change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        if (workspace != null && existing(workspace, change.email(), edit) != null) {
            workspace.removeInvite(change.email());
        }
    }

    private static void accept(AcceptInvite change, Edit edit) {
        WorkspaceEditor workspace = edit.workspace(change.workspace());
        Invite invite = workspace == null ? null : existing(workspace, change.email(), edit);
        if (workspace == null || invite == null) {
            return;
        }
        User user = edit.policy().users().get(change.user());
        if (user == null || !change.email().equals(user.email())) {
            edit.problem("The invite for " + Problem.quoted(change.email()) + " can be accepted only for the user with"
                    + " exactly that e-mail address, which " + Edit.quoted(change.user()) + " is not.");
        } else {
            workspace.removeInvite(change.email());
            add(workspace, change.user(), invite.rights(), invite.window(), edit);
        }
    }

    private static @Nullable Invite existing(WorkspaceEditor workspace, String email, Edit edit) {
        Invite invite = workspace.invite(email);
        if (invite == null) {
            edit.problem(Problem.quoted(email) + " is not invited to workspace " + Edit.quoted(workspace.id()) + ".");
        }
        return invite;
    }

    /** The membership; an API user without a row has one that holds nothing. */
    static @Nullable Member member(WorkspaceEditor workspace, PrincipalId principal, Edit edit) {
        Member member = workspace.members().get(principal);
        if (member == null && workspace.apiUsers().containsKey(principal)) {
            return new Member(principal, edit.rights(Access.NONE), Window.ALWAYS);
        }
        if (member == null) {
            edit.problem(noMember(principal, workspace.id()));
        }
        return member;
    }

    private static String noMember(PrincipalId principal, WorkspaceId workspace) {
        return Edit.quoted(principal) + " is no member of workspace " + Edit.quoted(workspace) + ".";
    }
}
