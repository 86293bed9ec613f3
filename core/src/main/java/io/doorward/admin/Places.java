package io.doorward.admin;

import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.ApiUserChange.DeleteApiUser;
import io.doorward.change.ApiUserChange.SuspendApiUser;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.change.DeviceChange.SetDeviceProduct;
import io.doorward.change.GrantChange.GrantAllDevices;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.GrantProduct;
import io.doorward.change.GrantChange.RevokeAllDevices;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.GrantChange.RevokeProduct;
import io.doorward.change.Holder;
import io.doorward.change.Holder.MemberHolder;
import io.doorward.change.Holder.TeamHolder;
import io.doorward.change.LinkChange.CreateLink;
import io.doorward.change.LinkChange.SuspendLink;
import io.doorward.change.MemberChange.AddMember;
import io.doorward.change.MemberChange.InviteMember;
import io.doorward.change.MemberChange.RemoveMember;
import io.doorward.change.MemberChange.SetMemberPermissions;
import io.doorward.change.MemberChange.SetMemberWindow;
import io.doorward.change.OrganizationChange.AddAdmin;
import io.doorward.change.OrganizationChange.RemoveAdmin;
import io.doorward.change.OrganizationChange.SetAdmin;
import io.doorward.change.OrganizationChange.TransferOwnership;
import io.doorward.change.TeamChange.AddTeamMember;
import io.doorward.change.TeamChange.CreateTeam;
import io.doorward.change.TeamChange.DeleteTeam;
import io.doorward.change.TeamChange.NestTeam;
import io.doorward.change.TeamChange.RemoveTeamMember;
import io.doorward.change.TeamChange.SetTeamMemberWindow;
import io.doorward.change.TeamChange.SetTeamPermissions;
import io.doorward.change.TeamChange.UnnestTeam;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.model.Policy;
import io.doorward.model.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** Which change of a set wrote a row, so that a refusal can name it. Not thread-safe. */
final class Places {

    private final Policy after;
    private final Map<RowKey, Integer> last = new HashMap<>();

    /** Indexes changes by their number in the set. */
    Places(SortedMap<Integer, Change> changes, Policy after) {
        this.after = after;
        changes.forEach((number, change) -> add(change, number));
    }

    /** The last change that wrote the first of these rows that any change wrote. */
    String of(RowKey... rows) {
        for (RowKey row : rows) {
            Integer number = last.get(row);
            if (number != null) {
                return ChangeSet.place(number);
            }
        }
        return "/changes";
    }

    /** Whether a change of the set is about that very row. */
    boolean wrote(RowKey row) {
        return last.containsKey(row);
    }

    private void add(Change change, int number) {
        if (change instanceof AddMember one) {
            put(number, RowKey.member(one.workspace(), one.principal()));
        } else if (change instanceof SetMemberPermissions one) {
            put(number, RowKey.member(one.workspace(), one.principal()));
        } else if (change instanceof SetMemberWindow one) {
            put(number, RowKey.member(one.workspace(), one.principal()));
        } else if (change instanceof RemoveMember one) {
            put(number, RowKey.member(one.workspace(), one.principal()));
        } else if (change instanceof InviteMember one) {
            put(number, RowKey.invite(one.workspace(), one.email()));
            after.userByEmail(one.email()).ifPresent(user -> put(number, RowKey.member(one.workspace(), user.id())));
        } else if (change instanceof GrantDevice one) {
            put(number, holder(one.workspace(), one.holder()));
        } else if (change instanceof RevokeDevice one) {
            put(number, holder(one.workspace(), one.holder()));
        } else if (change instanceof GrantProduct one) {
            put(number, holder(one.workspace(), one.holder()));
        } else if (change instanceof RevokeProduct one) {
            put(number, holder(one.workspace(), one.holder()));
        } else if (change instanceof GrantAllDevices one) {
            put(number, holder(one.workspace(), one.holder()));
        } else if (change instanceof RevokeAllDevices one) {
            put(number, holder(one.workspace(), one.holder()));
        } else {
            addOther(change, number);
        }
    }

    private void addOther(Change change, int number) {
        if (change instanceof CreateTeam one) {
            put(number, RowKey.team(one.workspace(), one.team()));
        } else if (change instanceof DeleteTeam one) {
            put(number, RowKey.team(one.workspace(), one.team()));
        } else if (change instanceof SetTeamPermissions one) {
            put(number, RowKey.team(one.workspace(), one.team()));
        } else if (change instanceof AddTeamMember one) {
            put(number, RowKey.membership(one.workspace(), one.principal(), one.team()));
        } else if (change instanceof SetTeamMemberWindow one) {
            put(number, RowKey.membership(one.workspace(), one.principal(), one.team()));
        } else if (change instanceof RemoveTeamMember one) {
            put(number, RowKey.membership(one.workspace(), one.principal(), one.team()));
        } else if (change instanceof NestTeam one) {
            put(number, RowKey.nesting(one.workspace(), one.inner(), one.team()));
        } else if (change instanceof UnnestTeam one) {
            put(number, RowKey.nesting(one.workspace(), one.inner(), one.team()));
        } else if (change instanceof CreateApiUser one) {
            put(number, RowKey.member(one.workspace(), one.apiUser()));
            put(number, RowKey.apiUser(one.apiUser()));
        } else if (change instanceof SuspendApiUser one) {
            put(number, RowKey.apiUser(one.apiUser()));
        } else if (change instanceof DeleteApiUser one) {
            put(number, RowKey.apiUser(one.apiUser()));
        } else if (change instanceof CreateToken one) {
            put(number, RowKey.token(one.hash()));
        } else if (change instanceof RotateToken one) {
            put(number, RowKey.token(one.hash()));
        } else if (change instanceof CreateLink one) {
            put(number, RowKey.link(one.link()));
        } else if (change instanceof SuspendLink one) {
            put(number, RowKey.link(one.link()));
        } else if (change instanceof SetDeviceProduct one) {
            put(number, RowKey.device(one.device()));
        } else if (change instanceof MoveDevice one) {
            put(number, RowKey.device(one.device()));
        } else if (change instanceof AddAdmin one) {
            put(number, RowKey.admin(one.organization(), one.user()));
        } else if (change instanceof SetAdmin one) {
            put(number, RowKey.admin(one.organization(), one.user()));
        } else if (change instanceof RemoveAdmin one) {
            put(number, RowKey.admin(one.organization(), one.user()));
        } else if (change instanceof TransferOwnership one) {
            put(number, RowKey.owner(one.organization()));
        }
    }

    private void put(int number, RowKey row) {
        last.put(row, number);
    }

    private static RowKey holder(WorkspaceId workspace, Holder holder) {
        return holder instanceof TeamHolder team
                ? RowKey.team(workspace, team.team())
                : RowKey.member(workspace, ((MemberHolder) holder).principal());
    }
}
