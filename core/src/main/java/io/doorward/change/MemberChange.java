package io.doorward.change;

import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import java.util.List;

/** Changes of memberships and invites. */
public sealed interface MemberChange extends Change {

    /**
     * Makes a user a member, or gives an API user of the workspace a membership row.
     *
     * @param workspace in which
     * @param principal who has no such row yet
     * @param access what it holds
     * @param window when the membership is valid
     */
    record AddMember(WorkspaceId workspace, PrincipalId principal, Access access, Window window)
            implements MemberChange {}

    /**
     * Gives a member other workspace permissions; its grants stay.
     *
     * @param workspace in which
     * @param principal who
     * @param permissions workspace permissions
     */
    record SetMemberPermissions(WorkspaceId workspace, PrincipalId principal, List<Permission> permissions)
            implements MemberChange {

        /** Copies the list. */
        public SetMemberPermissions {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Gives a membership another window.
     *
     * @param workspace in which
     * @param principal who
     * @param window when the membership is valid
     */
    record SetMemberWindow(WorkspaceId workspace, PrincipalId principal, Window window) implements MemberChange {}

    /**
     * Ends a membership of a user, with its grants and team memberships; as that user himself, it means to leave. An API user is deleted or suspended instead.
     *
     * @param workspace in which
     * @param principal who
     */
    record RemoveMember(WorkspaceId workspace, PrincipalId principal) implements MemberChange {}

    /**
     * Invites an address. If a user has it, he is a member at once; else the invite waits until it is accepted.
     *
     * @param workspace in which
     * @param email which nobody invited yet and no member has
     * @param access what the membership will hold
     * @param window when the membership will be valid
     */
    record InviteMember(WorkspaceId workspace, String email, Access access, Window window) implements MemberChange {}

    /**
     * Withdraws an invite.
     *
     * @param workspace in which
     * @param email which was invited
     */
    record WithdrawInvite(WorkspaceId workspace, String email) implements MemberChange {}

    /**
     * Turns an invite into a membership. What its author needed to invite is looked at again.
     *
     * @param workspace in which
     * @param email which was invited
     * @param user a user with exactly that address
     */
    record AcceptInvite(WorkspaceId workspace, String email, PrincipalId user) implements MemberChange {}
}
